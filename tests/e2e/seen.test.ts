/** "Seen": told to the author everywhere, written once, however often and on however many devices one looks. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRecord, seenId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';
import { freePort, type Person, until } from '../../scripts/extension.ts';
import { type Cast, launchAs, startCast } from './cast.ts';

let demo: Demo;
let cast: Cast;
let rep: Person;
let coach: Person;
let note: Envelope;
beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
  cast = await startCast();
  note = cast.coach.note(cast.rep);
  await cast.coach.push(note);
  rep = await launchAs(cast.rep, cast);
  coach = await launchAs(cast.coach, cast);
});
afterAll(async () => {
  await rep.close();
  await coach.close();
  await cast.stop();
  await demo.stop();
});

/** Of all that the rep wrote back on the note, as the server has it. */
async function writtenBack(type: string): Promise<Envelope[]> {
  const records = (await cast.coach.pull()).records as Envelope[];
  return records.filter(record => record.type === type && record.refs[0] === note.id);
}

/** How many entries of the owner's log say that something was seen. */
async function logged(): Promise<number> {
  const { db } = cast.server.context.database;
  const entries = await db.selectFrom('audit').selectAll().where('type', '=', 'seen').execute();
  return entries.length;
}

async function open(person: Person, tab: RegExp): Promise<{ sidebar: Page; card: Locator }> {
  const sidebar = await person.openSidebar(await person.visit(demo.artifacts.doc.url));
  await sidebar.getByRole('tab', { name: tab }).click();
  return { sidebar, card: sidebar.locator(`article[data-note="${note.id}"]`).first() };
}

it('is one record and one entry in the log, for two devices and many looks', async () => {
  const { sidebar, card } = await open(rep, /^Today/);
  await card.scrollIntoViewIfNeeded();
  await until(async () => (await writtenBack('seen')).length > 0, 'that it was seen, at the server');

  // The rep's other device had the note before it heard of that look.
  const phone = await cast.signIn(cast.rep);
  const [said] = await phone.push(
    createRecord(
      {
        id: seenId(note.id, cast.rep.id),
        type: 'seen',
        workspaceId: cast.workspaceId,
        authorId: cast.rep.id,
        subjectId: cast.coach.id,
        audience: note.audience,
        refs: [note.id],
        body: {},
      },
      Date.now(),
    ),
  );
  expect(said?.status).toBe('stale');

  // Each time the view is put up anew; the answer, which is written last, arrives after whatever a look would write.
  for (const tab of [/^This page/, /^Today/, /^This page/, /^Today/]) {
    await sidebar.getByRole('tab', { name: tab }).click();
  }
  await card.scrollIntoViewIfNeeded();
  await until(async () => (await writtenBack('seen')).length === 1, 'still one');
});

it('is read by the coach in the view of people, and of the person', async () => {
  const { sidebar, card } = await open(coach, /^People/);
  await sidebar.getByRole('button', { name: new RegExp(`^${cast.rep.name}`) }).click();
  await card.getByText(/^Seen .*Not answered yet/).waitFor();
});

it('is not written once more by whoever answers', async () => {
  const { card } = await open(rep, /^Today/);
  await card.getByRole('button', { name: 'Rather talk about it' }).click();
  await until(async () => (await writtenBack('acknowledgement')).length === 1, 'the answer at the server');
  expect(await writtenBack('seen')).toHaveLength(1);
  expect(await logged()).toBe(1);
});
