/** The background does not answer, refuses for a while, or answers late: the form goes on and says what is true. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Composer, createComposer } from '#components/composer/state/store.ts';
import type {
  ComposerContext,
  ComposerDraft,
  DraftsHere,
  FromTools,
  SendOutcome,
} from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { SOLO_MEMBER } from '#lib/records/envelope.ts';

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
const member = (id: string) => ({ id, name: id, roles: ['coachee' as const], coachIds: ['ines'] });
const CONTEXT: ComposerContext = {
  me: { id: 'ines', name: 'Ines', roles: ['coach'] },
  workspaceName: 'Team',
  solo: false,
  audience: 'coaches',
  lateAfter: 86_400_000,
  members: [{ id: 'ines', name: 'Ines', roles: ['coach'], coachIds: [] }, member('jonas'), member('mara')],
  behaviours: [],
  templates: [],
  rubrics: [],
  lexicon: { phrases: [], verbs: [] },
};

/** What the background has, and what it does when asked. */
let stored: Map<string, { artifact: Artifact; draft: ComposerDraft }>;
let context: ComposerContext;
let refuses: Set<string>;
let sendings: { draft: ComposerDraft; answer(outcome: SendOutcome): void }[];
let page: (message: FromTools) => void;
let composer: Composer;

const show = (artifact: Artifact | null) => page({ type: 'page', artifact, hasVideo: false, notes: 0 });
const state = () => composer.store.getState();
const isOn = (artifact: Artifact) =>
  vi.waitFor(() => {
    expect(state()).toMatchObject({ moving: false, artifact: { key: artifact.key } });
    expect(state().draft).toBeDefined();
  });
const keptWords = () => [...stored.values()].map(({ draft }) => draft.observation);

function draftsOn(artifact: Artifact, take: boolean): DraftsHere {
  const here = [...stored.values()].filter(each => each.artifact.key === artifact.key);
  const all = here.map(({ draft }) => ({
    noteId: draft.noteId,
    excerpt: draft.observation,
    held: 'here' as const,
  }));
  return { all, draft: take ? here[0]?.draft : undefined };
}

async function answer(
  command: string,
  input: { artifact: Artifact; draft: ComposerDraft; noteId: string; take: boolean },
) {
  if (refuses.has(command)) throw new Error('Nobody is there.');
  switch (command) {
    case 'compose.context':
      return context;
    case 'compose.drafts':
      return draftsOn(input.artifact, input.take);
    case 'compose.save':
      stored.set(input.draft.noteId, { artifact: input.artifact, draft: input.draft });
      return { state: 'kept', isNew: false };
    case 'compose.drop':
      stored.delete(input.noteId);
      return null;
    case 'compose.take':
      return stored.get(input.noteId)?.draft ?? null;
    case 'compose.send':
      return new Promise<SendOutcome>(done => {
        sendings.push({
          draft: input.draft,
          answer(outcome) {
            if (outcome.ok) stored.delete(input.draft.noteId);
            done(outcome);
          },
        });
      });
    default:
      return null;
  }
}

beforeEach(() => {
  stored = new Map();
  context = CONTEXT;
  refuses = new Set();
  sendings = [];
  background.ask.mockReset();
  background.ask.mockImplementation(answer);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const link = {
    send: () => {},
    listen: (callback: typeof page) => {
      page = callback;
    },
  };
  composer = createComposer(link, undefined, { id: 'alone', listen: () => {} });
  return () => {
    composer.close();
    vi.restoreAllMocks();
  };
});

async function underWay() {
  await vi.waitFor(() => expect(sendings).toHaveLength(1));
  return sendings[0] ?? expect.fail('nothing was sent');
}

