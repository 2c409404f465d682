/** Keeps track of where anchors are while the page changes. */
import type { TextAnchor } from '#lib/records/anchor.ts';
import { type Found, findIn } from './find.ts';
import { onPageChange, pageText, pageTextInSlices } from './page-cache.ts';

export type Watched = { id: string; anchor: TextAnchor };

/** How long we work before letting the browser draw, so that no frame is dropped. */
const SLICE_MS = 6;
/** Pages change in bursts, so after a change we wait this long for the next one. */
const QUIET_MS = 60;
/** We rest at least this many times as long as the last search took. So a page that never rests costs at most 5 %. */
const REST_FACTOR = 20;
const IDLE_TIMEOUT_MS = 300;

/**
 * Calls `onChange` once for each anchor with where it is (null for an orphan), and again whenever that changes. It stops
 * with `signal`. To add or remove anchors, abort and call it again; the index of the page is kept.
 */
export function watch(
  anchors: Iterable<Watched>,
  root: Node,
  onChange: (id: string, found: Found | null) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const watched = [...anchors];
  const seen = new Map<string, Found | null>();
  let isBusy = false;
  let isDue = false;

  /** Looks for all anchors. Returns how long that took in milliseconds, without the rests. */
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
    for (const _ of pageTextInSlices(root)) {
      await breathe();
      if (signal.aborted) return 0;
    }
    for (const { id, anchor } of watched) {
      await breathe();
      if (signal.aborted) return 0;
      const found = findIn(pageText(root), anchor);
      const before = seen.get(id);
      if (before !== undefined && isSame(before, found)) continue;
      seen.set(id, found);
      onChange(id, found);
    }
    return worked + performance.now() - sliceStart;
  }

  async function run(): Promise<void> {
    isBusy = true;
    await idle();
    do {
      isDue = false;
      const worked = await look();
      await wait(Math.max(QUIET_MS, worked * REST_FACTOR));
    } while (isDue && !signal.aborted);
    isBusy = false;
  }

  onPageChange(
    root,
    () => {
      isDue = true;
      if (!isBusy) void wait(QUIET_MS).then(() => (isBusy || signal.aborted ? undefined : run()));
    },
    signal,
  );
  void run();
}

/** Ranges move with the page, so an old range may not be where it was when its words were found. */
function isSame(before: Found | null, found: Found | null): boolean {
  if (!before || !found) return before === found;
  const [one, other] = [before.range, found.range];
  return (
    before.status === found.status &&
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}

function idle(): Promise<unknown> {
  return new Promise(resolve => requestIdleCallback(resolve, { timeout: IDLE_TIMEOUT_MS }));
}

function wait(milliseconds: number): Promise<unknown> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
