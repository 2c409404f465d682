/** The page moves from one artifact to the next below the composer: who owns the words, and what is pointed at? */
import { beforeEach, expect, it, vi } from 'vitest';
import { type Composer, createComposer } from '#components/composer/state/store.ts';
import type { ComposerDraft, FromTools, Place, ToTools } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';

const background = vi.hoisted(() => ({ ask: vi.fn() }));
vi.mock('#lib/messages/ask.ts', () => ({ ask: background.ask, RefusedError: class extends Error {} }));

const A: Artifact = {
  kind: 'crm',
  site: 'page',
  key: 'https://a.example|deal|1',
  url: 'https://a.example/1',
  title: 'A',
};
const B: Artifact = { ...A, key: 'https://a.example|deal|2', url: 'https://a.example/2', title: 'B' };
const FIELD: Place = {
  anchor: { kind: 'field', label: 'Stage', value: 'Proposal' },
  label: 'Stage: Proposal',
};
const CONTEXT = {
  me: { id: 'ines', name: 'Ines', roles: ['coach'] },
  workspaceName: 'Team',
  solo: false,
  members: [{ id: 'ines', name: 'Ines', roles: ['coach'], coachIds: [] }],
  behaviours: [],
  templates: [],
  rubrics: [],
  lexicon: { phrases: [], verbs: [] },
};

/** Where each half-written text is stored, by its words. */
let kept: Map<string, { key: string; draft: ComposerDraft }>;
let told: ToTools[];
let page: (message: FromTools) => void;
let composer: Composer;

const show = (artifact: Artifact | null) => page({ type: 'page', artifact, hasVideo: false, notes: 0 });
const state = () => composer.store.getState();
const isThere = (artifact: Artifact) =>
  vi.waitFor(() => {
    expect(state().moving).toBe(false);
    expect(state().artifact?.key).toBe(artifact.key);
    expect(state().draft).toBeDefined();
  });
const keyOf = (words: string) => [...kept.values()].find(({ draft }) => draft.observation === words)?.key;

beforeEach(async () => {
  kept = new Map();
  told = [];
  background.ask.mockReset();
  background.ask.mockImplementation(
    async (command: string, input: { artifact: Artifact; draft: ComposerDraft } | null) => {
      if (command === 'compose.context') return CONTEXT;
      if (command === 'compose.drafts') return { all: [] };
      if (command === 'compose.save' && input) {
        kept.set(input.draft.noteId, { key: input.artifact.key, draft: input.draft });
        return { state: 'kept', isNew: false };
      }
      return null;
    },
  );
  const link = {
    send: (message: ToTools) => void told.push(message),
    listen: (callback: typeof page) => {
      page = callback;
    },
  };
  composer = createComposer(link, undefined, { id: 'alone', listen: () => {} });
  show(A);
  await isThere(A);
  return () => composer.close();
});

it('what was started stays with the previous artifact, and the form is empty at once', async () => {
  composer.change({ observation: 'About A' });
  page({ type: 'place', place: FIELD, auto: false });
  show(null);
  expect(state()).toMatchObject({ artifact: null, moving: true, former: { title: 'A' } });
  expect(state().draft).toMatchObject({ observation: '' });
  expect(state().draft?.place).toBeUndefined();
  await composer.settled();
  expect(keyOf('About A')).toBe(A.key);
});

it('what is typed while the page moves belongs to the next artifact, and is saved in the meantime', async () => {
  show(null);
  composer.change({ observation: 'Typed early' });
  await composer.settled();
  expect(keyOf('Typed early')).toBe(A.key);
  show(B);
  await isThere(B);
  expect(state().draft?.observation).toBe('Typed early');
  await composer.settled();
  expect(keyOf('Typed early')).toBe(B.key);
  expect(kept.size).toBe(1);
});

it('the words move on when the page moves twice', async () => {
  show(null);
  composer.change({ observation: 'Typed early' });
  show(B);
  show(null);
  show({ ...B, key: 'https://a.example|deal|3', title: 'C' });
  await vi.waitFor(() => expect(state().moving).toBe(false));
  expect(state().artifact?.title).toBe('C');
  expect(state().draft?.observation).toBe('Typed early');
  await composer.settled();
  expect(keyOf('Typed early')).toBe('https://a.example|deal|3');
});

it('nothing is sent until the next artifact is known', async () => {
  show(null);
  composer.change({ observation: 'Typed early' });
  await composer.send();
  expect(background.ask).not.toHaveBeenCalledWith('compose.send', expect.anything());
});

it('nothing pointed at between two artifacts gets into a note', async () => {
  show(null);
  page({ type: 'place', place: FIELD, auto: false });
  composer.change({ observation: 'Typed early' });
  show(B);
  await isThere(B);
  expect(state().draft?.place).toBeUndefined();
});

it('a field chosen on one artifact is not taken on the next until it is chosen there', async () => {
  page({ type: 'picking', on: true });
  show(null);
  show(B);
  await isThere(B);
  page({ type: 'place', place: FIELD, auto: false });
  expect(state().draft?.place).toBeUndefined();
  page({ type: 'picking', on: false });
  expect(told.at(-1)).toEqual({ type: 'pick', what: 'whole' });
  composer.pick('field');
  page({ type: 'place', place: FIELD, auto: false });
  expect(state().draft?.place).toEqual(FIELD);
});

it('a page that shows nothing for long is reported as empty, and comes back when it shows something', async () => {
  vi.useFakeTimers();
  try {
    show(null);
    expect(state().lost).toBe(false);
    vi.runAllTimers();
    expect(state().lost).toBe(true);
  } finally {
    vi.useRealTimers();
  }
  show(B);
  await isThere(B);
  expect(state().lost).toBe(false);
});
