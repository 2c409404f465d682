/**
 * An index over the visible text of a page: the folded text as one string, and where each piece of it lies in the
 * document. All positions in this folder count characters of that folded text (see fold.ts).
 */
import { flat, fold, offsetsOf } from '../fold.ts';
import {
  elementAt,
  frameDocument,
  hostOf,
  isElement,
  isInline,
  isShown,
  isSkipped,
  isText,
} from '../visible-text.ts';

/** A text node with visible text. `start` is where its folded text begins in the index. */
export type Piece = {
  node: Text;
  start: number;
  /** Where in the node each folded character begins. Computed when it is first needed. */
  offsets?: number[];
};

/** A document position; a Range boundary. */
export type Point = { node: Node; offset: number };

/** Stands between the texts of two nodes while they are folded together. No text contains it. */
const SEPARATOR = '\0';
/** How many raw characters are folded at once, between two chances to pause. */
const BATCH = 32_768;
/** How many nodes, however short, are looked at between two chances to pause. */
const BATCH_NODES = 1500;
/** If two neighbouring texts are more steps apart than this, we take them to be in different blocks. */
const MAX_STEPS = 200;

/** Marks that belong to the character before them and are never cut off from it. */
const GLUE = /[\u0300-\u036f]|[\u200d\ufe00-\ufe0f]/;
const WORD_BEGINS = /^[\p{L}\p{N}\p{M}_]/u;
const WORD_ENDS = /[\p{L}\p{N}\p{M}_]$/u;

export class PageText {
  readonly root: Node;
  pieceList: Piece[] = [];
  text = '';
  /** The number of each text's piece. Elements, of which pages have many, are looked up by the texts in them. */
  private order = new Map<Node, number>();
  private onTree: ((tree: Node) => void) | undefined;

  /** `onTree` gets the root, and each shadow root and frame's document in it, because each must be observed by itself. */
  constructor(root: Node, onTree?: (tree: Node) => void) {
    this.root = root;
    this.onTree = onTree;
  }

  /** The number of the piece that holds the character at `position`; -1 if there is none. */
  pieceAt(position: number): number {
    let low = 0;
    let high = this.pieceList.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pieceList[middle] as Piece).start <= position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Where the character at `position` begins in the document, or with `isEnd` where the one before it ends. */
  pointAt(position: number, isEnd?: boolean): Point | null {
    const at = isEnd ? position - 1 : position;
    const piece = this.pieceList[this.pieceAt(at)];
    return piece ? { node: piece.node, offset: rawOffset(piece, at - piece.start, isEnd) } : null;
  }

  /** How many folded characters lie before a document position. */
  positionOf({ node, offset }: Point): number {
    const child = node.childNodes[offset];
    if (child) return this.edge(child);
    return isText(node)
      ? Math.min(this.edge(node) + fold(node.data.slice(0, offset)).length, this.edge(node, true))
      : this.edge(node, true);
  }

  /** The position at which a node begins or ends. A node without visible text lies where the text before it ends. */
  edge(node: Node, isEnd?: boolean): number {
    let count = this.textIn(node, isEnd);
    for (let at: Node | null = node; at && count === undefined; at = at.parentNode ?? hostOf(at)) {
      if (at !== node) count = this.textIn(at);
      // It has no visible text, so it lies where the text before it ends.
      for (let before = at.previousSibling; before && count === undefined; before = before.previousSibling)
        count = this.textIn(before, true);
    }
    return this.pieceList[count ?? 0]?.start ?? this.text.length;
  }

  /** The number of the first piece in a node, or with `isEnd` of the one after its last; undefined if it has none. */
  private textIn(node: Node, isEnd = false): number | undefined {
    const stack: Step[] = [[node]];
    for (let step = stack.pop(); step; step = stack.pop()) {
      const count = this.order.get(enter(step, stack, isEnd));
      if (count !== undefined) return count + Number(isEnd);
    }
    return undefined;
  }

  /** Whether a word begins or ends at this position, or at least none runs across it. */
  isWordEdge(position: number): boolean {
    const at = this.pieceAt(position);
    const piece = this.pieceList[at];
    if (!piece || position >= this.text.length) return true;
    const { data } = piece.node;
    const offset = rawOffset(piece, position - piece.start);
    const before =
      offset > 0 ? data.slice(0, offset) : this.hasGap(at) ? '' : this.pieceList[at - 1]?.node.data;
    return !before || !WORD_BEGINS.test(data.slice(offset, offset + 2)) || !WORD_ENDS.test(before.slice(-2));
  }

  /** Whether white space, or what counts as such, ends before this position. */
  isSpaceEdge(position: number): boolean {
    const at = this.pieceAt(position);
    const piece = this.pieceList[at];
    if (!piece || position >= this.text.length) return true;
    const index = position - piece.start;
    // Folding dropped what stands between the two characters: a quotation mark, or white space.
    const begin = index && rawOffset(piece, index - 1, true);
    return /\s/.test(piece.node.data.slice(begin, rawOffset(piece, index))) || (!index && this.hasGap(at));
  }

  /** The positions from `from` up to `to` at which blocks meet: paragraphs, cells, items of a list. */
  blockEdges(from: number, to: number): number[] {
    const found: number[] = [];
    for (let at = Math.max(1, this.pieceAt(from) + 1); at < this.pieceList.length; at++) {
      const { start } = this.pieceList[at] as Piece;
      if (start >= to) break;
      if (this.isBreak(at)) found.push(start);
    }
    return found;
  }

