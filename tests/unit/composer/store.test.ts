/** The composer's state against a background that answers when the test says so. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToolsLink } from '#components/composer/state/page-link.ts';
import { createComposer } from '#components/composer/state/store.ts';
import type { Surface } from '#components/composer/state/surface.ts';
import type { ComposerDraft, FromTools, SendOutcome, ToTools } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';

const background = vi.hoisted(() => ({ ask: vi.fn() }));
vi.mock('#lib/messages/ask.ts', () => ({ ask: background.ask, RefusedError: class extends Error {} }));

const DEAL: Artifact = {
  kind: 'crm',
  site: 'page',
  key: 'https://a.example|deal|1',
  url: 'https://a.example/1',
  title: 'Deal',
};
const OTHER: Artifact = { ...DEAL, key: 'https://a.example|deal|2', title: 'Other deal' };
const SENT: SendOutcome = { ok: true, noteId: 'x', waiting: true };

let drafts: Map<string, ComposerDraft>;
let sendings: { draft: ComposerDraft; answer(outcome: SendOutcome): void }[];
let told: ToTools[];
let page: (message: FromTools) => void;

beforeEach(() => {
  background.ask.mockClear();
  drafts = new Map();
  sendings = [];
  told = [];
  background.ask.mockImplementation(
    async (command: string, input: { artifact: Artifact; draft: ComposerDraft; noteId: string } | null) => {
      const key = input?.artifact?.key ?? '';
      switch (command) {
        case 'compose.context':
          return CONTEXT;
        case 'compose.drafts':
          return { all: [], draft: drafts.get(key) };
        case 'compose.save':
          for (const [place, draft] of drafts) {
            if (draft.noteId === input?.draft.noteId) drafts.delete(place);
          }
          if (input) drafts.set(key, input.draft);
          return { state: 'kept', isNew: false };
        case 'compose.drop':
          for (const [place, draft] of drafts) if (draft.noteId === input?.noteId) drafts.delete(place);
          return null;
        case 'compose.send':
          return new Promise<SendOutcome>(done => {
            const answer = (outcome: SendOutcome) => {
              // As in the background: a draft that was sent is no longer a draft.
              if (outcome.ok) drafts.delete(key);
              done(outcome);
            };
            if (input) sendings.push({ draft: input.draft, answer });
          });
        default:
          return undefined;
      }
    },
  );
});

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

/** The only surface there is. */
const ALONE: Surface = { id: 'alone', listen: () => {} };

async function open() {
  const link: ToolsLink = {
    send: message => void told.push(message),
    listen: callback => {
      page = callback;
    },
  };
  const composer = createComposer(link, undefined, ALONE);
  page({ type: 'page', artifact: DEAL, hasVideo: false, notes: 0 });
  await vi.waitFor(() => expect(composer.store.getState().draft).toBeDefined());
  composer.change({ observation: 'You named the price.', impact: 'She nodded.' });
  return composer;
}

/** Resolves when the background has the note. */
async function underWay(count = 1) {
  await vi.waitFor(() => expect(sendings).toHaveLength(count));
  return sendings[count - 1] ?? expect.fail('nothing was sent');
}

