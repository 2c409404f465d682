/**
 * Quotation marks and dashes at the edges of a quote. Folding drops them, so they are counted when the anchor is made
 * and taken in again when the words are found.
 */
import { isQuoteOrDash } from './fold.ts';
import type { Point } from './page-text.ts';

/** A walk over more characters than this for a few marks is no good. */
const MAX_WALK = 400;

/** The marks between two points, without what else folding drops. */
export function marksBetween(from: Point, to: Point): string {
  const range = (from.node.ownerDocument ?? (from.node as Document)).createRange();
  range.setStart(from.node, from.offset);
  // In another tree, or in the wrong order, there is nothing between them.
  if (from.node.getRootNode() !== to.node.getRootNode()) return '';
  range.setEnd(to.node, to.offset);
  if (range.collapsed) return '';
  return [...range.toString().slice(0, MAX_WALK)].filter(isQuoteOrDash).join('');
}

/** The point that has taken in up to `count` marks from `from` on, backwards or forwards; white space is passed. */
export function takeMarks(from: Point, count: number, step: 1 | -1): Point {
  let best = from;
  let { node, offset } = from;
  const root = node.getRootNode();
  const walker = (node.ownerDocument as Document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = node;
  for (let walked = 0, left = count; left > 0 && walked < MAX_WALK; walked++) {
    const { data } = node as Text;
    const char = step > 0 ? data.charAt(offset) : data.charAt(offset - 1);
    if (char === '') {
      const next = step > 0 ? walker.nextNode() : walker.previousNode();
      if (!next) break;
      node = next;
      offset = step > 0 ? 0 : (next as Text).data.length;
      continue;
    }
    offset += step;
    if (isQuoteOrDash(char)) {
      left--;
      best = { node, offset };
    } else if (!/\s/.test(char)) break;
  }
  return best;
}

/** How many marks a quote begins with, and ends with. */
export function edgeMarks(exact: string): { lead: number; trail: number } {
  const marks = (text: string) => {
    let count = 0;
    for (const char of text) {
      if (isQuoteOrDash(char)) count++;
      else if (!/\s/.test(char)) break;
    }
    return count;
  };
  return { lead: marks(exact), trail: marks([...exact.slice(-MAX_WALK)].reverse().join('')) };
}
