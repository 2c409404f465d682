/** The composer's view state: the page it looks at, the draft, and what became of the last sending. */
import { createStore } from 'zustand/vanilla';
import { ask, RefusedError } from '#lib/messages/ask.ts';
import type {
  ComposerContext,
  ComposerDraft,
  FromTools,
  NoteGap,
  Place,
  PlaceKind,
  SendOutcome,
  TextPart,
  ToTools,
} from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createKeeper, forPerson, hasText, isBlank, newDraft, nextDraft, TEXTS } from './draft.ts';
import type { ToolsLink } from './link.ts';
import { whomFor } from './whom.ts';

export type ComposerMessage =
  | { kind: 'sent'; to: string | undefined; noteId?: string | undefined }
  | { kind: 'no-place'; what: PlaceKind | 'ad' }
  | { kind: 'draft-kept'; title: string }
  | {
      kind: 'refused';
      reason: 'storage-full' | 'too-long' | 'not-allowed' | 'broken';
      text: string;
    }
  | { kind: 'incomplete'; problem: NoteGap }
  | { kind: 'reword'; part: TextPart }
  | { kind: 'ruling-first' }
  | { kind: 'template-kept' }
  | { kind: 'enough-today'; name: string; limit: number }
  /** The page had hidden the panel: whether the person meant it is not to be known. */
  | { kind: 'out-of-sight' }
  | { kind: 'gone' };

export interface ComposerState {
  artifact: Artifact | null;
  hasVideo: boolean;
  /** The page's words are out of reach: it shows them on a canvas, or in another origin's frame. */
  noText: boolean;
  /** How many notes are on the artifact now. */
  notes: number;
  context: ComposerContext | undefined;
  draft: ComposerDraft | undefined;
  picking: boolean;
  sending: boolean;
  message: ComposerMessage | undefined;
  /** Rises when the page asks for the focus to come back to the text. */
  focusCount: number;
}

export interface Composer {
  store: ReturnType<typeof createComposerStore>;
  change(part: Partial<ComposerDraft>): void;
  pick(what: PlaceKind): void;
  tell(message: ToTools): void;
  send(): Promise<void>;
  /** Keeps the words as a template of one's own. */
  saveTemplate(): Promise<void>;
  /** Puts a sent note back into the form. */
  edit(noteId: string): Promise<void>;
  /** Gives the draft up and begins anew. */
  clear(): Promise<void>;
}

function createComposerStore() {
  return createStore<ComposerState>(() => ({
    artifact: null,
    hasVideo: false,
    noText: false,
    notes: 0,
    context: undefined,
    draft: undefined,
    picking: false,
    sending: false,
    message: undefined,
    focusCount: 0,
  }));
}

