/** From an anchor to the place on the page as it is now. */
import type { TextAnchor } from '#lib/records/anchor.ts';
import { edgeMarks, takeMarks } from './edge-marks.ts';
import { plainTypography } from './fold.ts';
import { pageText } from './page-cache.ts';
import type { PageText, Point } from './page-text.ts';
import { follow } from './path.ts';
import { type Span, type Status, seek } from './seek.ts';
import { exactOf, readAnchor, type Wanted } from './wanted.ts';

export type Found = { range: Range; confidence: number; status: Status };

/**
 * Finds the words of an anchor.
 * @returns null when they are not there, or not surely enough: an orphan. Never throws, whatever the anchor is.
 */
export function find(anchor: TextAnchor, root: Node = document): Found | null {
  return findIn(pageText(root), anchor);
}

/** `find` on an index that is at hand. */
export function findIn(page: PageText, anchor: TextAnchor): Found | null {
  const wanted = readAnchor(anchor);
  if (!wanted) return null;
  const span = seek(page, wanted);
  const points = byPath(page, wanted, span);
  if (!wanted.quote) return points && toRange(points, 0.5, 'unsure');
  if (!span) return null;
  const exact = exactOf(anchor);
  const ends = points ?? edges(page, span, exact);
  if (!ends) return null;
  const isEdited =
    span.status !== 'unsure' && span.status !== 'edited' && !wanted.tail && !sameWords(page, span, exact);
  return toRange(ends, span.confidence, isEdited ? 'edited' : span.status);
}

/** The very boundary that was selected, if the path still leads to the place that the words were found at. */
function byPath(page: PageText, wanted: Wanted, span: Span | null): { start: Point; end: Point } | null {
  if (!wanted.path) return null;
  const start = follow(wanted.path.start, page.root);
  const end = start && follow(wanted.path.end, page.root);
  if (!start || !end) return null;
  const at = { start: page.positionOf(start), end: page.positionOf(end) };
  // Without words (an empty selection) the position is all there is to hold it against.
  const should = span ?? (wanted.quote ? null : { start: wanted.start, end: wanted.start });
  if (!should || at.start !== should.start) return null;
  // A selection may end within a character that folding sees as one.
  const then = span?.status === 'same' && wanted.start === at.start ? at.start + wanted.length : null;
  return at.end === should.end || at.end === then ? { start, end } : null;
}

/** The boundaries of the found words, with the quotation marks and dashes that belonged to them. */
function edges(page: PageText, span: Span, exact: string): { start: Point; end: Point } | null {
  const start = page.startPoint(span.start);
  const end = page.endPoint(span.end);
  if (!start || !end) return null;
  const { lead, trail } = edgeMarks(exact);
  return { start: takeMarks(start, lead, -1), end: takeMarks(end, trail, 1) };
}

/** Dashes are folded away to find a place, but `-5` is not `5`. */
function sameWords(page: PageText, span: Span, exact: string): boolean {
  const inner = exact.replace(
    /^['"`\u00ab\u00bb\u2010-\u201f\u2039\u203a-]+|['"`\u00ab\u00bb\u2010-\u201f\u2039\u203a-]+$/g,
    '',
  );
  return plainTypography(inner) === plainTypography(page.readable(span.start, span.end));
}

function toRange(points: { start: Point; end: Point }, confidence: number, status: Status): Found | null {
  const { start, end } = points;
  const range = (start.node.ownerDocument ?? (start.node as Document)).createRange();
  range.setStart(start.node, start.offset);
  // A range lives in one tree: words that run over the edge of a shadow root keep the part on this side.
  if (start.node.getRootNode() === end.node.getRootNode()) range.setEnd(end.node, end.offset);
  else range.setEnd(start.node, start.node.nodeValue?.length ?? 0);
  return { range, confidence, status };
}
