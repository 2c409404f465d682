/** Saves, finds and takes over the draft in the form and the half-written notes beside it. No text is ever dropped. */
import { ask } from '#lib/messages/ask.ts';
import type { ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { forMembers, isBlank, newDraft, nextDraft, sameWords } from './draft-content.ts';
import { createDraftSaver } from './draft-saver.ts';
import { explain } from './messages.ts';
import type { Desk } from './store.ts';

export type Drafts = ReturnType<typeof createFormDrafts>;

/** How long until we try again to save what could not be saved, in ms. */
const TRY_AGAIN_MS = 3000;

export function createFormDrafts(desk: Desk) {
  const { store, surface } = desk;
  const { getState: get, setState: set } = store;
  let nextTry: ReturnType<typeof setTimeout> | undefined;

  const saver = createDraftSaver(
    {
      save: (artifact, draft) => ask('compose.save', { artifact, draft, surface: surface.id }),
      drop: noteId => ask('compose.drop', { noteId, surface: surface.id }),
    },
    {
      unsaved(texts) {
        set({ unsaved: texts });
        clearTimeout(nextTry);
        if (texts.length > 0 && !desk.signal.aborted) nextTry = setTimeout(saver.again, TRY_AGAIN_MS);
      },
      apart(draft, ids) {
        renamed.set(draft.noteId, ids);
        const { draft: now, former } = get();
        if (now?.noteId === draft.noteId) set({ draft: { ...now, ...ids }, message: { kind: 'apart' } });
        if (former?.noteId === draft.noteId) set({ former: { ...former, noteId: ids.noteId } });
        if (desk.written?.noteId === draft.noteId) desk.written = { ...desk.written, ...ids };
      },
      elsewhere: draft => startAfresh(draft),
      failed(error) {
        // The text is still in front of its author, and we tell them.
        console.warn('[sideline] the draft could not be kept:', error);
      },
    },
  );
  /** Drafts that received new ids, by their old id. */
  const renamed = new Map<string, { noteId: string; scorecardId: string }>();
  const sentIds = new Set<string>();
  let looks = 0;
  /** A second press while a draft is being fetched would replace what was typed into it. */
  let isPutting = false;

  function change(part: Partial<ComposerDraft>, keep = true): void {
    const { draft, onlyHere } = get();
    if (!draft || !desk.home) return;
    const next = { ...draft, ...part };
    set({ draft: next });
    if (onlyHere) set({ onlyHere: false });
    // This draft is being sent. The server's answer decides which note this text belongs to.
    if (desk.written?.noteId === next.noteId) desk.written = next;
    else if (keep) saver.keep(desk.home, next);
  }

  /** Another composer has exactly this text, so this form starts afresh. */
  function startAfresh(draft: ComposerDraft): void {
    const { draft: now, context, artifact, sending } = get();
    if (sending || !now || !context || now.noteId !== draft.noteId || !sameWords(now, draft)) return;
    const fresh = newDraft(context, artifact, Date.now(), desk.lastSubjectId);
    set({ draft: { ...fresh, place: now.place }, message: { kind: 'gone-on' } });
    void look();
  }

  /** Looks up the half-written notes on this artifact, and whether this composer still owns the one in the form. */
  async function look(): Promise<void> {
    const { artifact, moving } = get();
    if (!artifact || moving || desk.signal.aborted) return;
    saver.again();
    const turn = ++looks;
    const before = get();
    const wasSafe = before.draft !== undefined && saver.hasSafe(before.draft, sameWords);
    try {
      const [{ all }, context] = await Promise.all([
        ask('compose.drafts', { artifact, surface: surface.id, take: false }),
        ask('compose.context', null),
      ]);
      const { draft, sending } = get();
      if (turn !== looks || get().artifact?.key !== artifact.key || get().moving) return;
      set({ others: all.filter(each => each.noteId !== draft?.noteId) });
      const isUntouched = draft !== undefined && draft === before.draft && !sending && wasSafe;
      const own = all.find(each => each.noteId === draft?.noteId);
      if (isUntouched && own && own.held !== 'here') startAfresh(draft);
      // If other people are here now, the text left the device with its workspace, and then only the screen has it.
      else if (isUntouched && !own && !isBlank(draft)) {
        if (isAllowedHere(context, before.context)) saver.keep(artifact, draft);
        else set({ onlyHere: true });
      }
      takeContext(context);
    } catch (error) {
      // Leave the form alone: sending will report what is wrong.
      console.warn('[sideline] the half-written notes could not be looked up:', error);
    }
  }

  /** Other people may be here now than when the form was filled in. */
  function takeContext(context: ComposerContext): void {
    const { draft, artifact, moving, sending } = get();
    set({ context });
    if (!draft || !artifact || moving || sending || draft.subjectId === undefined) return;
    if (context.members.some(({ id }) => id === draft.subjectId)) return;
    desk.lastSubjectId = undefined;
    const fit = forMembers(draft, context, artifact);
    if (fit.draft === draft) return;
    const { subjectId, behaviourId } = fit.draft;
    const { onlyHere } = get();
    change({ subjectId, behaviourId }, !isBlank(draft) && !onlyHere);
    if (onlyHere) set({ onlyHere });
    // After a refusal the author has just read why.
    if (fit.asksWhom && get().message?.kind !== 'may-not-write') set({ message: { kind: 'whom-anew' } });
  }

  /** Puts another draft into the form once the current one is saved. */
  async function putIn(find: () => Promise<ComposerDraft | undefined>): Promise<void> {
    const { artifact, sending, moving } = get();
    if (!artifact || sending || moving || isPutting) return;
    isPutting = true;
    try {
      await saver.settled();
      const { draft: last, onlyHere } = get();
      if (last && !isBlank(last) && (onlyHere || saver.isUnsaved(last.noteId))) {
        set({ message: { kind: 'unsaved-first' } });
        return;
      }
      const found = await find();
      if (!found) return;
      const now = get();
      // This composer owns it now, and it is stored with its artifact, which offers it when it is shown again.
      if (now.artifact?.key !== artifact.key || now.sending || now.moving || !now.context) return;
      // It is in the form already, and more of it has been written there than was stored.
      if (now.draft?.noteId === found.noteId && !saver.hasSafe(now.draft, sameWords)) return;
      saver.knows(found);
      const { draft, asksWhom } = forMembers(found, now.context, artifact);
      const former = now.former?.noteId === draft.noteId ? undefined : now.former;
      const message = asksWhom ? ({ kind: 'whom-anew' } as const) : undefined;
      set({ draft, former, message, onlyHere: false, focusCount: now.focusCount + 1 });
      void look();
    } catch (error) {
      set({ message: explain(error) });
    } finally {
      isPutting = false;
    }
  }

  /** Everything that is not on the device yet goes there at once, because the page may be gone in a moment. */
  function flush(sendRest: () => void): void {
    const { written, sending, home } = desk;
    const { context, draft, onlyHere } = get();
    const save = (about: Artifact, text: ComposerDraft) =>
      ask('compose.save', { artifact: about, draft: text, surface: surface.id }).catch((error: unknown) =>
        console.warn('[sideline] the draft could not be kept:', error),
      );
    // What was typed during sending belongs to a note of its own, as after the answer.
    if (written && sending && context) {
      const fresh = newDraft(context, sending.artifact, Date.now(), written.subjectId);
      const next = nextDraft(fresh, sending.draft, written);
      if (!isBlank(next)) void save(sending.artifact, next);
    }
    sendRest();
    // The storage may have been cleared since this was stored, and nobody tells us.
    const isSending = written !== undefined && written.noteId === draft?.noteId;
    if (draft && home && !isBlank(draft) && !isSending && !onlyHere) void save(home, draft);
  }

  return {
    change,
    look,
    takeContext,
    keep: saver.keep,
    knows: saver.knows,
    settled: saver.settled,
    isSent: (noteId: string): boolean => sentIds.has(noteId),
    wasSent(noteId: string): void {
      sentIds.add(noteId);
      saver.wasSent(noteId);
    },
    flush: () => flush(saver.flush),
    end(): void {
      clearTimeout(nextTry);
      flush(saver.end);
    },
    /** The draft under its current ids. */
    asRenamed: (draft: ComposerDraft): ComposerDraft => ({ ...draft, ...renamed.get(draft.noteId) }),
    /** The author discards it. */
    giveUp(draft: ComposerDraft): void {
      if (!desk.home) return;
      const { observation, impact, nextAction } = { observation: '', impact: '', nextAction: '' };
      const empty = { ...draft, observation, impact, nextAction, affirmation: undefined, scores: {} };
      saver.keep(desk.home, { ...empty, ruling: undefined });
    },
    edit: (noteId: string) =>
      putIn(async () => {
        const outcome = await ask('compose.edit', { noteId, surface: surface.id });
        return outcome.ok ? outcome.draft : undefined;
      }),
    resume: (noteId: string) =>
      putIn(async () => {
        const { artifact } = get();
        if (!artifact) return undefined;
        if (get().draft?.noteId === noteId) {
          void look();
          return undefined;
        }
        const draft = await ask('compose.take', { artifact, noteId, surface: surface.id });
        if (!draft) {
          set({ message: { kind: 'draft-gone' } });
          if (get().former?.noteId === noteId) set({ former: undefined });
          void look();
        }
        return draft ?? undefined;
      }),
  };
}

/**
 * May a text that was written by `before` be stored where `now` works? Not after a sign-out, which leaves nothing
 * behind, until its author goes on writing.
 */
function isAllowedHere(now: ComposerContext, before: ComposerContext | undefined): boolean {
  const isSame = now.me.id === before?.me.id && now.workspaceName === before.workspaceName;
  return isSame || before?.solo === true;
}
