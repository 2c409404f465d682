/**
 * Keeps the index of a page for as long as the page does not change, and mends it where it did. Mutation records
 * are taken synchronously when somebody asks, so that an answer never stands on an old page.
 */
import { collect, order, PageText, type Piece } from './page-text.ts';
import { isElement, isSkipped, isText } from './visible.ts';

/** Attributes that can show or hide text. Never all attributes: pages animate some on every frame. */
const WATCHED = ['hidden', 'open', 'class', 'style', 'slot', 'inert'];
/** With more places changed than this, a new index is cheaper than mending. */
const MAX_MENDS = 40;
/** Records that may pile up unread before the index is thrown away. */
const MAX_RECORDS = 5000;

type Slot = {
  page: PageText;
  observer: MutationObserver;
  records: MutationRecord[];
  stale: boolean;
  observed: Set<Node>;
  /** Rises with every new index: everything may have changed. */
  epoch: number;
  /** The places that were mended in this epoch, in order. */
  changes: Node[];
  /** Who wants to know that something changed. */
  listeners: Set<() => void>;
};

/** An index, and what it takes to ask later what has changed since. */
export type Snapshot = { page: PageText; epoch: number; changes: readonly Node[]; seen: number };

const slots = new WeakMap<Node, Slot>();

/** The up-to-date index of a page, or of the part of it under `root`. */
export function pageText(root: Node): PageText {
  const slot = slots.get(root) ?? open(root);
  refresh(slot);
  return slot.page;
}

/** Like `pageText`, in slices: yields after each batch. What changed in the meantime is mended at the end. */
export function* pageTextInSlices(root: Node): Generator<void, Snapshot, void> {
  const slot = slots.get(root) ?? open(root);
  take(slot);
  if (slot.stale) {
    const page = new PageText(root);
    const { epoch } = slot;
    slot.records = [];
    observe(slot, page);
    yield* page.build();
    // Unless somebody could not wait and built one, or so much changed that this one is worthless.
    if (slot.stale && slot.epoch === epoch) renew(slot, page);
  }
  refresh(slot);
  return { page: slot.page, epoch: slot.epoch, changes: slot.changes, seen: slot.changes.length };
}

/** Calls `onChange` (in a microtask) when the page changed, until `signal` aborts. */
export function onPageChange(root: Node, onChange: () => void, signal: AbortSignal): void {
  const slot = slots.get(root) ?? open(root);
  slot.listeners.add(onChange);
  signal.addEventListener('abort', () => slot.listeners.delete(onChange), { once: true });
  // A frame's new document and a style sheet that arrives late change the text without a mutation.
  const onLoad = ({ target }: Event) => {
    if (!(target instanceof Element) || !/^(?:i?frame|link)$/.test(target.localName)) return;
    forget(slot);
    onChange();
  };
  root.addEventListener('load', onLoad, { capture: true, signal });
}

function open(root: Node): Slot {
  const observer = new MutationObserver(records => {
    const slot = slots.get(root);
    if (!slot) return;
    for (const record of records) slot.records.push(record);
    if (slot.records.length > MAX_RECORDS) forget(slot);
    for (const listener of slot.listeners) listener();
  });
  const slot: Slot = {
    page: new PageText(root),
    observer,
    records: [],
    stale: true,
    observed: new Set(),
    epoch: 0,
    changes: [],
    listeners: new Set(),
  };
  slots.set(root, slot);
  return slot;
}

/** The page changes on and on and nobody asks: stop listening until somebody does, unless somebody watches. */
function forget(slot: Slot): void {
  slot.records = [];
  slot.stale = true;
  slot.epoch++;
  slot.changes = [];
  if (slot.listeners.size > 0) return;
  slot.observer.disconnect();
  slot.observed.clear();
}

function renew(slot: Slot, page: PageText): void {
  slot.page = page;
  slot.stale = false;
  slot.epoch++;
  slot.changes = [];
  observe(slot, page);
}

