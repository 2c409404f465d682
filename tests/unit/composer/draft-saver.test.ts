/** Saving half-written notes, one after the other, to a store that may refuse for a while. */
import { expect, it, vi } from 'vitest';
import { createDraftSaver } from '#components/composer/state/draft-saver.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
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

it('what could not be saved is saved with the next text, though that is about something else', async () => {
  const saved = new Map<string, string>();
  let full = true;
  const news = { kept: vi.fn(), apart: vi.fn(), elsewhere: vi.fn(), failed: vi.fn() };
  const saver = createDraftSaver(
    {
      async save(_artifact, { noteId, observation }) {
        if (full) throw new Error('the disk is full');
        saved.set(noteId, observation);
        return { state: 'kept', isNew: true };
      },
      drop: async () => null,
    },
    news,
  );
  saver.keep(artifact('1'), draft('first', 'About the first deal.'));
  await saver.settled();
  expect(news.failed).toHaveBeenCalledOnce();
  expect(news.kept).not.toHaveBeenCalled();

  full = false;
  saver.keep(artifact('2'), draft('second', 'About the second.'));
  await saver.settled();
  expect([...saved]).toEqual([
    ['first', 'About the first deal.'],
    ['second', 'About the second.'],
  ]);
  expect(news.kept).toHaveBeenCalled();
});

it('a newer text of the same note replaces the one that could not be saved', async () => {
  const saved: string[] = [];
  let full = true;
  const saver = createDraftSaver(
    {
      async save(_artifact, { observation }) {
        if (full) throw new Error('the disk is full');
        saved.push(observation);
        return { state: 'kept', isNew: true };
      },
      drop: async () => null,
    },
    { kept: () => {}, apart: () => {}, elsewhere: () => {}, failed: () => {} },
  );
  saver.keep(artifact('1'), draft('first', 'Half a'));
  await saver.settled();
  full = false;
  saver.keep(artifact('1'), draft('first', 'Half a sentence.'));
  await saver.settled();
  expect(saved).toEqual(['Half a sentence.']);
});
