/**
 * One index over the visible text of a page: the folded text as one string, and where each piece of it lies in
 * the document. All positions in this folder count characters of that folded text (see fold.ts).
 */
import { fold, foldedBefore, isWordChar, offsetOfFolded } from './fold.ts';
import { frameDocument, hostOf, isElement, isInline, isShown, isSkipped, isText } from './visible.ts';

/** A text node with visible text. `start` is where its folded text begins in the index. */
export type Piece = {
  node: Text;
  start: number;
  folded: string;
  /** In a long node: how many folded characters lie before each STRIDE of raw ones. Made when first needed. */
  waypoints?: Uint32Array;
};

/** A document position; a Range boundary. */
export type Point = { node: Node; offset: number };

/** Between the texts of two nodes while they are folded together; never part of a text. */
const SEPARATOR = '\uffff';
/** Raw characters that are folded in one go, and between two chances to pause. */
const BATCH = 32_768;
/** In longer nodes positions are found by way of waypoints. */
const LONG_NODE = 4096;
const STRIDE = 1024;
/** Text nodes looked at between two chances to pause, however short they are. */
const BATCH_NODES = 1500;
/** A node further from its neighbour than this many steps is taken to be in another block. */
const MAX_STEPS = 200;

export class PageText {
  readonly root: Node;
  pieces: Piece[] = [];
  text = '';
  /** Shadow roots and frame documents inside the root, each to be observed by itself, and the element that holds it. */
  trees = new Map<Node, Element>();
  /** Slotted content makes the drawn order differ from the tree's. */
  hasSlots = false;

  /** Which elements stand in the line of words: asked again and again around one place. */
  private inline = new Map<Element, boolean>();

  constructor(root: Node) {
    this.root = root;
  }

  /** The piece in which the character at `position` lies; -1 when there is none. */
  pieceAt(position: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((this.pieces[middle] as Piece).start <= position) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  }

  /** Where the character at `position` begins in the document. */
  startPoint(position: number): Point | null {
    const piece = this.pieces[this.pieceAt(position)];
    if (!piece) return null;
    return { node: piece.node, offset: rawOffset(piece, position - piece.start) };
  }

  /** Where the character before `position` ends in the document. */
  endPoint(position: number): Point | null {
    const piece = this.pieces[this.pieceAt(position - 1)];
    if (!piece) return null;
    return { node: piece.node, offset: rawOffset(piece, position - 1 - piece.start, true) };
  }

  /** How many folded characters lie before a document position. */
  positionOf(point: Point): number {
    const { node, offset } = point;
    if (isText(node)) {
      const at = this.firstPieceFrom(node);
      const piece = this.pieces[at];
      if (piece?.node === node) return piece.start + foldedUpTo(piece, offset);
      return piece ? piece.start : this.text.length;
    }
    const child = node.childNodes[offset];
    const at = child ? this.firstPieceFrom(child) : this.firstPieceAfter(node);
    return this.pieces[at]?.start ?? this.text.length;
  }

  /** Index of the first piece in or after a node. */
  firstPieceFrom(node: Node): number {
    return this.search(piece => order(piece.node, node) < 0);
  }

  /** Index of the first piece after the whole of a node. */
  firstPieceAfter(node: Node): number {
    return this.search(piece => order(piece.node, node) <= 0);
  }

  /** Does a word begin or end at this position (or is there at least no word across it)? */
  isWordEdge(position: number): boolean {
    if (position <= 0 || position >= this.text.length) return true;
    const at = this.pieceAt(position);
    const piece = this.pieces[at];
    if (!piece) return true;
    const { data } = piece.node;
    const offset = rawOffset(piece, position - piece.start);
    if (!isWordChar(charAt(data, offset))) return true;
    if (offset > 0) return !isWordChar(charBefore(data, offset));
    const before = this.pieces[at - 1];
    if (!before) return true;
    return !isWordChar(charBefore(before.node.data, before.node.data.length)) || this.hasGap(at);
  }

  /** Does white space, or what counts as such, end before this position? */
  isSpaceEdge(position: number): boolean {
    if (position <= 0 || position >= this.text.length) return true;
    const at = this.pieceAt(position);
    const piece = this.pieces[at];
    if (!piece) return true;
    const { data } = piece.node;
    const end = rawOffset(piece, position - piece.start);
    const begin = position > piece.start ? rawOffset(piece, position - 1 - piece.start, true) : 0;
    // What folding dropped between the two characters: a quotation mark, or white space.
    return /\s/.test(data.slice(begin, end)) || (begin === 0 && position === piece.start && this.hasGap(at));
  }

