/** Saves what is being written, keystroke by keystroke, without interrupting the person. */
import type { ComposerDraft, SaveDraftOutcome } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { isBlank } from './draft-content.ts';
import { twice } from './twice.ts';

/** How drafts reach the device. */
export interface DraftStore {
  save(artifact: Artifact, draft: ComposerDraft): Promise<SaveDraftOutcome>;
  drop(noteId: string): Promise<unknown>;
}

export interface SaverNews {
  /** The draft is saved. */
  kept(draft: ComposerDraft): void;
  /** It has these ids from now on. */
  apart(draft: ComposerDraft, ids: { noteId: string; scorecardId: string }): void;
  /** Another composer has exactly this text, or it was sent. */
  elsewhere(draft: ComposerDraft): void;
  /** It is only on the screen. */
  failed(error: unknown): void;
}

export interface DraftSaver {
  keep(artifact: Artifact, draft: ComposerDraft): void;
  /** Tells the saver that this draft came from the device and is stored already. */
  knows(draft: ComposerDraft | undefined): void;
  /** Nothing is waiting to be saved, and the device has exactly this text. */
  hasSafe(draft: ComposerDraft, same: (a: ComposerDraft, b: ComposerDraft) => boolean): boolean;
  /** Was anything saved under this id? */
  hasKept(noteId: string): boolean;
  /** Resolves when everything waiting has been saved. */
  settled(): Promise<void>;
}

/**
 * Writes at once. While a write is under way, only the newest text of a note waits. Two notes never displace each
 * other: text started on one artifact is saved even if the person is already writing on the next.
 */
export function createDraftSaver(store: DraftStore, news: SaverNews): DraftSaver {
  let running: Promise<void> | undefined;
  const waiting = new Map<string, { artifact: Artifact; draft: ComposerDraft }>();
  /** What could not be saved: the next save tries it again, though the form may have moved on. */
  const unsaved = new Map<string, { artifact: Artifact; draft: ComposerDraft }>();
  /** The latest draft known to be on the device, by note. */
  const safe = new Map<string, ComposerDraft>();

  async function write({ artifact, draft }: { artifact: Artifact; draft: ComposerDraft }): Promise<void> {
    if (isBlank(draft)) {
      if (safe.has(draft.noteId)) await twice(() => store.drop(draft.noteId));
      safe.delete(draft.noteId);
      return;
    }
    const outcome = await twice(() => store.save(artifact, draft));
    if (outcome.state === 'elsewhere') {
      safe.delete(draft.noteId);
      news.elsewhere(draft);
      return;
    }
    const ids =
      outcome.state === 'apart'
        ? { noteId: outcome.noteId, scorecardId: outcome.scorecardId }
        : { noteId: draft.noteId, scorecardId: draft.scorecardId };
    safe.delete(draft.noteId);
    safe.set(ids.noteId, { ...draft, ...ids });
    if (outcome.state === 'apart') news.apart(draft, ids);
    if (unsaved.size === 0) news.kept(draft);
  }

  async function run(): Promise<void> {
    for (;;) {
      const [next] = waiting;
      if (!next) break;
      const [noteId, job] = next;
      waiting.delete(noteId);
      try {
        await write(job);
      } catch (error) {
        if (!waiting.has(noteId)) unsaved.set(noteId, job);
        news.failed(error);
      }
    }
    running = undefined;
  }

  return {
    keep(artifact, draft) {
      for (const [noteId, job] of unsaved) waiting.set(noteId, job);
      unsaved.clear();
      waiting.set(draft.noteId, { artifact, draft });
      running ??= run();
    },
    knows(draft) {
      if (draft) safe.set(draft.noteId, draft);
    },
    hasSafe(draft, same) {
      const last = safe.get(draft.noteId);
      return running === undefined && last !== undefined && same(last, draft);
    },
    hasKept: noteId => safe.has(noteId),
    settled: () => running ?? Promise.resolve(),
  };
}
