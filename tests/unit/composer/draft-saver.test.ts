/** Saving half-written notes, one after the other, to a store that may refuse for a while. */
import { expect, it } from 'vitest';
import { createDraftSaver } from '#components/composer/state/draft-saver.ts';
import type { ComposerDraft, SaveDraftOutcome } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';

const artifact = (id: string): Artifact => ({
  kind: 'crm',
  site: 'page',
  key: `https://a.example|deal|${id}`,
  url: `https://a.example/${id}`,
  title: `Deal ${id}`,
});
const draft = (noteId: string, observation: string): ComposerDraft => ({
  kind: 'recognition',
  subjectId: 'jonas',
  observation,
  impact: '',
  nextAction: '',
  checkInDays: 7,
  audience: 'pair',
  scores: {},
  openedAt: 1,
  noteId,
  scorecardId: `card-${noteId}`,
});

/** A store that refuses while it is told to, and the news of the saver on it. */
function scene(outcome: (draft: ComposerDraft) => SaveDraftOutcome = () => ({ state: 'kept', isNew: true })) {
  const stored = new Map<string, string>();
  const calls: string[] = [];
  const world = { refuses: false, stored, calls, unsaved: [] as string[], held: [] as (() => void)[] };
  let holding = false;
  const saver = createDraftSaver(
    {
      async save(_artifact, written) {
        calls.push(written.observation);
        if (holding) await new Promise<void>(go => world.held.push(go));
        if (world.refuses) throw new Error('the disk is full');
        const answer = outcome(written);
        stored.set(answer.state === 'apart' ? answer.noteId : written.noteId, written.observation);
        return answer;
      },
      async drop(noteId) {
        if (world.refuses) throw new Error('the disk is full');
        stored.delete(noteId);
      },
    },
    {
      unsaved: texts => {
        world.unsaved = texts.map(({ draft }) => draft.observation);
      },
      apart: () => {},
      elsewhere: () => {},
      failed: () => {},
    },
  );
  const hold = (on: boolean) => {
    holding = on;
    if (!on) for (const go of world.held.splice(0)) go();
  };
  return { saver, world, hold };
}

it('what could not be saved is named, and is saved with the next text, though that is about something else', async () => {
  const { saver, world } = scene();
  world.refuses = true;
  saver.keep(artifact('1'), draft('first', 'About the first deal.'));
  await saver.settled();
  expect(world.unsaved).toEqual(['About the first deal.']);
  expect(saver.isUnsaved('first')).toBe(true);

  world.refuses = false;
  saver.keep(artifact('2'), draft('second', 'About the second.'));
  await saver.settled();
  expect(Object.fromEntries(world.stored)).toEqual({
    first: 'About the first deal.',
    second: 'About the second.',
  });
  expect(world.unsaved).toEqual([]);
});

it('a newer text of the same note replaces the one that could not be saved', async () => {
  const { saver, world } = scene();
  world.refuses = true;
  saver.keep(artifact('1'), draft('first', 'Half a'));
  await saver.settled();
  world.refuses = false;
  world.calls.length = 0;
  saver.keep(artifact('1'), draft('first', 'Half a sentence.'));
  await saver.settled();
  expect(world.calls).toEqual(['Half a sentence.']);
});

it('a note that is given up while its text gets ids of its own does not come back', async () => {
  const { saver, world, hold } = scene(({ noteId }) => ({
    state: 'apart',
    noteId: `own ${noteId}`,
    scorecardId: 'own card',
  }));
  hold(true);
  saver.keep(artifact('1'), draft('first', 'Begun here too.'));
  saver.keep(artifact('1'), draft('first', ''));
  hold(false);
  await saver.settled();
  expect(world.calls).toEqual(['Begun here too.']);
  expect([...world.stored.keys()]).toEqual([]);
});

it('a note that is given up is deleted, though the answer that it was saved was lost', async () => {
  const { saver, world } = scene(() => {
    throw new Error('the worker was stopped');
  });
  world.stored.set('first', 'Saved, though nobody said so.');
  saver.keep(artifact('1'), draft('first', 'Saved, though nobody said so.'));
  await saver.settled();
  saver.keep(artifact('1'), draft('first', ''));
  await saver.settled();
  expect([...world.stored.keys()]).toEqual([]);
});

it('what waits for its turn is handed over at once when the page goes', async () => {
  const { saver, world, hold } = scene();
  hold(true);
  saver.keep(artifact('1'), draft('first', 'Half'));
  saver.keep(artifact('1'), draft('first', 'Half a sentence.'));
  expect(world.calls).toEqual(['Half']);
  saver.end();
  expect(world.calls).toEqual(['Half', 'Half a sentence.']);
  hold(false);
  await saver.settled();
  expect(world.stored.get('first')).toBe('Half a sentence.');
  expect(world.calls).toHaveLength(2);
});
