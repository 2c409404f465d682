/** From a range to an anchor: plain JSON that finds the same words again, or says that they are gone. */
import type { TextAnchor } from '#lib/records/anchor.ts';
import { occurrences } from './candidates.ts';
import { marksBetween } from './edge-marks.ts';
import { countWords, fold } from './fold.ts';
import { type Key, keyAround } from './key.ts';
import { findLandmarks } from './landmarks.ts';
import { pageText } from './page-cache.ts';
import type { PageText, Point } from './page-text.ts';
import { pathTo } from './path.ts';
import { findRivals } from './rivals.ts';
import { whereabouts } from './seek.ts';
import { flatParent } from './visible.ts';
import { MAX_CONTEXT, MAX_QUOTE } from './wanted.ts';

/** Folded characters of context that are read before they are cut to MAX_CONTEXT. */
const CONTEXT_READ = MAX_CONTEXT;

/**
 * Describes the words in a range.
 * @param range in the document of `root`, in an open shadow root or in a same-origin frame
 * @param root what the positions count from; the same node (or its successor) is handed to `find`. Default: document
 */
export function describe(range: Range, root: Node = document): TextAnchor {
  const page = pageText(root);
  const from: Point = { node: range.startContainer, offset: range.startOffset };
  const to: Point = { node: range.endContainer, offset: range.endOffset };
  const start = page.positionOf(from);
  const end = Math.max(start, page.positionOf(to));
  const exact = withEdges(page, start, end, from, to);
  const kept = cut(exact, MAX_QUOTE);
  const prefix = cutEnd(page.readable(Math.max(0, start - CONTEXT_READ), start), MAX_CONTEXT);
  const suffix = cut(page.readable(end, end + CONTEXT_READ), MAX_CONTEXT);
  const paths = { start: pathTo(from, root), end: pathTo(to, root) };
  const key = end > start ? keyAround(page.startPoint(start)?.node ?? from.node) : undefined;
  return {
    kind: 'words',
    quote: {
      exact: kept,
      prefix,
      suffix,
      ...(kept.length < exact.length ? { tail: cutEnd(exact, MAX_CONTEXT) } : {}),
    },
    position: { start, end },
    ...(end > start ? { seen: seen(page, start, end, { exact: kept, prefix, suffix }, key) } : {}),
    ...(key ? { key } : {}),
    ...(paths.start && paths.end ? { path: { start: paths.start, end: paths.end } } : {}),
  };
}

/** What was on the page when the anchor was made: how often the words occurred, and what else looked like them. */
function seen(
  page: PageText,
  start: number,
  end: number,
  words: { exact: string; prefix: string; suffix: string },
  key: Key | undefined,
): NonNullable<TextAnchor['seen']> {
  const { prefix, exact: quote, suffix } = words;
  const sought = {
    quote: fold(quote),
    before: fold(prefix),
    after: fold(suffix),
    words: countWords([prefix, quote, suffix]),
  };
  const wholeWords = page.isWordEdge(start) && page.isWordEdge(end);
  const exact = occurrences(page, sought.quote, wholeWords);
  const tail = end - start !== sought.quote.length;
  const after = tail ? '' : sought.after;
  const twins = exact.filter(
    at => page.text.endsWith(sought.before, at) && page.text.startsWith(after, at + sought.quote.length),
  );
  const block = tail ? undefined : blockAround(page, start, end, sought);
  const landmarks = findLandmarks(page, start, end);
  const rivals = findRivals(
    page,
    sought,
    { start, end },
    exact,
    whereabouts(page, { key: key ?? null, landmarks }),
    wholeWords,
  );
  return {
    count: exact.length,
    twins: Math.max(1, twins.length),
    turn: Math.max(0, twins.indexOf(start)),
    wholeWords,
    ...(block ? { block } : {}),
    ...(landmarks.length ? { landmarks } : {}),
    ...(rivals.length ? { rivals } : {}),
  };
}

/** The words with the quotation marks and dashes at their edges, as far as these were selected. */
function withEdges(page: PageText, start: number, end: number, from: Point, to: Point): string {
  if (end <= start) return '';
  const first = page.startPoint(start);
  const last = page.endPoint(end);
  const lead = first ? marksBetween(from, first) : '';
  const trail = last ? marksBetween(last, to) : '';
  return lead + page.readable(start, end) + trail;
}

/** A row or paragraph with more text is no better known by all of it than by what stands around the quote. */
const MAX_BLOCK = 240;
const MIN_BLOCK = 12;
/** Elements around the quote that are looked at: pages nest deeper than rows do. */
const MAX_CLIMB = 10;

/** How far the largest small element around the quote reaches, if its text stands nowhere else. */
function blockAround(page: PageText, start: number, end: number, sought: { before: string; after: string }) {
  let extent: { from: number; to: number } | undefined;
  let element: Element | null = page.pieces[page.pieceAt(start)]?.node.parentElement ?? null;
  for (let climb = 0; element && climb < MAX_CLIMB; climb++, element = flatParent(element)) {
    const { from, to } = page.extentOf(element);
    if (to - from > MAX_BLOCK) break;
    extent = { from, to };
  }
  if (!extent || extent.to < end || extent.to - extent.from < MIN_BLOCK) return undefined;
  const before = Math.min(start - extent.from, sought.before.length);
  const after = Math.min(extent.to - end, sought.after.length);
  const text = page.text.slice(start - before, end + after);
  const at = page.text.indexOf(text);
  return at >= 0 && page.text.indexOf(text, at + 1) < 0 ? { before, after } : undefined;
}

/** At most `limit` units from the beginning, no surrogate pair split. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const code = text.charCodeAt(limit - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit);
}

function cutEnd(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const code = text.charCodeAt(text.length - limit);
  return text.slice(code >= 0xdc00 && code <= 0xdfff ? text.length - limit + 1 : text.length - limit);
}
