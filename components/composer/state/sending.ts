/** Sends what is in the form, and handles the text written while sending is under way. */
import { ask } from '#lib/messages/ask.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { asNew, isBlank, newDraft, nextDraft } from './draft-content.ts';
import type { Drafts } from './form-drafts.ts';
import { type ComposerMessage, explain, notTaken } from './messages.ts';
import type { Desk } from './store.ts';

export function createSending(desk: Desk, drafts: Drafts) {
  const { store, link, surface, permits } = desk;
  const { getState: get, setState: set } = store;
  const isOnShow = (artifact: Artifact) => get().artifact?.key === artifact.key;
  /** Is this draft still in the form? The page may have gone elsewhere and come back meanwhile. */
  const isInForm = (draft: ComposerDraft) => get().draft?.noteId === draft.noteId;

  /** Sending may have changed the rest of the context. The draft in front of its author stays. */
  async function refresh(artifact: Artifact): Promise<void> {
    try {
      const context = await ask('compose.context', null);
      if (isOnShow(artifact)) drafts.takeContext(context);
    } catch (error) {
      set({ message: explain(error) });
    }
  }

  async function send(): Promise<void> {
    const { draft, artifact, context, sending, moving } = get();
    // Between artifacts nobody knows yet what the note would be about.
    if (!draft || !artifact || !context || sending || moving) return;
    const permitted = permits();
    set({ sending: true, message: undefined });
    let sent = draft;
    desk.written = draft;
    desk.sending = { artifact, draft };
    const name = context.members.find(member => member.id === sent.subjectId)?.name ?? '';
    try {
      if (!(await permitted)) {
        giveBack(artifact, sent, { kind: 'out-of-sight' });
        return;
      }
      // If the draft were saved after it was sent, it would come back. And a draft that is refused must be as safe as
      // one that was never sent.
      await drafts.settled();
      sent = drafts.asRenamed(sent);
      desk.sending = { artifact, draft: sent };
      // Only an answer to the question about these very words counts.
      const asked = get().asked?.trim() === sent.nextAction.trim() ? sent.nextAction : undefined;
      const outcome = await ask('compose.send', { artifact, draft: sent, surface: surface.id, asked });
      if (!outcome.ok) {
        giveBack(artifact, sent, notTaken(outcome, name, sent.noteId));
        if (outcome.reason === 'may-not-write') void refresh(artifact);
        return;
      }
      drafts.wasSent(sent.noteId);
      const inForm = isInForm(sent);
      if (inForm) desk.lastSubjectId = sent.subjectId;
      const to = sent.subjectId === context.me.id || sent.audience === 'author' ? undefined : name;
      const fresh = newDraft(context, artifact, Date.now(), sent.subjectId);
      const next = nextDraft(fresh, sent, desk.written);
      const went = isBlank(next);
      if (!went) drafts.keep(artifact, next);
      const more = {
        ...(outcome.second ? { second: true } : {}),
        ...(outcome.onlyInToday ? { onlyInToday: outcome.onlyInToday } : {}),
      };
      // It can be changed from here only while the form is on its work.
      const noteId = inForm ? outcome.noteId : undefined;
      // A second note has other ids than its draft, and a change is not undone by taking the note back.
      const undo = inForm && !outcome.second && !sent.edits ? { artifact, draft: sent } : undefined;
      set({ sending: false, message: { kind: 'sent', to, noteId, undo, ...more } });
      if (!inForm) {
        if (!went) standsBeside(artifact, next);
        else void drafts.look();
        return;
      }
      // The fields stay on screen: what is typed next goes into the next note.
      set({ draft: next, focusCount: get().focusCount + (went ? 1 : 0) });
      link.send({ type: 'sent' });
      if (went) link.send({ type: 'pick', what: get().hasVideo ? 'moment' : 'whole' });
      void refresh(artifact);
      void drafts.look();
    } catch (error) {
      giveBack(artifact, sent, explain(error));
    } finally {
      desk.written = undefined;
      desk.sending = undefined;
    }
  }

  /** Nothing was sent: text written in the meantime belongs to the same note, and is saved with the rest of it. */
  function giveBack(artifact: Artifact, sent: ComposerDraft, message: ComposerMessage): void {
    const { written } = desk;
    if (written && written !== sent) drafts.keep(artifact, written);
    // If the form has moved on, the author hears what is wrong with the note when they continue it.
    if (isInForm(sent)) set({ sending: false, message });
    else {
      set({ sending: false });
      standsBeside(artifact, sent);
    }
  }

  /** A draft that is not in the form: of the artifact before, or one of several here. */
  function standsBeside(artifact: Artifact, { noteId }: ComposerDraft): void {
    if (isOnShow(artifact) && !get().moving) void drafts.settled().then(drafts.look);
    else set({ former: { noteId, title: artifact.title } });
  }

  /** Takes back what was just sent. Its words return to the form, or beside it where something else was begun. */
  async function undo(): Promise<void> {
    const { message } = get();
    if (message?.kind !== 'sent' || !message.undo) return;
    const { artifact, draft } = message.undo;
    const permitted = permits();
    // A second press would find nothing to undo.
    set({ message: undefined });
    try {
      if (!(await permitted)) {
        set({ message: { ...message } });
        return;
      }
      const { noteId, scorecardId } = draft;
      const { ok } = await ask('note.take-back', { noteId, scorecardId });
      if (!ok) {
        set({ message: { kind: 'answered-already' } });
        return;
      }
      const again = asNew(draft);
      drafts.keep(artifact, again);
      const now = get();
      const isFree = isOnShow(artifact) && !now.moving && !now.sending && now.draft && isBlank(now.draft);
      if (isFree) set({ draft: again, focusCount: now.focusCount + 1 });
      set({ message: { kind: 'undone' } });
      void refresh(artifact);
      void drafts.settled().then(drafts.look);
    } catch (error) {
      set({ message: explain(error) });
    }
  }

  return { send, refresh, undo };
}
