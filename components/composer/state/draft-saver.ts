/** Saves what is being written, keystroke by keystroke, without interrupting the person. */
import type { ComposerDraft, SaveDraftOutcome } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { twice } from './ask-twice.ts';
import { isBlank } from './draft-content.ts';

/** How drafts reach the device. */
export interface DraftStore {
  save(artifact: Artifact, draft: ComposerDraft): Promise<SaveDraftOutcome>;
  drop(noteId: string): Promise<unknown>;
}

/** A text and the work that it is about. */
export interface Written {
  artifact: Artifact;
  draft: ComposerDraft;
}

export interface SaverNews {
  /** These texts could not be saved and are only in this window. Called whenever the list changes. */
  unsaved(texts: Written[]): void;
  /** It has these ids from now on. */
  apart(draft: ComposerDraft, ids: { noteId: string; scorecardId: string }): void;
  /** Another composer has exactly this text, or it was sent. */
  elsewhere(draft: ComposerDraft): void;
  failed(error: unknown): void;
}

export type DraftSaver = ReturnType<typeof createDraftSaver>;

/**
 * Writes at once. While a write is under way, only the newest text of a note waits. Two notes never displace each
 * other: text started on one artifact is saved even if the person is already writing on the next.
 */
export function createDraftSaver(store: DraftStore, news: SaverNews) {
  let running: Promise<void> | undefined;
  let over = false;
  const waiting = new Map<string, Written>();
  /** What could not be saved: each later save tries it again, though the form may have moved on. */
  const unsaved = new Map<string, Written>();
  /** The latest draft known to be on the device, by note. */
  const safe = new Map<string, ComposerDraft>();
  /** Notes that may be on the device: an answer that was lost says nothing about what was done. */
  const perhapsStored = new Set<string>();

  function report(): void {
    news.unsaved([...unsaved.values()].filter(({ draft }) => !isBlank(draft)));
  }

  function isDone(noteId: string): void {
    if (unsaved.delete(noteId)) report();
  }

  /** Once the page is gone nobody asks again, because a late second try could replace a newer text. */
  const persistently = <T>(run: () => Promise<T>) => twice(run, () => !over);

  async function write({ artifact, draft }: Written): Promise<void> {
    const { noteId } = draft;
    if (isBlank(draft)) {
      if (perhapsStored.has(noteId)) await persistently(() => store.drop(noteId));
      safe.delete(noteId);
      perhapsStored.delete(noteId);
      isDone(noteId);
      return;
    }
    perhapsStored.add(noteId);
    const outcome = await persistently(() => store.save(artifact, draft));
    safe.delete(noteId);
    if (outcome.state === 'apart') rename(draft, outcome);
    else if (outcome.state === 'kept') safe.set(noteId, draft);
    isDone(noteId);
    if (outcome.state === 'elsewhere') news.elsewhere(draft);
  }

  /** The text is stored under other ids now, and so will be what has been written of it meanwhile. */
  function rename(
    draft: ComposerDraft,
    { noteId, scorecardId }: Pick<ComposerDraft, 'noteId' | 'scorecardId'>,
  ) {
    const ids = { noteId, scorecardId };
    safe.set(noteId, { ...draft, ...ids });
    perhapsStored.add(noteId);
    const next = waiting.get(draft.noteId);
    if (next) {
      waiting.delete(draft.noteId);
      waiting.set(noteId, { ...next, draft: { ...next.draft, ...ids } });
    }
    news.apart(draft, ids);
  }

  async function run(): Promise<void> {
    for (;;) {
      const [next] = waiting;
      if (!next || over) break;
      const [noteId, job] = next;
      waiting.delete(noteId);
      try {
        await write(job);
      } catch (error) {
        unsaved.set(noteId, job);
        report();
        news.failed(error);
      }
    }
    running = undefined;
  }

  /** Tries to save what could not be saved before. */
  function again(): void {
    for (const [noteId, job] of unsaved) if (!waiting.has(noteId)) waiting.set(noteId, job);
    if (waiting.size > 0 && !over) running ??= run();
  }

  function flush(): void {
    for (const { artifact, draft } of new Map([...unsaved, ...waiting]).values()) {
      const sent = isBlank(draft) ? store.drop(draft.noteId) : store.save(artifact, draft);
      sent.catch(news.failed);
    }
  }

  return {
    keep(artifact: Artifact, draft: ComposerDraft): void {
      waiting.set(draft.noteId, { artifact, draft });
      again();
    },
    again,
    /** Tells the saver that this draft came from the device and is stored already. */
    knows(draft: ComposerDraft | undefined): void {
      if (!draft) return;
      safe.set(draft.noteId, draft);
      perhapsStored.add(draft.noteId);
    },
    /** The note was sent, so its draft need not be saved any more. */
    wasSent(noteId: string): void {
      safe.delete(noteId);
      waiting.delete(noteId);
      isDone(noteId);
    },
    /** Nothing is waiting to be saved, and the device has exactly this text. */
    hasSafe(draft: ComposerDraft, same: (a: ComposerDraft, b: ComposerDraft) => boolean): boolean {
      const last = safe.get(draft.noteId);
      return running === undefined && last !== undefined && same(last, draft);
    },
    isUnsaved: (noteId: string): boolean => unsaved.has(noteId),
    /** Resolves when everything waiting has been saved, or could not be. */
    settled: (): Promise<void> => running ?? Promise.resolve(),
    /** Hands over at once whatever waits, because the page may be gone before its turn comes. */
    flush,
    /** The page is gone: hands over what waits, and is never heard of again. */
    end(): void {
      if (!over) flush();
      over = true;
    },
  };
}
