/** Makes an anchor of a range: plain JSON by which the same words are found again, or known to be gone. */
import type { TextAnchor } from '#lib/records/anchor.ts';
import { keyAround } from '../element-key.ts';
import { countWords, fold } from '../fold.ts';
import { plain } from '../plain.ts';
import { flatParent } from '../visible-text.ts';
import { occurrences, positionsOf } from './candidates.ts';
import { marksBetween } from './edge-punctuation.ts';
import { findLandmarks } from './landmarks.ts';
import { pageText } from './page-cache.ts';
import type { PageText, Point } from './page-text.ts';
import { pathTo } from './path.ts';
import { MAX_BREAKS, MAX_CONTEXT, MAX_QUOTE } from './read-anchor.ts';
import { findRivals } from './rivals.ts';
import { whereabouts } from './seek.ts';

/**
 * Describes the words in a range.
 * @param range in the document of `root`, in an open shadow root or in a same-origin frame
 * @param root what positions are counted from (default: the document); `find` must get the same node, or its successor
 */
export function describe(range: Range, root: Node = document): TextAnchor {
  const page = pageText(root);
  const from: Point = { node: range.startContainer, offset: range.startOffset };
  const to: Point = { node: range.endContainer, offset: range.endOffset };
  const start = page.positionOf(from);
  const end = Math.max(start, page.positionOf(to));
  const hasWords = end > start;
  // Quotation marks and dashes at the edges belong to the quote if they were selected.
  const whole = hasWords
    ? marksBetween(from, page.pointAt(start)) +
      page.readable(start, end) +
      marksBetween(page.pointAt(end, true), to)
    : '';
  const exact = cut(whole, MAX_QUOTE);
  const prefix = cutEnd(page.readable(Math.max(0, start - MAX_CONTEXT), start));
  const suffix = cut(page.readable(end, end + MAX_CONTEXT), MAX_CONTEXT);
  const path = [pathTo(from, root), pathTo(to, root)] as const;
  const key = hasWords ? keyAround(page.pointAt(start)?.node ?? from.node) : undefined;

  /** What the page looked like when the anchor was made: how often the words occurred, and what else resembled them. */
  const look = () => {
    const sought = {
      quote: fold(exact),
      before: fold(prefix),
      after: fold(suffix),
      words: () => countWords([prefix, exact, suffix]),
      breaks: [],
    };
    const { quote, before, after } = sought;
    const wholeWords = page.isWordEdge(start) && page.isWordEdge(end);
    const positions = occurrences(page, quote, wholeWords);
    const isAll = end - start === quote.length;
    const twins = positions.filter(
      at => page.text.endsWith(before, at) && (!isAll || page.text.startsWith(after, at + quote.length)),
    );
    const landmarks = findLandmarks(page, start, end);
    const where = whereabouts(page, { key: key ?? null, landmarks });
    return {
      count: positions.length,
      twins: Math.max(1, twins.length),
      turn: Math.max(0, twins.indexOf(start)),
      wholeWords,
      block: isAll ? blockAround(page, start, end, before.length, after.length) : undefined,
      breaks: page
        .blockEdges(start - before.length, Math.min(end, start + quote.length) + after.length)
        .map(at => at - start)
        // Breaks in the middle of a long quote tell nothing.
        .filter((_, n, { length }) => n < MAX_BREAKS / 2 || n >= length - MAX_BREAKS / 2),
      landmarks,
      rivals: findRivals(page, sought, { start, end }, positions, where, wholeWords),
    };
  };

  return plain<TextAnchor>({
    kind: 'words',
    quote: { exact, prefix, suffix, tail: exact.length < whole.length ? cutEnd(whole) : undefined },
    position: { start, end },
    seen: hasWords ? look() : undefined,
    key,
    path: path[0] && path[1] ? { start: path[0], end: path[1] } : undefined,
  });
}

/** All the text of a longer row or paragraph would identify it no better than the surroundings of the quote do. */
const MAX_BLOCK = 240;
const MIN_BLOCK = 12;
/** How many elements around the quote we look at: pages nest deeper than rows do. */
const MAX_CLIMB = 10;

/** How far the largest element with little text reaches around the quote, if its text is unique on the page. */
function blockAround(page: PageText, start: number, end: number, maxBefore: number, maxAfter: number) {
  let from = 0;
  let to = 0;
  let element: Element | null = page.pointAt(start)?.node.parentElement ?? null;
  for (let climb = 0; element && climb < MAX_CLIMB; climb++, element = flatParent(element)) {
    const begin = page.edge(element);
    const limit = page.edge(element, true);
    if (limit - begin > MAX_BLOCK) break;
    from = begin;
    to = limit;
  }
  if (to < end || to - from < MIN_BLOCK) return undefined;
  const before = Math.min(start - from, maxBefore);
  const after = Math.min(to - end, maxAfter);
  const isUnique = positionsOf(page.text, page.text.slice(start - before, end + after), 2).length === 1;
  return isUnique ? { before, after } : undefined;
}

/** The first `limit` units at most, without splitting a surrogate pair. */
function cut(text: string, limit: number): string {
  return text.slice(0, limit).replace(text.length > limit ? /[\ud800-\udbff]$/ : '', '');
}

/** The last MAX_CONTEXT units at most, without splitting a surrogate pair. */
function cutEnd(text: string): string {
  return text.slice(-MAX_CONTEXT).replace(text.length > MAX_CONTEXT ? /^[\udc00-\udfff]/ : '', '');
}
