/**
 * Keeps the index of a page until the page changes. It takes the pending mutation records whenever somebody asks, so an
 * answer is never based on an old page.
 */
import { PageText } from './page-text.ts';

/** Attributes that can show or hide text. We never watch all attributes, because pages animate some on every frame. */
const WATCHED = ['hidden', 'open', 'class', 'style', 'slot', 'inert'];

type Slot = {
  /** Null once the page has changed. */
  page: PageText | null;
  observer: MutationObserver;
  /** Counts the changes. */
  changes: number;
  /** Who wants to know that something changed. */
  listeners: Set<() => void>;
};

const slots = new WeakMap<Node, Slot>();

/** The up-to-date index of a page, or of the part of it under `root`. */
export function pageText(root: Node): PageText {
  const slot = open(root);
  if (!slot.page) {
    const page = start(slot, root);
    for (const _ of page.build());
    slot.page = page;
  }
  return slot.page;
}

/** Like `pageText`, but yields after each batch. If the page changes meanwhile, the index is not kept. */
export function* pageTextInSlices(root: Node): Generator<void, void, void> {
  const slot = open(root);
  if (slot.page) return;
  const { changes } = slot;
  const page = start(slot, root);
  yield* page.build();
  if (open(root).changes === changes) slot.page = page;
}

/** Calls `onChange` (in a microtask) when the page changed, until `signal` aborts. */
export function onPageChange(root: Node, onChange: () => void, signal: AbortSignal): void {
  const slot = open(root);
  slot.listeners.add(onChange);
  signal.addEventListener('abort', () => slot.listeners.delete(onChange));
  // A frame's new document, or a style sheet that arrives late, changes the text without a mutation.
  const onLoad = ({ target }: Event) => {
    if (!isFrame(target as Node) && (target as Node).nodeName !== 'LINK') return;
    forget(slot);
    onChange();
  };
  root.addEventListener('load', onLoad, { capture: true, signal });
}

function open(root: Node): Slot {
  const known = slots.get(root);
  if (known) {
    read(known, known.observer.takeRecords());
    return known;
  }
  const slot: Slot = {
    page: null,
    observer: new MutationObserver(records => read(slot, records)),
    changes: 0,
    listeners: new Set(),
  };
  slots.set(root, slot);
  return slot;
}

function read(slot: Slot, records: MutationRecord[]): void {
  // Many pages animate the style of empty boxes on every frame. That shows and hides no text.
  const isChange = ({ attributeName, target }: MutationRecord) =>
    attributeName !== 'style' || target.firstChild || (target as Element).shadowRoot || isFrame(target);
  if (!records.some(isChange)) return;
  forget(slot);
  for (const listener of slot.listeners) listener();
  // If nobody watches, it is enough to know that there was a change.
  if (!slot.listeners.size) slot.observer.disconnect();
}

function isFrame(node: Node): boolean {
  return /^i?frame$/i.test(node.nodeName);
}

function forget(slot: Slot): void {
  slot.page = null;
  slot.changes++;
}

function start(slot: Slot, root: Node): PageText {
  return new PageText(root, tree =>
    slot.observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: WATCHED,
    }),
  );
}
