/**
 * Quotation marks and dashes at the edges of a quote. Folding drops them, so they are put down when the anchor is made
 * and taken in again when the words are found, where they stand in the same text node.
 */
import { marksIn } from './fold.ts';
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

/** The point that has taken in up to `count` marks from a point in a text on; white space is passed. */
export function takeMarks({ node, offset }: Point, count: number, step: 1 | -1): Point {
  let edge = offset;
  let left = count;
  for (let at = offset; left > 0; at += step) {
    const char = (node as Text).data.charAt(step < 0 ? at - 1 : at);
    if (marksIn(char)) {
      left--;
      edge = at + step;
    } else if (!char || char.trim()) break;
  }
  return { node, offset: edge };
}
