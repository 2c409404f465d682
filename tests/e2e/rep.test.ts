/** The coachee's side of the loop: answer, promise, proof, the next rep; the coach's records come by the server's API. */
import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Body, isType, type Note, type RecordOf, type RecordType } from '#lib/records/types.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';
import { freePort, type Person, until } from '../../scripts/extension.ts';
import { type Cast, launchAs, startCast } from './cast.ts';
import { axeProblems } from './rules.ts';

const ACTION = 'Say the next step and its date before you hang up.';

let demo: Demo;
let cast: Cast;
let rep: Person;
let page: Page;
let sidebar: Page;
beforeAll(async () => {
  mkdirSync('screenshots', { recursive: true });
  demo = await startDemo({ port: await freePort() });
  cast = await startCast();
  rep = await launchAs(cast.rep, cast, { granted: [new URL(demo.url).origin] });
  page = await rep.visit(demo.artifacts.crm.url);
  sidebar = await rep.openSidebar(page);
});
afterAll(async () => {
  await rep.close();
  await cast.stop();
  await demo.stop();
});

describe('a correction, from the answer to the verdict', () => {
  it('is said back, promised in one press, proven with a picture of the tab, and closed by the verdict', async () => {
    const note = await writeNote({ observation: 'The call ended without a date.' });
    const card = await cardOf(note);
    await card.getByText('Your turn: answer').waitFor();
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card
      .getByRole('textbox', { name: 'Say it back' })
      .fill('I name the step and the day, then I hang up.');
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByText('Said back: “I name the step and the day, then I hang up.”').waitFor();

    const form = card.getByRole('form', { name: 'Your commitment' });
    expect(await form.getByRole('textbox', { name: 'When', exact: true }).inputValue()).toBe(
      'Before you hang up',
    );
    expect(await form.getByRole('textbox', { name: 'I will' }).inputValue()).toBe(ACTION);
    await sidebar.screenshot({ path: 'screenshots/rep-commit.png', fullPage: true });
    await form.getByRole('button', { name: 'Commit' }).click();
    const commitment = await fromRep('commitment', note);
    expect(commitment.body.dueAt).toBeLessThanOrEqual(Date.now() + 8 * 86_400_000);

    await card.getByText('Your turn: show proof').waitFor();
    await card.getByRole('button', { name: 'Picture of this tab' }).click();
    await card.getByRole('button', { name: 'Enlarge the picture' }).waitFor();
    await sidebar.screenshot({ path: 'screenshots/rep-proof.png', fullPage: true });
    await card.getByRole('button', { name: 'Show it' }).click();
    await card.getByText('Ines Duarte’s turn: say what you found').waitFor();
    const proof = await fromRep('evidence', commitment);
    expect(proof.body.picture).toMatch(/^data:image\/webp;base64,/);

    await verdict(commitment, proof, { finding: 'implemented', sentence: 'Heard it at 31:02.' });
    await card.getByText('Heard it at 31:02.').waitFor();
    await card.getByText('Done: seen, practised and answered.').waitFor();
    await sidebar.screenshot({ path: 'screenshots/rep-closed.png', fullPage: true });
    expect(await axeProblems(sidebar)).toEqual([]);
  });
});

/** Ines writes on the record that is open. */
async function writeNote(body: Partial<Body<'note'>> = {}): Promise<Note> {
  const artifact = {
    kind: 'crm' as const,
    site: 'demo',
    key: await keyOf(page),
    url: demo.artifacts.crm.url,
    title: 'Route planning rollout, three depots',
  };
  const note = cast.coach.note(cast.rep, {
    body: { artifact, nextAction: ACTION, checkInAt: Date.now() + 5 * 86_400_000, ...body },
  });
  await push(note);
  return note as Note;
}

/** The key by which the sidebar knows this page: asked of our own script in it. */
async function keyOf(at: Page): Promise<string> {
  return until(async () => {
    const worker = await rep.worker();
    return worker.evaluate(async url => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find(each => each.url === url);
      if (tab?.id === undefined) return undefined;
      const reply = await chrome.tabs.sendMessage(tab.id, { sideline: 'page.which', input: null });
      return reply?.value?.artifact?.key as string | undefined;
    }, at.url());
  }, 'the key of the page');
}

async function cardOf(note: Note): Promise<Locator> {
  const card = sidebar.locator(`article[data-note="${note.id}"]`);
  await card.waitFor();
  return card;
}

async function push(record: Envelope): Promise<void> {
  const [result] = await cast.coach.push(record);
  expect(result).toMatchObject({ status: 'accepted' });
}

async function verdict(on: Envelope, proof: Envelope, body: Body<'verdict'>): Promise<void> {
  await push(
    createRecord(
      {
        type: 'verdict',
        workspaceId: cast.workspaceId,
        authorId: cast.coach.id,
        subjectId: cast.rep.id,
        audience: 'coaches',
        refs: [on.id, proof.id],
        body,
      },
      Date.now(),
    ),
  );
}

/** What Jonas wrote on a record, as Ines gets it from the server. */
async function fromRep<T extends RecordType>(type: T, on: Envelope): Promise<RecordOf<T>> {
  return until(async () => {
    const { records } = await cast.coach.pull();
    return (records as Envelope[]).find(
      (record): record is Envelope & RecordOf<T> => isType(record, type) && record.refs[0] === on.id,
    );
  }, `a ${type} of the rep at the server`);
}
