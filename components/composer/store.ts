/** The composer's view state: the page it looks at, the draft, and what became of the last sending. */
import { createStore } from 'zustand/vanilla';
import { ask } from '#lib/messages/ask.ts';
import type {
  ComposerContext,
  ComposerDraft,
  DraftHere,
  PlaceKind,
  ToTools,
} from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createArrival } from './arrival.ts';
import { forPerson, newDraft, TEXTS } from './draft.ts';
import { createDrafts } from './drafts.ts';
import type { ToolsLink } from './link.ts';
import { type ComposerMessage, explain } from './messages.ts';
import { createSending } from './sending.ts';
import { type Surface, thisDocument } from './surface.ts';

export interface ComposerState {
  /** What the page shows; null while it shows nothing, or nothing that is known yet. */
  artifact: Artifact | null;
  /** The page is between two works: what is typed goes to the next one, and nothing can be sent. */
  moving: boolean;
  /** What the page shows has not become known for a long time. */
  lost: boolean;
  hasVideo: boolean;
  /** The page's words are out of reach: it shows them on a canvas, or in another origin's frame. */
  noText: boolean;
  /** How many notes are on the artifact now. */
  notes: number;
  context: ComposerContext | undefined;
  draft: ComposerDraft | undefined;
  /** The other half-written notes on this work. */
  others: DraftHere[];
  /** The half-written note that stays with the work that the page showed before. */
  former: { noteId: string; title: string } | undefined;
  /** What is written could not be kept: it is on the screen only. */
  unkept: boolean;
  picking: boolean;
  sending: boolean;
  message: ComposerMessage | undefined;
  /** Rises when the page asks for the focus to come back to the text. */
  focusCount: number;
}

export interface Composer {
  store: ComposerStore;
  change(part: Partial<ComposerDraft>): void;
  pick(what: PlaceKind): void;
  tell(message: ToTools): void;
  send(): Promise<void>;
  /** Sends what is written here in the place of what the note says elsewhere; both were shown. */
  keepMine(): Promise<void>;
  /** Keeps the words as a template of one's own. */
  saveTemplate(): Promise<void>;
  /** Puts a sent note back into the form. What is half-written there is kept beside it. */
  edit(noteId: string): Promise<void>;
  /** Goes on with another half-written note. What is half-written in the form is kept beside it. */
  resume(noteId: string): Promise<void>;
  /** Looks which half-written notes there are. */
  look(): Promise<void>;
  /** Gives the draft up and begins anew. */
  clear(): Promise<void>;
  /** Resolves when all that was written is on the device, or could not be kept. */
  settled(): Promise<void>;
  /** The composer leaves the screen. */
  close(): void;
}

export type ComposerStore = ReturnType<typeof createComposerStore>;

function createComposerStore() {
  return createStore<ComposerState>(() => ({
    artifact: null,
    moving: false,
    lost: false,
    hasVideo: false,
    noText: false,
    notes: 0,
    context: undefined,
    draft: undefined,
    others: [],
    former: undefined,
    unkept: false,
    picking: false,
    sending: false,
    message: undefined,
    focusCount: 0,
  }));
}

/** What the parts of a composer share. */
export interface Desk {
  store: ComposerStore;
  link: ToolsLink;
  surface: Surface;
  permits: () => Promise<boolean>;
  /** The work with which the form's draft is kept: while the page moves, still the last one. */
  home: Artifact | undefined;
  /** For whom the last note on this artifact was, or this one is by its author's choice. */
  lastSubjectId: string | undefined;
  /** While a draft is being sent: what its author has made of it since. */
  written: ComposerDraft | undefined;
  /** Ends with the composer. */
  signal: AbortSignal;
}

/** `permits` is asked, while a click or key is being handled, before it sends or throws away what was written. */
export function createComposer(
  link: ToolsLink,
  permits: () => Promise<boolean> = async () => true,
  surface: Surface = thisDocument,
): Composer {
  const store = createComposerStore();
  const { getState: get, setState: set } = store;
  const life = new AbortController();
  const desk: Desk = {
    store,
    link,
    surface,
    permits,
    home: undefined,
    lastSubjectId: undefined,
    written: undefined,
    signal: life.signal,
  };
  const drafts = createDrafts(desk);
  const sending = createSending(desk, drafts);
  const arrival = createArrival(desk, drafts);

  surface.listen(
    noteId => get().draft?.noteId === noteId,
    () => void drafts.look(),
    life.signal,
  );
  link.listen(arrival.hear);

  return {
    store,
    change(part) {
      if (TEXTS.some(each => each in part)) link.send({ type: 'typing' });
      // That there are two notes now is still true at the next key.
      if (get().message?.kind !== 'apart') set({ message: undefined });
      const { artifact, context, draft } = get();
      if (!artifact || !context || !draft || !('subjectId' in part || 'behaviourId' in part)) {
        drafts.change(part);
        return;
      }
      if (part.subjectId !== undefined) desk.lastSubjectId = part.subjectId;
      const next = { ...draft, ...part };
      drafts.change({ ...part, ...forPerson(context, artifact, next, next.subjectId) });
    },
    pick(what) {
      set({ message: undefined });
      arrival.asked();
      link.send({ type: 'pick', what });
    },
    tell: message => link.send(message),
    send: sending.send,
    async keepMine() {
      const { message } = get();
      if (message?.kind !== 'changed-elsewhere') return;
      drafts.change({ edits: message.edits, base: message.base });
      await sending.send();
    },
    edit: drafts.edit,
    resume: drafts.resume,
    look: drafts.look,
    settled: drafts.settled,
    close: () => life.abort(),
    async clear() {
      if (!(await permits())) {
        set({ message: { kind: 'out-of-sight' } });
        return;
      }
      const { artifact, context, draft } = get();
      if (!artifact || !context || !draft) return;
      drafts.giveUp(draft);
      const fresh = newDraft(context, artifact, Date.now(), desk.lastSubjectId);
      set({ draft: fresh, message: undefined, focusCount: get().focusCount + 1 });
      link.send({ type: 'pick', what: get().hasVideo ? 'moment' : 'whole' });
    },
    async saveTemplate() {
      const { draft, artifact } = get();
      if (!draft || !artifact) return;
      try {
        await ask('compose.keep-template', { draft });
        set({ message: { kind: 'template-kept' } });
        await sending.refresh(artifact);
      } catch (error) {
        set({ message: explain(error) });
      }
    },
  };
}
