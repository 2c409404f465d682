/** The composer's view state: the page it looks at, the draft, and the result of the last sending. */
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
import { noteTexts } from '#lib/records/kinds/note.ts';
import { createArrival } from './arrival.ts';
import { choicesIn, forPerson, newDraft } from './draft-content.ts';
import type { Written } from './draft-saver.ts';
import { createFormDrafts } from './form-drafts.ts';
import { type ComposerMessage, explain } from './messages.ts';
import type { ToolsLink } from './page-link.ts';
import { createSending } from './sending.ts';
import { type Surface, thisDocument } from './surface.ts';

export interface ComposerState {
  /** What the page shows; null while it shows nothing, or nothing we know yet. */
  artifact: Artifact | null;
  /** The page is between artifacts: what is typed goes to the next one, and nothing can be sent. */
  moving: boolean;
  /** We have waited a long time to learn what the page shows. */
  lost: boolean;
  hasVideo: boolean;
  /** We cannot reach the page's text: it is on a canvas, or in a frame of another origin. */
  noText: boolean;
  /** The number of notes on the artifact now. */
  notes: number;
  context: ComposerContext | undefined;
  draft: ComposerDraft | undefined;
  /** The other half-written notes on this work. */
  others: DraftHere[];
  /** The half-written note that stays with the artifact the page showed before. */
  former: { noteId: string; title: string } | undefined;
  /** Texts that could not be saved: they are only in this window, in the form or not. We keep trying. */
  unsaved: Written[];
  /** The text in the form left the device with its workspace, so that only the screen has it. */
  onlyHere: boolean;
  picking: boolean;
  sending: boolean;
  message: ComposerMessage | undefined;
  /** The next action that the language check has asked its author about. These words may go as they are. */
  asked: string | undefined;
  /** Increases when the page asks to return the focus to the text. */
  focusCount: number;
}

export interface Composer {
  store: ComposerStore;
  change(part: Partial<ComposerDraft>): void;
  pick(what: PlaceKind): void;
  notifyTools(message: ToTools): void;
  send(): Promise<void>;
  /** Takes back what was just sent; its words return to the form. */
  undo(): Promise<void>;
  /** The author sees the question of the language check about this next action. */
  wasAsked(nextAction: string): void;
  /** Sends this text to replace what the note says elsewhere. The author has seen both. */
  sendMine(): Promise<void>;
  /** Saves the text as a template of one's own. */
  saveTemplate(): Promise<void>;
  /** Puts a sent note back into the form. A half-written note in the form is saved beside it. */
  edit(noteId: string): Promise<void>;
  /** Continues another half-written note. The one in the form is saved beside it. */
  resume(noteId: string): Promise<void>;
  /** Looks up the half-written notes. */
  look(): Promise<void>;
  /** Discards the draft and starts afresh. */
  clear(): Promise<void>;
  /** Resolves when everything written is on the device or could not be saved. */
  settled(): Promise<void>;
  /** The page may be gone in a moment: hands over whatever is not on the device yet. */
  flush(): void;
  /** The composer is being removed from the screen. */
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
    unsaved: [],
    onlyHere: false,
    picking: false,
    sending: false,
    message: undefined,
    asked: undefined,
    focusCount: 0,
  }));
}

/** State shared by the parts of a composer. */
export interface Desk {
  store: ComposerStore;
  link: ToolsLink;
  surface: Surface;
  permits: () => Promise<boolean>;
  /** The artifact that the form's draft is saved with: while the page moves, still the previous one. */
  home: Artifact | undefined;
  /** The person the last note on this artifact was for, or the one the author chose for this note. */
  lastSubjectId: string | undefined;
  /** What the author chose while the page moved: it is for the next artifact. */
  chosen: Partial<ComposerDraft>;
  /** What is being sent. */
  sending: Written | undefined;
  /** While a draft is being sent: the author's changes to it since. */
  written: ComposerDraft | undefined;
  /** Aborts when the composer closes. */
  signal: AbortSignal;
}

/** `permits` is called during a click or key press, before that press sends or discards text. */
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
    chosen: {},
    sending: undefined,
    written: undefined,
    signal: life.signal,
  };
  const drafts = createFormDrafts(desk);
  const sending = createSending(desk, drafts);
  const arrival = createArrival(desk, drafts);

  surface.listen(
    noteId => get().draft?.noteId === noteId,
    () => void look(),
    life.signal,
  );
  link.listen(arrival.hear);

  async function look(): Promise<void> {
    if (!arrival.again()) await drafts.look();
  }

  return {
    store,
    wasAsked: asked => set({ asked }),
    change(part) {
      if (noteTexts.some(each => each in part)) link.send({ type: 'typing' });
      // The message that there are two notes now stays true after the next keystroke.
      if (get().message?.kind !== 'apart') set({ message: undefined });
      const { artifact, context, draft, moving } = get();
      if (moving) desk.chosen = { ...desk.chosen, ...choicesIn(part) };
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
    notifyTools: message => link.send(message),
    send: sending.send,
    undo: sending.undo,
    async sendMine() {
      const { message, draft } = get();
      if (message?.kind !== 'changed-elsewhere' || message.noteId !== draft?.noteId) return;
      drafts.change({ edits: message.edits, base: message.base });
      await sending.send();
    },
    edit: drafts.edit,
    resume: drafts.resume,
    look,
    settled: drafts.settled,
    flush: drafts.flush,
    close() {
      drafts.end();
      life.abort();
    },
    async clear() {
      if (!(await permits())) {
        set({ message: { kind: 'out-of-sight' } });
        return;
      }
      const { artifact, context, draft } = get();
      if (!artifact || !context || !draft) return;
      drafts.giveUp(draft);
      const fresh = newDraft(context, artifact, Date.now(), desk.lastSubjectId);
      set({ draft: fresh, message: undefined, onlyHere: false, focusCount: get().focusCount + 1 });
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
