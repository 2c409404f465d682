/** "Seen": told to the author everywhere, written once, however often and on however many devices one looks. */
import type { Locator, Page } from '@playwright/test';
import { createRecord, seenId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Person } from '#testing/browser/extension.ts';
import type { Cast } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';
import type { Demo } from '../../demo/serve.ts';

test.describe.configure({ mode: 'serial' });

let cast: Cast;
let rep: Person;
let coach: Person;
let note: Envelope;
test.beforeAll(async ({ people, servers }) => {
  cast = await servers.startCast();
  note = cast.coach.note(cast.rep);
  await cast.coach.push(note);
  rep = await people.launchAs(cast.rep, cast);
  coach = await people.launchAs(cast.coach, cast);
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

async function open(demo: Demo, person: Person, tab: RegExp): Promise<{ sidebar: Page; card: Locator }> {
  const sidebar = await person.openSidebar(await person.visit(demo.artifacts.doc.url));
  await sidebar.getByRole('tab', { name: tab }).click();
  return { sidebar, card: sidebar.locator(`article[data-note="${note.id}"]`).first() };
}

test('that a note was seen is one record and one entry in the log, for two devices and many looks', async ({
  demo,
}) => {
  const { sidebar, card } = await open(demo, rep, /^Today/);
  await card.scrollIntoViewIfNeeded();
  await expect
    .poll(async () => (await writtenBack('seen')).length, 'that it was seen, at the server')
    .toBe(1);

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
  await expect.poll(async () => (await writtenBack('seen')).length, 'still one').toBe(1);
});

test('that a note was seen is read by the coach in the view of people, and of the person', async ({
  demo,
}) => {
  const { sidebar, card } = await open(demo, coach, /^People/);
  await sidebar.getByRole('button', { name: new RegExp(`^${cast.rep.name}`) }).click();
  await expect(card.getByText(/^Seen .*Not answered yet/)).toBeVisible();
});

test('that a note was seen is not written once more by whoever answers', async ({ demo }) => {
  const { card } = await open(demo, rep, /^Today/);
  await card.getByRole('button', { name: 'Rather talk about it' }).click();
  await expect.poll(async () => (await writtenBack('acknowledgement')).length, 'the answer').toBe(1);
  expect(await writtenBack('seen')).toHaveLength(1);
  expect(await logged()).toBe(1);
});