describe('words typed while a note is being sent', () => {
  it('words typed while a note is being sent begin the next note, with its own id, and are saved', async () => {
    const composer = await open();
    const done = composer.send();
    const sending = await underWay();
    composer.change({ nextAction: 'Say the date too.' });
    sending.answer(SENT);
    await done;

    const { draft, message } = composer.store.getState();
    expect(message).toMatchObject({ kind: 'sent', to: undefined });
    expect(draft).toMatchObject({ observation: '', impact: '', nextAction: 'Say the date too.' });
    expect(draft?.noteId).not.toBe(sending.draft.noteId);
    await vi.waitFor(() => expect(drafts.get(DEAL.key)).toEqual(draft));

    const again = composer.send();
    const second = await underWay(2);
    expect(second.draft.noteId).not.toBe(sending.draft.noteId);
    expect(second.draft.nextAction).toBe('Say the date too.');
    second.answer(SENT);
    await again;
  });

  it('words typed while a note is being sent stay in that note if it was refused', async () => {
    const composer = await open();
    const done = composer.send();
    const sending = await underWay();
    composer.change({ nextAction: 'Say the date too.' });
    sending.answer({ ok: false, reason: 'storage-full', message: 'full' });
    await done;
    const { draft } = composer.store.getState();
    expect(draft).toMatchObject({ observation: 'You named the price.', nextAction: 'Say the date too.' });
    expect(draft?.noteId).toBe(sending.draft.noteId);
    await vi.waitFor(() => expect(drafts.get(DEAL.key)).toEqual(draft));
  });

  it('words typed while a note is being sent stay with their artifact when the page moves on', async () => {
    const composer = await open();
    const done = composer.send();
    const sending = await underWay();
    composer.change({ nextAction: 'Say the date too.' });
    page({ type: 'page', artifact: OTHER, hasVideo: false, notes: 0 });
    await vi.waitFor(() => expect(composer.store.getState().draft).toBeDefined());
    composer.change({ observation: 'On the other record.' });
    sending.answer(SENT);
    await done;
    expect(composer.store.getState().draft?.observation).toBe('On the other record.');
    await vi.waitFor(() => expect(drafts.get(DEAL.key)?.nextAction).toBe('Say the date too.'));
    expect(drafts.get(DEAL.key)?.noteId).not.toBe(sending.draft.noteId);
    await vi.waitFor(() => expect(drafts.get(OTHER.key)?.observation).toBe('On the other record.'));
  });

  it('a form in which nothing was typed during sending is empty and takes the next words at once', async () => {
    const composer = await open();
    const done = composer.send();
    (await underWay()).answer(SENT);
    await done;
    const { draft } = composer.store.getState();
    expect(draft).toMatchObject({ observation: '', impact: '', nextAction: '' });
    expect(drafts.has(DEAL.key)).toBe(false);
    expect(told).toContainEqual({ type: 'sent' });
  });
});

describe('who a note is for', () => {
  const TEAM = {
    ...CONTEXT,
    members: [
      ...CONTEXT.members,
      { id: 'jonas', name: 'Jonas Petersen', roles: ['coachee'], coachIds: ['ines'] },
      { id: 'mara', name: 'Mara Okafor', roles: ['coachee'], coachIds: ['ines'] },
    ],
    behaviours: [
      { id: 'own', name: 'Own', standard: '', looksLike: '', subjectId: 'jonas', libraryId: 'library:x' },
      { id: 'library:x', name: 'X', standard: '', looksLike: '', libraryId: 'library:x', role: 'sales' },
    ],
  };
  beforeEach(() => {
    const usual = background.ask.getMockImplementation();
    background.ask.mockImplementation(async (command: string, input: { artifact: Artifact }) =>
      command === 'compose.context' ? TEAM : usual?.(command, input),
    );
  });

  it('the author is asked if the page names nobody, and the page’s later answer is taken', async () => {
    const composer = await open();
    expect(composer.store.getState().draft?.subjectId).toBeUndefined();
    page({ type: 'page', artifact: { ...DEAL, owner: 'Owner: M. Okafor' }, hasVideo: false, notes: 0 });
    expect(composer.store.getState().draft?.subjectId).toBe('mara');
  });

  it('the person the author chose stays, whatever the page says later', async () => {
    const composer = await open();
    composer.change({ subjectId: 'jonas' });
    page({ type: 'page', artifact: { ...DEAL, owner: 'Mara Okafor' }, hasVideo: false, notes: 0 });
    expect(composer.store.getState().draft?.subjectId).toBe('jonas');
  });

  it('choosing a person brings along a behaviour that they can have', async () => {
    const composer = await open();
    composer.change({ subjectId: 'jonas', behaviourId: 'own' });
    composer.change({ subjectId: 'mara' });
    expect(composer.store.getState().draft?.behaviourId).toBe('library:x');
    composer.change({ subjectId: 'jonas' });
    expect(composer.store.getState().draft?.behaviourId).toBe('own');
  });

  it('the owner whom the page names while the draft is still being looked up is the one it is for', async () => {
    let say: (message: FromTools) => void = () => {};
    const composer = createComposer(
      {
        send: () => {},
        listen: callback => {
          say = callback;
        },
      },
      undefined,
      ALONE,
    );
    say({ type: 'page', artifact: DEAL, hasVideo: false, notes: 0 });
    say({ type: 'page', artifact: { ...DEAL, owner: 'Mara Okafor' }, hasVideo: false, notes: 0 });
    await vi.waitFor(() => expect(composer.store.getState().draft?.subjectId).toBe('mara'));
  });

  it('words that go along to the next artifact keep no behaviour that its person does not have', async () => {
    const composer = await open();
    composer.change({ subjectId: 'jonas' });
    page({ type: 'page', artifact: null, hasVideo: false, notes: 0 });
    await vi.waitFor(() => expect(composer.store.getState().moving).toBe(true));
    composer.change({ observation: 'Typed on the way.', behaviourId: 'own' });
    page({ type: 'page', artifact: { ...OTHER, owner: 'Mara Okafor' }, hasVideo: false, notes: 0 });
    await vi.waitFor(() => expect(composer.store.getState().moving).toBe(false));
    const { draft } = composer.store.getState();
    expect(draft).toMatchObject({
      observation: 'Typed on the way.',
      subjectId: 'mara',
      behaviourId: 'library:x',
    });
  });
});