describe('a text that cannot be saved', () => {
  it('is named as being in this window only, also after the page has gone on, until it is saved', async () => {
    show(A);
    await isOn(A);
    refuses.add('compose.save');
    composer.change({ observation: 'About A' });
    await composer.settled();
    show(B);
    await isOn(B);
    expect(state().unsaved).toMatchObject([{ artifact: { title: 'A' }, draft: { observation: 'About A' } }]);
    refuses.clear();
    await composer.look();
    await composer.settled();
    expect(state().unsaved).toEqual([]);
    expect(keptWords()).toEqual(['About A']);
  });

  it('is tried again without anybody doing anything', async () => {
    show(A);
    await isOn(A);
    vi.useFakeTimers();
    try {
      refuses.add('compose.save');
      composer.change({ observation: 'About A' });
      await composer.settled();
      refuses.clear();
      vi.runOnlyPendingTimers();
      await composer.settled();
    } finally {
      vi.useRealTimers();
    }
    expect(keptWords()).toEqual(['About A']);
    expect(state().unsaved).toEqual([]);
  });

  it('is not replaced by another draft', async () => {
    const other = { ...draftOf('jonas'), observation: 'The other one' };
    stored.set('other', { artifact: A, draft: { ...other, noteId: 'other' } });
    show(A);
    await isOn(A);
    await composer.clear();
    stored.set('other', { artifact: A, draft: { ...other, noteId: 'other' } });
    refuses.add('compose.save');
    composer.change({ observation: 'Only here' });
    await composer.settled();
    await composer.resume('other');
    expect(state()).toMatchObject({
      message: { kind: 'unsaved-first' },
      draft: { observation: 'Only here' },
    });
  });

  it('is not replaced by what was stored of it when it is asked for twice', async () => {
    show(A);
    await isOn(A);
    stored.set('kept', { artifact: A, draft: draftOf('jonas') });
    const first = composer.resume('kept');
    const second = composer.resume('kept');
    await first;
    composer.change({ observation: 'Kept words, and more' });
    await second;
    await composer.resume('kept');
    composer.change({ impact: 'It costs a week.' });
    await composer.settled();
    expect(stored.get('kept')?.draft).toMatchObject({
      observation: 'Kept words, and more',
      impact: 'It costs a week.',
    });
  });

  it('is stored again when the storage was cleared under it', async () => {
    show(A);
    await isOn(A);
    composer.change({ observation: 'Still here' });
    await composer.settled();
    stored.clear();
    await composer.look();
    await composer.settled();
    expect(keptWords()).toEqual(['Still here']);
  });

  it('stays on the screen alone after a sign-out, and is not written back by itself', async () => {
    show(A);
    await isOn(A);
    composer.change({ observation: 'Of the team', subjectId: 'jonas' });
    await composer.settled();
    stored.clear();
    const me = { id: SOLO_MEMBER, name: '', roles: [], coachIds: [] };
    context = { ...CONTEXT, me, workspaceName: '', solo: true, members: [me] };
    await composer.look();
    await composer.settled();
    expect(state()).toMatchObject({
      onlyHere: true,
      draft: { observation: 'Of the team', subjectId: SOLO_MEMBER },
    });
    expect(keptWords()).toEqual([]);
    composer.change({ impact: 'I go on.' });
    await composer.settled();
    expect(state().onlyHere).toBe(false);
    expect(keptWords()).toEqual(['Of the team']);
  });
});

function draftOf(subjectId: string): ComposerDraft {
  const texts = { observation: 'Kept words', impact: '', nextAction: '' };
  const ids = { noteId: 'kept', scorecardId: 'card', openedAt: 1 };
  return { kind: 'recognition', subjectId, ...texts, ...ids, checkInDays: 7, audience: 'pair', scores: {} };
}

describe('a page whose half-written notes nobody can look up', () => {
  it('does not leave the form moving, and keeps what was typed with the page', async () => {
    show(A);
    await isOn(A);
    show(null);
    composer.change({ observation: 'On the way' });
    refuses.add('compose.drafts');
    show(B);
    await isOn(B);
    await composer.settled();
    expect(state().draft?.observation).toBe('On the way');
    expect([...stored.values()].map(({ artifact }) => artifact.title)).toEqual(['B']);
  });

  it('is asked again when somebody comes back to the form', async () => {
    refuses.add('compose.context');
    show(A);
    await vi.waitFor(() => expect(state().message).toBeDefined());
    expect(state().draft).toBeUndefined();
    stored.set('kept', { artifact: A, draft: draftOf('jonas') });
    refuses.clear();
    await composer.look();
    await isOn(A);
    await vi.waitFor(() => expect(state()).toMatchObject({ message: undefined, draft: { noteId: 'kept' } }));
  });
});

