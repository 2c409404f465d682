/**
 * Quotation marks and dashes at the edges of a quote. Folding drops them, so they are put down when the anchor is made
 * and taken in again when the words are found, though other mark-up may have come between.
 */
import { marksIn } from '../fold.ts';
import type { Point } from './page-text.ts';

/** A walk over more characters than this for a few marks is no good. */
const MAX_WALK = 400;

/** The marks between two points, without what else folding drops. */
export function marksBetween(from: Point | null, to: Point | null): string {
  return from && to ? marksIn(rangeOver(from, to).toString().slice(0, MAX_WALK)) : '';
}

/** A range from one point to another; empty where they lie in different trees or in the wrong order. */
export function rangeOver(from: Point, to: Point): Range {
  const range = (from.node.ownerDocument ?? (from.node as Document)).createRange();
  range.setStart(from.node, from.offset);
  if (from.node.getRootNode() === to.node.getRootNode()) range.setEnd(to.node, to.offset);
  return range;
}

/** NodeFilter.SHOW_TEXT, in fewer bytes. */
const SHOW_TEXT = 4;

/** The point that has taken in up to `count` marks from a point in a text on; white space is passed. */
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