function observe(slot: Slot, page: PageText): void {
  for (const tree of [page.root, ...page.trees.keys()]) {
    if (slot.observed.has(tree)) continue;
    slot.observed.add(tree);
    slot.observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: WATCHED,
    });
  }
}

function take(slot: Slot): void {
  for (const record of slot.observer.takeRecords()) slot.records.push(record);
}

function refresh(slot: Slot): void {
  take(slot);
  const { records } = slot;
  if (!slot.stale && records.length === 0) return;
  slot.records = [];
  if (!slot.stale && records.length <= MAX_RECORDS && mend(slot, records)) return;
  const page = new PageText(slot.page.root);
  observe(slot, page);
  for (const _ of page.build());
  renew(slot, page);
}

/** Looks again at the changed places only. False when that is not possible or not worth it. */
function mend(slot: Slot, records: MutationRecord[]): boolean {
  const { page } = slot;
  if (page.hasSlots) return false;
  const targets = new Set<Node>();
  const moved = new Set<Node>();
  for (const record of records) {
    targets.add(record.target);
    for (const node of record.removedNodes) {
      // What a frame or shadow root holds still hangs together when it is gone.
      if (isElement(node) && holdsTree(page, node)) return false;
      addTexts(node, moved);
    }
  }
  const places = topmost(targets);
  if (places.length > MAX_MENDS) return false;
  const fresh = new Set<Piece>();
  for (const place of places) {
    if (!page.root.contains(place) && place !== page.root) {
      if (place.isConnected) return false; // In a shadow root or frame: rare enough to start anew.
      continue;
    }
    mendPlace(page, place, moved, fresh);
    slot.changes.push(place);
  }
  observe(slot, page);
  return true;
}

function holdsTree(page: PageText, node: Element): boolean {
  for (const holder of page.trees.values()) if (node.contains(holder)) return true;
  return false;
}

/** Only nodes with no other of the set around them. */
function topmost(targets: Set<Node>): Node[] {
  return [...targets].filter(target => {
    for (let node = target.parentNode; node; node = node.parentNode) if (targets.has(node)) return false;
    return true;
  });
}

function addTexts(node: Node, into: Set<Node>): void {
  if (isText(node)) into.add(node);
  else if (isElement(node)) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) into.add(walker.currentNode);
  }
}

/**
 * Finds which pieces lay in the changed place and reads it again. Pieces whose nodes went elsewhere say nothing
 * about the order, so the search skips them; each of them lay in one changed place or another.
 */
function mendPlace(page: PageText, place: Node, moved: Set<Node>, fresh: Set<Piece>): void {
  const { pieces } = page;
  const isGone = (piece: Piece) => !fresh.has(piece) && (moved.has(piece.node) || !piece.node.isConnected);
  const edge = (limit: number) => {
    // Binary search over the pieces that still are where they were.
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      let middle = (low + high) >> 1;
      const from = middle;
      while (middle < high && isGone(pieces[middle] as Piece)) middle++;
      if (middle === high) high = from;
      else if (order((pieces[middle] as Piece).node, place) < limit) low = middle + 1;
      else if (from === middle) high = middle;
      else high = from;
    }
    return low;
  };
  let from = edge(0);
  while (from > 0 && isGone(pieces[from - 1] as Piece)) from--;
  let to = Math.max(from, edge(1));
  while (to < pieces.length && isGone(pieces[to] as Piece)) to++;
  const found = isInSkipped(place) ? { pieces: [], text: '' } : collectNow(page, place);
  for (const piece of found.pieces) fresh.add(piece);
  page.splice(from, to, found);
}

function collectNow(page: PageText, place: Node): { pieces: Piece[]; text: string } {
  const walk = collect(page, place);
  for (;;) {
    const step = walk.next();
    if (step.done) return step.value;
  }
}

function isInSkipped(place: Node): boolean {
  for (let node: Node | null = place; node; node = node.parentNode) {
    if (isElement(node) && isSkipped(node)) return true;
    // Children of a shadow root's host are not drawn, but for those in a slot; and with slots nothing is mended.
    if (node.parentElement?.shadowRoot) return true;
  }
  return false;
}