describe('choices made while the page moves', () => {
  it('person, kind and audience go along without a word typed, and the page’s owner does not change them', async () => {
    show(A);
    await isOn(A);
    show(null);
    composer.change({ subjectId: 'mara' });
    composer.change({ kind: 'question' });
    composer.change({ audience: 'author' });
    show(B);
    await isOn(B);
    const chosen = { subjectId: 'mara', kind: 'question', audience: 'author' };
    expect(state().draft).toMatchObject(chosen);
    show({ ...B, owner: 'jonas' });
    expect(state().draft).toMatchObject(chosen);
  });

  it('they do not displace what is half-written on the next record', async () => {
    stored.set('kept', { artifact: B, draft: draftOf('jonas') });
    show(A);
    await isOn(A);
    show(null);
    composer.change({ kind: 'question' });
    show(B);
    await isOn(B);
    expect(state().draft).toMatchObject({ kind: 'question', observation: '' });
    expect(state().others.map(({ noteId }) => noteId)).toEqual(['kept']);
  });
});

describe('a page that goes away and comes back while a note is being sent', () => {
  async function awayAndBack() {
    show(A);
    await isOn(A);
    composer.change({ observation: 'The sent one', subjectId: 'jonas' });
    const done = composer.send();
    const sending = await underWay();
    show(B);
    await isOn(B);
    show(null);
    composer.change({ observation: 'The next one' });
    show(A);
    await isOn(A);
    expect(state().draft).toMatchObject({ observation: 'The next one' });
    return { done, sending };
  }

  it('the next draft stays in the form when the note is sent', async () => {
    const { done, sending } = await awayAndBack();
    sending.answer({ ok: true, noteId: 'n', waiting: true });
    await done;
    expect(state().draft?.observation).toBe('The next one');
    expect(state().message).toMatchObject({ kind: 'sent', to: 'jonas' });
    await composer.settled();
    expect(keptWords()).toEqual(['The next one']);
  });

  it('a refusal is not said of the next draft, and the refused one is offered beside it', async () => {
    const { done, sending } = await awayAndBack();
    const { noteId } = sending.draft;
    sending.answer({
      ok: false,
      reason: 'changed-elsewhere',
      edits: 'x',
      base: 'y',
      theirs: { observation: '', impact: '', nextAction: '', affirmation: '' },
    });
    await done;
    expect(state().message).toBeUndefined();
    await composer.sendMine();
    expect(state().draft).toMatchObject({ observation: 'The next one' });
    expect(state().draft?.edits).toBeUndefined();
    await vi.waitFor(() => expect(state().others.map(each => each.noteId)).toEqual([noteId]));
  });
});

describe('a draft about somebody who left', () => {
  it('goes into the form with its words, and asks for whom it is now', async () => {
    stored.set('kept', { artifact: A, draft: draftOf('lou') });
    show({ ...A, owner: 'jonas' });
    await isOn(A);
    expect(state()).toMatchObject({ message: { kind: 'whom-anew' }, draft: { observation: 'Kept words' } });
    expect(state().draft?.subjectId).toBeUndefined();
  });

  it('asks for whom it is when it is gone on with', async () => {
    show(A);
    await isOn(A);
    stored.set('kept', { artifact: A, draft: draftOf('lou') });
    await composer.resume('kept');
    expect(state()).toMatchObject({ message: { kind: 'whom-anew' }, draft: { observation: 'Kept words' } });
    expect(state().draft?.subjectId).toBeUndefined();
  });

  it('is refused by a sentence, and the form asks for whom it is', async () => {
    stored.set('kept', { artifact: A, draft: draftOf('jonas') });
    show(A);
    await isOn(A);
    context = { ...CONTEXT, members: CONTEXT.members.filter(({ id }) => id !== 'jonas') };
    const done = composer.send();
    (await underWay()).answer({ ok: false, reason: 'may-not-write' });
    await done;
    await vi.waitFor(() => expect(state().draft?.subjectId).toBeUndefined());
    expect(state()).toMatchObject({
      message: { kind: 'may-not-write' },
      draft: { observation: 'Kept words' },
    });
  });

  it('before a sign-in a draft was about oneself, and is now for whom the page names', async () => {
    stored.set('kept', { artifact: A, draft: draftOf(SOLO_MEMBER) });
    show({ ...A, owner: 'mara' });
    await isOn(A);
    expect(state()).toMatchObject({ message: undefined, draft: { subjectId: 'mara' } });
  });
});

describe('the page is gone right after a key', () => {
  it('hands over what waits, and what was typed while a note was being sent', async () => {
    show(A);
    await isOn(A);
    composer.change({ observation: 'The sent one', subjectId: 'jonas' });
    void composer.send();
    await underWay();
    composer.change({ nextAction: 'Typed meanwhile' });
    composer.close();
    await vi.waitFor(() =>
      expect([...stored.values()].map(({ draft }) => draft.nextAction)).toContain('Typed meanwhile'),
    );
  });
});