  /** Does something between this piece and the one before it count as a space: a block's edge, a line break? */
  hasGap(at: number): boolean {
    const before = this.pieces[at - 1]?.node;
    const after = this.pieces[at]?.node;
    if (!before || !after || /\s$/.test(before.data) || /^\s/.test(after.data)) return true;
    let node: Node = before;
    for (let step = 0; step < MAX_STEPS; step++) {
      const next = following(node, element => !this.isInline(element));
      if (next === null || next === after) return next === null;
      node = next;
      // Text in between folded to nothing: white space, a dash, a quotation mark. Comments are no gap.
      if (isText(node) ? node.data.trim() !== node.data : isElement(node) && !this.isInline(node))
        return true;
    }
    return true;
  }

  /** The text between two positions as a person reads it: single spaces, block ends counting as a space. */
  readable(from: number, to: number): string {
    let out = '';
    for (let at = this.pieceAt(from); at >= 0 && at < this.pieces.length; at++) {
      const piece = this.pieces[at] as Piece;
      const { node, start, folded } = piece;
      if (start >= to) break;
      const { data } = node;
      const begin = from > start ? rawOffset(piece, from - start) : 0;
      const end = to < start + folded.length ? rawOffset(piece, to - start - 1, true) : data.length;
      if (out && begin === 0 && this.hasGap(at)) out += ' ';
      out += data.slice(begin, end);
    }
    return out
      .replace(/[\u00ad\u200b\u2060\ufeff]+/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** The positions from the beginning of a node's text to its end. */
  extentOf(node: Node): { from: number; to: number } {
    const from = this.pieces[this.firstPieceFrom(node)]?.start ?? this.text.length;
    return { from, to: this.pieces[this.firstPieceAfter(node)]?.start ?? this.text.length };
  }

  /** Builds the whole index; pauses (yields) between batches. */
  *build(): Generator<void, void, void> {
    const found = yield* collect(this, this.root);
    this.pieces = found.pieces;
    this.text = found.text;
  }

  private isInline(element: Element): boolean {
    let inline = this.inline.get(element);
    if (inline === undefined) {
      inline = isInline(element);
      this.inline.set(element, inline);
    }
    return inline;
  }

  /** Puts `fresh` pieces in the place of those from index `from` up to `to`. */
  splice(from: number, to: number, fresh: { pieces: Piece[]; text: string }): void {
    const start = this.pieces[from]?.start ?? this.text.length;
    const end = this.pieces[to]?.start ?? this.text.length;
    const shift = start + fresh.text.length - end;
    for (const piece of fresh.pieces) piece.start += start;
    if (shift !== 0)
      for (let at = to; at < this.pieces.length; at++) (this.pieces[at] as Piece).start += shift;
    this.pieces = this.pieces.slice(0, from).concat(fresh.pieces, this.pieces.slice(to));
    this.text = this.text.slice(0, start) + fresh.text + this.text.slice(end);
    this.inline.clear();
  }

  /** Index of the first piece for which `isBefore` is not true; the pieces must be in order of it. */
  private search(isBefore: (piece: Piece) => boolean): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.pieces[middle] as Piece)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Where the folded character number `index` of a piece begins in its node; with `after`, where it ends. */
function rawOffset(piece: Piece, index: number, after = false): number {
  const { data } = piece.node;
  if (data.length <= LONG_NODE) return offsetOfFolded(data, index, after);
  const waypoints = waypointsOf(piece);
  let low = 0;
  let high = waypoints.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((waypoints[middle] as number) <= index) low = middle;
    else high = middle - 1;
  }
  const from = low * STRIDE;
  // Some more than a stride, for a pair of surrogates or marks at its end.
  const part = data.slice(from, from + STRIDE + GLUE_ROOM);
  return from + offsetOfFolded(part, index - (waypoints[low] as number), after);
}

function foldedUpTo(piece: Piece, offset: number): number {
  const { data } = piece.node;
  if (data.length <= LONG_NODE) return foldedBefore(data, offset);
  const at = Math.min(Math.floor(offset / STRIDE), waypointsOf(piece).length - 1);
  return (waypointsOf(piece)[at] as number) + foldedBefore(data.slice(at * STRIDE), offset - at * STRIDE);
}

const GLUE_ROOM = 64;

function waypointsOf(piece: Piece): Uint32Array {
  if (piece.waypoints) return piece.waypoints;
  const { data } = piece.node;
  const waypoints = new Uint32Array(Math.ceil(data.length / STRIDE));
  for (let at = 1; at < waypoints.length; at++) {
    const stride = data.slice((at - 1) * STRIDE, at * STRIDE);
    waypoints[at] = (waypoints[at - 1] as number) + foldedBefore(stride, STRIDE);
  }
  piece.waypoints = waypoints;
  return waypoints;
}

/** Walks a subtree as it is drawn and folds its visible text; positions count from the subtree's own start. */
export function* collect(
  page: Pick<PageText, 'trees' | 'hasSlots'>,
  root: Node,
): Generator<void, { pieces: Piece[]; text: string }, void> {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  let batch: Text[] = [];
  let raw = 0;

  const flush = () => {
    let parts = batch.length ? fold(batch.map(node => node.data).join(SEPARATOR)).split(SEPARATOR) : [];
    if (parts.length !== batch.length) parts = batch.map(node => fold(node.data));
    let parent: Element | null = null;
    let shown = false;
    for (let at = 0; at < batch.length; at++) {
      const folded = parts[at] as string;
      if (folded === '') continue;
      const node = batch[at] as Text;
      if (node.parentElement !== parent || parent === null) {
        parent = node.parentElement;
        const around = parent ?? hostOf(node.getRootNode());
        shown = around !== null && isShown(around);
      }
      if (!shown) continue;
      pieces.push({ node, start: length, folded });
      texts.push(folded);
      length += folded.length;
    }
    batch = [];
    raw = 0;
  };

  // A stack of its own, because pages nest deeper than the call stack. `alone`: do not go on to the next sibling.
  const stack: { node: Node; alone: boolean }[] = [{ node: root, alone: true }];
  for (let steps = 1; stack.length > 0; steps++) {
    const { node, alone } = stack.pop() as { node: Node; alone: boolean };
    if (!alone && node.nextSibling) stack.push({ node: node.nextSibling, alone: false });
    if (isText(node)) {
      batch.push(node);
      raw += node.data.length;
    } else if (isElement(node)) {
      if (!isSkipped(node)) enter(page, node, stack);
    } else if (node.firstChild) stack.push({ node: node.firstChild, alone: false });
    if (raw >= BATCH || steps % BATCH_NODES === 0) {
      flush();
      yield;
    }
  }
  flush();
  return { pieces, text: texts.join('') };
}

/** Puts what is drawn inside an element on the stack: its shadow root, what fills its slot, or its children. */
function enter(
  page: Pick<PageText, 'trees' | 'hasSlots'>,
  element: Element,
  stack: { node: Node; alone: boolean }[],
): void {
  const frame = frameDocument(element);
  const tree = frame ?? element.shadowRoot;
  if (tree) {
    page.trees.set(tree, element);
    const inside = frame ? frame.body : tree;
    if (inside) stack.push({ node: inside, alone: true });
    return;
  }
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length) page.hasSlots = true;
    for (const node of assigned.reverse()) stack.push({ node, alone: true });
    if (assigned.length) return;
  }
  if (element.firstChild) stack.push({ node: element.firstChild, alone: false });
}

