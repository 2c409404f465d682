/**
 * Quotation marks and dashes at the edges of a quote. Folding drops them, so the anchor notes them, and they are added
 * again when the words are found, even if other mark-up has come in between.
 */
import { marksIn } from '../fold.ts';
import type { Point } from './page-text.ts';

/** A few punctuation marks are not worth a walk over more characters than this. */
const MAX_WALK = 400;

/** The quotation marks and dashes between two points, without anything else that folding drops. */
export function marksBetween(from: Point | null, to: Point | null): string {
  return from && to ? marksIn(rangeOver(from, to).toString().slice(0, MAX_WALK)) : '';
}

/** A range from one point to another; empty if they lie in different trees or in the wrong order. */
export function rangeOver(from: Point, to: Point): Range {
  const range = (from.node.ownerDocument ?? (from.node as Document)).createRange();
  range.setStart(from.node, from.offset);
  if (from.node.getRootNode() === to.node.getRootNode()) range.setEnd(to.node, to.offset);
  return range;
}

/** The value of NodeFilter.SHOW_TEXT, in fewer bytes. */
const SHOW_TEXT = 4;

/** Moves a point in a text over up to `count` quotation marks or dashes, passing white space. */
export function takeMarks(from: Point, count: number, step: 1 | -1): Point {
  const walker = document.createTreeWalker(from.node.getRootNode(), SHOW_TEXT);
  walker.currentNode = from.node;
  let edge = from;
  let at = from.offset;
  for (let text: Node | null = from.node, left = count; text && left > 0; ) {
    const char = (text as Text).data.charAt(step < 0 ? at - 1 : at);
    if (char) {
      at += step;
      if (marksIn(char)) {
        left--;
        edge = { node: text, offset: at };
      } else if (char.trim()) break;
    } else {
      text = step < 0 ? walker.previousNode() : walker.nextNode();
      at = step < 0 ? ((text as Text | null)?.data.length ?? 0) : 0;
    }
  }
  return edge;
}
