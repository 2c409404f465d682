/** Saves, finds and takes over the draft in the form and the half-written notes beside it. No text is ever dropped. */
import { ask } from '#lib/messages/ask.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import { newDraft, sameWords } from './draft-content.ts';
import { createDraftSaver } from './draft-saver.ts';
import { explain } from './messages.ts';
import type { Desk } from './store.ts';

export type Drafts = ReturnType<typeof createFormDrafts>;

export function createFormDrafts(desk: Desk) {
  const { store, surface } = desk;
  const { getState: get, setState: set } = store;

  const saver = createDraftSaver(
    {
      save: (artifact, draft) => ask('compose.save', { artifact, draft, surface: surface.id }),
      drop: noteId => ask('compose.drop', { noteId, surface: surface.id }),
    },
    {
      kept: () => {
        if (get().unsaved) set({ unsaved: false });
      },
      apart(draft, ids) {
        renamed.set(draft.noteId, ids);
        const now = get().draft;
        if (now?.noteId === draft.noteId) set({ draft: { ...now, ...ids }, message: { kind: 'apart' } });
        if (desk.written?.noteId === draft.noteId) desk.written = { ...desk.written, ...ids };
      },
      elsewhere: draft => startAfresh(draft),
      failed(error) {
        // The text is still in front of its author, and we tell them.
        console.warn('[sideline] the draft could not be kept:', error);
        set({ unsaved: true });
      },
    },
  );
  /** Drafts that received new ids, by their old id. */
  const renamed = new Map<string, { noteId: string; scorecardId: string }>();
  let looks = 0;

  function change(part: Partial<ComposerDraft>, keep = true): void {
    const { draft } = get();
    if (!draft || !desk.home) return;
    const next = { ...draft, ...part };
    set({ draft: next });
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
    saveAgain();
    const turn = ++looks;
    const before = get().draft;
    const wasSafe = before !== undefined && saver.hasSafe(before, sameWords);
    try {
      const { all } = await ask('compose.drafts', { artifact, surface: surface.id, take: false });
      const { draft, sending } = get();
      if (turn !== looks || get().artifact?.key !== artifact.key) return;
      set({ others: all.filter(each => each.noteId !== draft?.noteId) });
      if (!draft || draft !== before || sending || !wasSafe) return;
      const own = all.find(each => each.noteId === draft.noteId);
      // If it is gone, it may have left the device with its workspace, and then only the screen has it.
      if (own && own.held !== 'here') startAfresh(draft);
    } catch (error) {
      // Leave the form alone: sending will report what is wrong.
      console.warn('[sideline] the half-written notes could not be looked up:', error);
    }
  }

  /** Tries again to save what is only on the screen. */
  function saveAgain(): void {
    const { unsaved, draft } = get();
    if (unsaved && draft && desk.home && desk.written === undefined) saver.keep(desk.home, draft);
  }

  /** Puts another draft into the form once the current one is saved. */
  async function putIn(find: () => Promise<ComposerDraft | undefined>): Promise<void> {
    const { artifact, sending, moving } = get();
    if (!artifact || sending || moving) return;
    try {
      await saver.settled();
      const draft = await find();
      if (!draft) return;
      const now = get();
      // This composer owns it now, and it is stored with its artifact, which offers it when it is shown again.
      if (now.artifact?.key !== artifact.key || now.sending || now.moving) return;
      saver.knows(draft);
      const former = now.former?.noteId === draft.noteId ? undefined : now.former;
      set({ draft, former, message: undefined, focusCount: now.focusCount + 1 });
      void look();
    } catch (error) {
      set({ message: explain(error) });
    }
  }

  return {
    change,
    look,
    keep: saver.keep,
    knows: saver.knows,
    settled: saver.settled,
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