/** `permits` is asked, while a click or key is being handled, before it sends or throws away what was written. */
export function createComposer(
  link: ToolsLink,
  permits: () => Promise<boolean> = async () => true,
): Composer {
  const store = createComposerStore();
  const { getState: get, setState: set } = store;
  const keeper = createKeeper((artifact: Artifact, draft: ComposerDraft | null) =>
    ask('compose.save', { artifact, draft }),
  );
  /** A place that came before the draft it belongs to was loaded. */
  let early: Place | undefined;
  /** For whom the last note on this artifact was, or this one is by its author's choice. */
  let lastSubjectId: string | undefined;
  /** While a draft is being sent: what its author has made of it since. */
  let written: ComposerDraft | undefined;

  async function load(artifact: Artifact): Promise<void> {
    try {
      const context = await ask('compose.context', { artifact });
      if (get().artifact?.key !== artifact.key) return;
      const kept = forMembers(context.draft, context, artifact);
      const draft = kept ?? newDraft(context, artifact, Date.now(), lastSubjectId);
      const place = kept?.place && hasText(kept) ? kept.place : (early ?? kept?.place);
      set({ context, draft: place ? { ...draft, place } : draft });
    } catch (error) {
      set({ message: explain(error) });
    }
  }

  /** What else there is to know may have changed with what was sent. The draft in front of its author stays. */
  async function refresh(artifact: Artifact): Promise<void> {
    try {
      const { draft: _, ...context } = await ask('compose.context', { artifact });
      if (get().artifact?.key === artifact.key) set({ context });
    } catch (error) {
      set({ message: explain(error) });
    }
  }

  function arrive(artifact: Artifact | null, hasVideo: boolean): void {
    const last = get();
    // The page is between two records: what is typed now still belongs to the one it was begun on.
    if (artifact === null && last.artifact) return;
    if (artifact && artifact.key === last.artifact?.key) {
      set({ artifact, hasVideo });
      if (artifact.owner !== last.artifact.owner) rename(artifact);
      return;
    }
    const kept = last.artifact && last.draft && !isBlank(last.draft) ? last.artifact.title : undefined;
    early = undefined;
    lastSubjectId = undefined;
    set({
      artifact,
      hasVideo,
      draft: undefined,
      message: kept === undefined ? undefined : { kind: 'draft-kept', title: kept },
    });
    if (artifact) void load(artifact);
  }

  /** The page says only now whose work it is. What its author chose, or has begun to write to somebody, stays. */
  function rename(artifact: Artifact): void {
    const { context, draft } = get();
    if (!context || !draft || lastSubjectId !== undefined) return;
    if (draft.subjectId !== undefined && !isBlank(draft)) return;
    const { subjectId } = whomFor(context, artifact);
    if (subjectId !== draft.subjectId)
      change(forPerson(context, artifact, draft, subjectId), !isBlank(draft));
  }

  function takePlace(place: Place, auto: boolean): void {
    const { draft } = get();
    if (!draft) early = place;
    else if (auto && draft.place && hasText(draft)) return;
    else change({ place }, !auto);
  }

  function change(part: Partial<ComposerDraft>, keep = true): void {
    const { draft, artifact } = get();
    if (!draft || !artifact) return;
    const next = { ...draft, ...part };
    set({ draft: next });
    // On its way: it is decided when the answer is there which note these words belong to.
    if (written?.noteId === next.noteId) written = next;
    else if (keep) keeper.keep(artifact, isBlank(next) ? null : next);
  }

  async function send(): Promise<void> {
    const { draft: sent, artifact, context, sending } = get();
    if (!sent || !artifact || !context || sending) return;
    const permitted = permits();
    set({ sending: true, message: undefined });
    written = sent;
    const name = context.members.find(member => member.id === sent.subjectId)?.name ?? '';
    try {
      if (!(await permitted)) {
        giveBack(artifact, sent, { kind: 'out-of-sight' });
        return;
      }
      // A write of the draft that came after the sending would bring it back from the dead; and a draft that is refused
      // must be as safe as one that was never sent.
      await keeper.settled();
      const outcome = await ask('compose.send', { artifact, draft: sent });
      if (!outcome.ok) {
        giveBack(artifact, sent, notTaken(outcome, name));
        return;
      }
      const to = sent.subjectId === context.me.id || sent.audience === 'author' ? undefined : name;
      const fresh = newDraft(context, artifact, Date.now(), sent.subjectId);
      const next = nextDraft(fresh, sent, written);
      const onShow = get().artifact?.key === artifact.key;
      if (onShow) lastSubjectId = sent.subjectId;
      if (!isBlank(next)) keeper.keep(artifact, next);
      set({ sending: false, message: { kind: 'sent', to, noteId: outcome.noteId } });
      if (!onShow) return;
      early = undefined;
      // The fields stay where they are: what is typed next goes into the next note.
      const went = isBlank(next);
      set({ draft: next, focusCount: get().focusCount + (went ? 1 : 0) });
      link.send({ type: 'sent' });
      if (went) link.send({ type: 'pick', what: get().hasVideo ? 'moment' : 'whole' });
      void refresh(artifact);
    } catch (error) {
      giveBack(artifact, sent, explain(error));
    } finally {
      written = undefined;
    }
  }

  /** Nothing was sent: what was written meanwhile belongs to the same note, and is as safe as the rest of it. */
  function giveBack(artifact: Artifact, sent: ComposerDraft, message: ComposerMessage): void {
    if (written && written !== sent) keeper.keep(artifact, written);
    set({ sending: false, message });
  }

  link.listen((message: FromTools) => {
    switch (message.type) {
      case 'page':
        set({ notes: message.notes, noText: message.noText ?? false });
        arrive(message.artifact, message.hasVideo);
        break;
      case 'place':
        // Something is pointed at after all.
        if (get().message?.kind === 'no-place') set({ message: undefined });
        takePlace(message.place, message.auto);
        break;
      case 'no-place':
        set({ message: { kind: 'no-place', what: message.what } });
        break;
      case 'picking':
        set({ picking: message.on });
        break;
      case 'focus':
        set({ focusCount: get().focusCount + 1 });
        break;
    }
  });

  return {
    store,
    change(part) {
      if (TEXTS.some(each => each in part)) link.send({ type: 'typing' });
      set({ message: undefined });
      const { artifact, context, draft } = get();
      if (!artifact || !context || !draft || !('subjectId' in part || 'behaviourId' in part)) {
        change(part);
        return;
      }
      if (part.subjectId !== undefined) lastSubjectId = part.subjectId;
      const next = { ...draft, ...part };
      change({ ...part, ...forPerson(context, artifact, next, next.subjectId) });
    },
    pick(what) {
      set({ message: undefined });
      link.send({ type: 'pick', what });
    },
    tell: message => link.send(message),
    send,
    async edit(noteId) {
      const { artifact, draft } = get();
      if (!artifact || !draft || !isBlank(draft)) return;
      try {
        const outcome = await ask('compose.edit', { noteId });
        if (outcome.ok && get().artifact?.key === artifact.key) {
          set({ draft: outcome.draft, message: undefined, focusCount: get().focusCount + 1 });
        }
      } catch (error) {
        set({ message: explain(error) });
      }
    },
    async clear() {
      if (!(await permits())) {
        set({ message: { kind: 'out-of-sight' } });
        return;
      }
      const { artifact, context } = get();
      if (!artifact || !context) return;
      keeper.keep(artifact, null);
      const draft = newDraft(context, artifact, Date.now(), lastSubjectId);
      set({ draft, message: undefined, focusCount: get().focusCount + 1 });
      link.send({ type: 'pick', what: get().hasVideo ? 'moment' : 'whole' });
    },
    async saveTemplate() {
      const { draft, artifact } = get();
      if (!draft || !artifact) return;
      try {
        await ask('compose.keep-template', { draft });
        set({ message: { kind: 'template-kept' } });
        await refresh(artifact);
      } catch (error) {
        set({ message: explain(error) });
      }
    },
  };
}

