/** Keeps anchors found while the page changes. */
import type { TextAnchor } from '#lib/records/anchor.ts';
import { type Found, findIn } from './find.ts';
import { onPageChange, pageTextInSlices, type Snapshot } from './page-cache.ts';

export type Watched = { id: string; anchor: TextAnchor };

/** Work in one go, so that no frame is dropped. */
const SLICE_MS = 6;
/** After a change, wait this long for the next: pages change in bursts. */
const QUIET_MS = 60;
/** Rest at least this many times as long as the last look took: a page that never rests costs at most 5 %. */
const REST_FACTOR = 20;
const IDLE_TIMEOUT_MS = 300;

/** Where an anchor was last seen. A Range is alive and follows the page, so its boundaries are kept apart. */
type Seen = { found: Found; start: Node; startOffset: number; end: Node; endOffset: number };

/**
 * Calls `onChange` once for each anchor with where it is (null: an orphan), and again whenever that changes.
 * Looks again only for orphans and for anchors in changed parts. Stops with `signal`; to add or take away anchors,
 * abort and call again: the index of the page is kept.
 */
export function watch(
  anchors: Iterable<Watched>,
  root: Node,
  onChange: (id: string, found: Found | null) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const watched = [...anchors];
  const seen = new Map<string, Seen | null>();
  let last: Snapshot | null = null;
  let isBusy = false;
  let isDue = false;

  const report = (id: string, found: Found | null) => {
    const before = seen.get(id);
    if (before !== undefined && isSame(before, found)) return;
    seen.set(id, found && keep(found));
    onChange(id, found);
  };

  async function look(): Promise<number> {
    let worked = 0;
    let sliceStart = performance.now();
    const breathe = async () => {
      const now = performance.now();
      if (now - sliceStart < SLICE_MS) return;
      worked += now - sliceStart;
      await idle();
      sliceStart = performance.now();
    };
    const building = pageTextInSlices(root);
    let step = building.next();
    while (!step.done) {
      await breathe();
      if (signal.aborted) return worked;
      step = building.next();
    }
    let snapshot = step.value;
    const due = watched.filter(({ id }) => isStale(seen.get(id), last, snapshot));
    last = snapshot;
    for (const { id, anchor } of due) {
      await breathe();
      if (signal.aborted) return worked;
      // The page may have changed while we rested; what changed is looked at in the next round.
      snapshot = latest(root, snapshot);
      report(id, findIn(snapshot.page, anchor));
      if (signal.aborted) return worked;
    }
    return worked + performance.now() - sliceStart;
  }

  async function run(): Promise<void> {
    isBusy = true;
    await idle();
    while (!signal.aborted) {
      isDue = false;
      const worked = await look();
      await wait(Math.max(QUIET_MS, worked * REST_FACTOR), signal);
      if (!isDue) break;
    }
    isBusy = false;
  }

  onPageChange(
    root,
    () => {
      isDue = true;
      if (!isBusy) void wait(QUIET_MS, signal).then(() => (isBusy || signal.aborted ? undefined : run()));
    },
    signal,
  );
  void run();
}

/** The index as of now, if it can be had at once. */
function latest(root: Node, snapshot: Snapshot): Snapshot {
  const step = pageTextInSlices(root).next();
  return step.done ? step.value : snapshot;
}

/** Must this anchor be looked for again? */
function isStale(seen: Seen | null | undefined, last: Snapshot | null, now: Snapshot): boolean {
  if (!seen || !last || last.epoch !== now.epoch) return true;
  if (!seen.start.isConnected || !seen.end.isConnected) return true;
  const { range } = seen.found;
  if (range.startContainer !== seen.start || range.endContainer !== seen.end) return true;
  return now.changes.slice(last.seen).some(place => range.intersectsNode(place));
}

function keep(found: Found): Seen {
  const { startContainer, startOffset, endContainer, endOffset } = found.range;
  return { found, start: startContainer, startOffset, end: endContainer, endOffset };
}

function isSame(before: Seen | null, found: Found | null): boolean {
  if (!before || !found) return before === found;
  const now = keep(found);
  return (
    before.found.status === found.status &&
    before.start === now.start &&
    before.startOffset === now.startOffset &&
    before.end === now.end &&
    before.endOffset === now.endOffset
  );
}

function idle(): Promise<void> {
  return new Promise(resolve => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: IDLE_TIMEOUT_MS });
    } else setTimeout(resolve, 0);
  });
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