  /** Whether this piece is in another block than the one before it. */
  private isBreak(at: number): boolean {
    const before = this.pieceList[at - 1]?.node;
    const after = this.pieceList[at]?.node;
    return !before || !after || leavesBlock(before, after) || leavesBlock(after, before);
  }

  /** Whether something between this piece and the one before it counts as a space: a block's edge, a line break. */
  private hasGap(at: number): boolean {
    if (this.isBreak(at)) return true;
    const before = (this.pieceList[at - 1] as Piece).node;
    const after = (this.pieceList[at] as Piece).node;
    if (/\s/.test(before.data.slice(-1) + after.data.charAt(0))) return true;
    const walker = document.createTreeWalker(before.getRootNode());
    walker.currentNode = before;
    for (let step = 0; step < MAX_STEPS; step++) {
      const node = walker.nextNode();
      if (node === after) return false;
      if (!node) break;
      // A text in between folded to nothing, so only its white space counts. Comments are no gap.
      if (isText(node) ? /\s/.test(node.data) : isElement(node) && !isInline(node)) break;
    }
    return true;
  }

  /** The text between two positions as a person reads it, with single spaces, also where blocks meet. */
  readable(from: number, to: number): string {
    let out = '';
    for (let at = Math.max(0, this.pieceAt(from)); at < this.pieceList.length; at++) {
      const piece = this.pieceList[at] as Piece;
      const { node, start } = piece;
      if (start >= to) break;
      const isLast = to <= (this.pieceList[at + 1]?.start ?? this.text.length);
      if (out && this.hasGap(at)) out += ' ';
      out += node.data.slice(
        out ? 0 : rawOffset(piece, Math.max(0, from - start)),
        isLast ? rawOffset(piece, to - start - 1, true) : undefined,
      );
    }
    return flat(out.replace(/[\u00ad\u200b\u2060\ufeff]+/g, ''));
  }

  /** Builds the whole index, and yields after each batch. */
  *build(): Generator<void, void, void> {
    const texts: string[] = [];
    const { pieceList, order } = this;
    const shown = new Map<Element, boolean>();
    let length = 0;
    let batch: Text[] = [];
    let raws: string[] = [];
    let raw = 0;

    const flush = () => {
      let parts = fold(raws.join(SEPARATOR)).split(SEPARATOR);
      if (parts.length !== batch.length) parts = raws.map(fold);
      batch.forEach((node, at) => {
        const folded = parts[at];
        const around = elementAt(node);
        if (!folded || !around) return;
        if (!shown.has(around)) shown.set(around, isShown(around));
        if (!shown.get(around)) return;
        order.set(node, pieceList.push({ node, start: length }) - 1);
        texts.push(folded);
        length += folded.length;
      });
      batch = [];
      raws = [];
      raw = 0;
    };

    const stack: Step[] = [[this.root]];
    this.onTree?.(this.root);
    for (let steps = 1, step = stack.pop(); step; step = stack.pop(), steps++) {
      const node = enter(step, stack, false, this.onTree);
      if (isText(node)) {
        const { data } = node;
        // Half of a page's texts are only the line breaks of its source.
        if (data.trim()) raw += batch.push(node) && raws.push(data) && data.length;
      }
      if (raw >= BATCH || steps % BATCH_NODES === 0) {
        flush();
        yield;
      }
    }
    flush();
    this.text = texts.join('');
  }
}

/** Whether a block around the first text ends before the second. */
function leavesBlock(one: Node, other: Node): boolean {
  for (let around = one.parentElement; around && !around.contains(other); around = around.parentElement)
    if (!isInline(around)) return true;
  return false;
}

/** A node to visit, and then its siblings; in brackets, the node alone. */
type Step = Node | [Node];

/**
 * Visits a node as it is drawn. It pushes what comes after the node on the stack (before it, if `isBack`), and on top what
 * is in it: its shadow root, a frame's body, what fills its slot, or its children. It uses a stack because pages nest
 * deeper than calls can.
 */
function enter(step: Step, stack: Step[], isBack: boolean, onTree?: (tree: Node) => void): Node {
  const isAlone = Array.isArray(step);
  const node = isAlone ? step[0] : step;
  const sibling = isAlone ? null : isBack ? node.previousSibling : node.nextSibling;
  if (sibling) stack.push(sibling);
  if (isElement(node)) {
    if (isSkipped(node)) return node;
    const frame = frameDocument(node);
    const tree = frame ?? node.shadowRoot;
    if (tree) {
      onTree?.(tree);
      const inside = frame ? frame.body : tree;
      if (inside) stack.push([inside]);
      return node;
    }
    if (node.localName === 'slot') {
      const assigned = (node as HTMLSlotElement).assignedNodes();
      for (const slotted of isBack ? assigned : assigned.reverse()) stack.push([slotted]);
      if (assigned.length) return node;
    }
  }
  const child = isBack ? node.lastChild : node.firstChild;
  if (child) stack.push(child);
  return node;
}

/** Where the folded character number `index` of a piece begins in its node, or with `isEnd` where it ends. */
function rawOffset(piece: Piece, index: number, isEnd?: boolean): number {
  const { data } = piece.node;
  piece.offsets ??= offsetsOf(data);
  let offset = piece.offsets[index] ?? data.length;
  if (isEnd && offset < data.length) {
    offset += (data.codePointAt(offset) as number) > 0xffff ? 2 : 1;
    while (GLUE.test(data.charAt(offset))) offset++;
  }
  return offset;
}