describe('undo', () => {
  async function sentOne() {
    const composer = await open();
    const done = composer.send();
    const sending = await underWay();
    sending.answer(SENT);
    await done;
    return { composer, first: sending.draft };
  }
  const takeBack = (ok: boolean) => {
    const others = background.ask.getMockImplementation();
    background.ask.mockImplementation(async (command: string, input: unknown) =>
      command === 'note.take-back' ? { ok } : others?.(command, input),
    );
  };

  it('takes back what was just sent and returns its words to the form, as a note of its own', async () => {
    const { composer, first } = await sentOne();
    takeBack(true);
    await composer.undo();
    expect(background.ask).toHaveBeenCalledWith('note.take-back', {
      noteId: first.noteId,
      scorecardId: first.scorecardId,
    });
    const { draft, message } = composer.store.getState();
    expect(draft).toMatchObject({ observation: 'You named the price.', impact: 'She nodded.' });
    expect(draft?.noteId).not.toBe(first.noteId);
    expect(message?.kind).toBe('undone');
    await vi.waitFor(() => expect(drafts.get(DEAL.key)).toEqual(draft));
  });

  it('leaves what was begun since in the form, and keeps the words beside it', async () => {
    const { composer, first } = await sentOne();
    takeBack(true);
    const { message } = composer.store.getState();
    composer.change({ observation: 'The next one.' });
    composer.store.setState({ message });
    await composer.undo();
    expect(composer.store.getState().draft?.observation).toBe('The next one.');
    const kept = () =>
      background.ask.mock.calls.flatMap(([command, input]) =>
        command === 'compose.save' ? [input.draft] : [],
      );
    await vi.waitFor(() =>
      expect(kept()).toContainEqual(
        expect.objectContaining({
          observation: 'You named the price.',
          noteId: expect.not.stringMatching(first.noteId),
        }),
      ),
    );
  });

  it('says when it was answered already, and leaves the form empty', async () => {
    const { composer } = await sentOne();
    takeBack(false);
    await composer.undo();
    expect(composer.store.getState().message?.kind).toBe('answered-already');
    expect(composer.store.getState().draft?.observation).toBe('');
  });

  it('does nothing twice', async () => {
    const { composer } = await sentOne();
    takeBack(true);
    await Promise.all([composer.undo(), composer.undo()]);
    const calls = background.ask.mock.calls.filter(([command]) => command === 'note.take-back');
    expect(calls.length).toBe(1);
  });
});