/**
 * The order of two nodes on the page: negative when `piece` comes before `node`, positive when it comes after the
 * whole of it, 0 when it is the node or lies inside. Reaches over the edges of shadow roots and frames.
 */
export function order(piece: Node, node: Node): number {
  if (piece === node) return 0;
  let inner = piece;
  let outer = node;
  if (inner.getRootNode() !== outer.getRootNode()) {
    const chain = roots(node);
    for (let at: Node | null = piece; at; at = leaveTree(at)) {
      const match = chain.get(at.getRootNode());
      if (!match) continue;
      inner = at;
      outer = match;
      break;
    }
    if (inner === outer) return outer === node ? 0 : -1;
  }
  const relation = inner.compareDocumentPosition(outer);
  if (relation & Node.DOCUMENT_POSITION_CONTAINS) return outer === node ? 0 : -1;
  return relation & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** For each tree that a node lies in, from its own outward: the node that holds it there. */
function roots(node: Node): Map<Node, Node> {
  const chain = new Map<Node, Node>();
  for (let at: Node | null = node; at; at = leaveTree(at)) chain.set(at.getRootNode(), at);
  return chain;
}

/** The element that holds a node's tree: a shadow root's host, a document's frame; null at the top. */
function leaveTree(node: Node): Element | null {
  const root = node.getRootNode();
  const host = hostOf(root);
  if (host) return host;
  try {
    return root.nodeType === 9 ? ((root as Document).defaultView?.frameElement ?? null) : null;
  } catch {
    return null; // The frame around us is another origin's.
  }
}

/** The next node in tree order after `node`; `onLeave` is asked for each element that ends on the way. */
function following(node: Node, onLeave: (element: Element) => boolean): Node | null {
  if (node.firstChild && !(isElement(node) && isSkipped(node))) return node.firstChild;
  for (let at: Node | null = node; at; at = at.parentNode) {
    if (at !== node && isElement(at) && onLeave(at)) return null;
    if (at.nextSibling) return at.nextSibling;
  }
  return null;
}

function charAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function charBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return charAt(text, low >= 0xdc00 && low <= 0xdfff && offset > 1 ? offset - 2 : offset - 1);
}