/**
 * A draft from before the sign-in, or about somebody who left, is for whom a new one would be. What it is about is
 * picked among what that person can have now.
 */
function forMembers(
  draft: ComposerDraft | undefined,
  context: ComposerContext,
  artifact: Artifact,
): ComposerDraft | undefined {
  if (!draft || draft.edits) return draft;
  const known = context.members.some(member => member.id === draft.subjectId);
  const subjectId = known ? draft.subjectId : whomFor(context, artifact).subjectId;
  return { ...draft, ...forPerson(context, artifact, draft, subjectId) };
}

/** What is said of a note about `name` that was not taken. */
function notTaken(outcome: Extract<SendOutcome, { ok: false }>, name: string): ComposerMessage {
  switch (outcome.reason) {
    case 'incomplete':
      return { kind: 'incomplete', problem: outcome.problem };
    case 'reword':
      return { kind: 'reword', part: outcome.part };
    case 'ruling-first':
      return { kind: 'ruling-first' };
    case 'enough-today':
      return { kind: 'enough-today', name, limit: outcome.limit };
    default:
      return { kind: 'refused', reason: outcome.reason, text: outcome.message };
  }
}

function explain(error: unknown): ComposerMessage {
  if (error instanceof RefusedError) return { kind: 'refused', reason: 'broken', text: error.message };
  // The browser's own error: nobody is there any more, because the extension was updated or removed.
  console.warn('[sideline]', error);
  return { kind: 'gone' };
}
