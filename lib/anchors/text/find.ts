/** Finds an anchor's words on the page as it is now. */
import type { TextAnchor } from '#lib/records/anchor.ts';
import { plainTypography, withoutEdgeMarks } from '../fold.ts';
import { rangeOver, takeMarks } from './edge-punctuation.ts';
import { pageText } from './page-cache.ts';
import type { PageText, Point } from './page-text.ts';
import { follow } from './path.ts';
import { readAnchor, type Wanted } from './read-anchor.ts';
import { type FoundSpan, type Status, seek } from './seek.ts';

export type Found = { range: Range; confidence: number; status: Status };

/**
 * Finds the words of an anchor.
 * @returns null when they are gone or we are not sure enough: an orphan. Never throws, whatever the anchor is.
 */
export function find(anchor: TextAnchor, root: Node = document): Found | null {
  return findIn(pageText(root), anchor);
}

/** Like `find`, on an index of the page that the caller has. */
export function findIn(page: PageText, anchor: TextAnchor): Found | null {
  const wanted = readAnchor(anchor);
  const { quote, exact, tail } = wanted;
  const span = quote ? seek(page, wanted) : null;
  if (quote && !span) return null;
  const points = byPath(page, wanted, span);
  if (!span) return points && toRange(points, 0.5, 'unsure');
  // Quotation marks and dashes at the edges belonged to the quote.
  const inner = withoutEdgeMarks(exact);
  const lead = exact.indexOf(inner);
  const start = points?.[0] ?? page.pointAt(span.start);
  const end = points?.[1] ?? page.pointAt(span.end, true);
  if (!start || !end) return null;
  const ends: Ends = points ?? [
    takeMarks(start, lead, -1),
    takeMarks(end, exact.length - lead - inner.length, 1),
  ];
  // Folding drops dashes so that more is found, but `-5` is not `5`.
  const isEdited =
    span.status !== 'unsure' &&
    !tail &&
    plainTypography(inner) !== plainTypography(page.readable(span.start, span.end));
  return toRange(ends, span.confidence, isEdited ? 'edited' : span.status);
}

type Ends = [start: Point, end: Point];

/** The very boundary that was selected, if the path still leads to where the words were found. */
function byPath(page: PageText, { path, start, length }: Wanted, span: FoundSpan | null): Ends | null {
  const from = path && follow(path.start, page.root);
  const to = from && follow(path.end, page.root);
  if (!to) return null;
  const begin = page.positionOf(from);
  const end = page.positionOf(to);
  // An empty selection has no words; then we can only compare the position.
  if (begin !== (span ? span.start : start)) return null;
  // A selection may end in the middle of what folding counts as one character.
  const isAsThen = span?.status === 'same' && start === begin && end === begin + length;
  return end === (span ? span.end : start) || isAsThen ? [from, to] : null;
}

function toRange([start, end]: Ends, confidence: number, status: Status): Found {
  const range = rangeOver(start, end);
  // A range stays in one tree. Of words that cross the edge of a shadow root we keep the part on this side.
  if (range.endContainer !== end.node) range.setEnd(start.node, start.node.nodeValue?.length ?? 0);
  return { range, confidence, status };
}
