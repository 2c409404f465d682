/** What is measured: Sideline's anchors, and the ways of others, each behind the same two calls. */
import { describe } from '#lib/anchors/text/describe.ts';
import { find } from '#lib/anchors/text/find.ts';
import { pageText } from '#lib/anchors/text/page-cache.ts';
import {
  approxSearch,
  createTextQuoteSelectorMatcher,
  describeTextQuote,
  textPosition,
  textQuote,
} from '../peers/anchors.ts';

export type Contender = {
  name: string;
  /** What is done once for each version of a page, when it is at rest. */
  prepare?(root: Element): void;
  describe(range: Range, root: Element): unknown;
  find(anchor: unknown, root: Element): Range | null | Promise<Range | null>;
};

type Quote = { exact: string; prefix: string; suffix: string; start: number };

const CONTEXT = 32;

/**
 * The approach of Hypothesis' client: the position if the quote is there, else the quote by approximate search over
 * the root's text, scored by quote, prefix, suffix and position (src/annotator/anchoring/match-quote.ts, BSD-2-Clause;
 * written anew from its description).
 */
const hypothesis: Contender = {
  name: 'Hypothesis’ approach',
  describe(range, root) {
    const { start, end } = textPosition.fromRange(root, range);
    const text = root.textContent ?? '';
    return {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
      start,
    } satisfies Quote;
  },
  find(anchor, root) {
    const quote = anchor as Quote;
    const text = root.textContent ?? '';
    const end = quote.start + quote.exact.length;
    if (text.slice(quote.start, end) === quote.exact)
      return textPosition.toRange(root, { start: quote.start, end });
    const match = bestMatch(text, quote);
    return match && textPosition.toRange(root, match);
  },
};

function search(text: string, pattern: string, maxErrors: number) {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return exact.length > 0 ? exact : approxSearch(text, pattern, maxErrors);
}

function similarity(text: string, pattern: string): number {
  if (text === '' || pattern === '') return 0;
  const [match] = search(text, pattern, pattern.length);
  return match ? 1 - match.errors / pattern.length : 0;
}

function bestMatch(text: string, { exact, prefix, suffix, start }: Quote) {
  if (exact === '') return null;
  const matches = search(text, exact, Math.min(256, exact.length / 2));
  const score = (match: { start: number; end: number; errors: number }) => {
    const before = prefix
      ? similarity(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
      : 1;
    const after = suffix ? similarity(text.slice(match.end, match.end + suffix.length), suffix) : 1;
    const near = 1 - Math.abs(match.start - start) / text.length;
    return (50 * (1 - match.errors / exact.length) + 20 * before + 20 * after + 2 * near) / 92;
  };
  const scored = matches.map(match => ({ match, score: score(match) }));
  scored.sort((one, other) => other.score - one.score);
  return scored[0]?.match ?? null;
}

const domAnchor: Contender = {
  name: 'dom-anchor-text-quote',
  describe: (range, root) => ({
    ...textQuote.fromRange(root, range),
    hint: textPosition.fromRange(root, range).start,
  }),
  find: (anchor, root) => {
    const { hint, ...selector } = anchor as Quote & { hint: number };
    return textQuote.toRange(root, selector, { hint });
  },
};

const apache: Contender = {
  name: 'Apache Annotator',
  describe: (range, root) => describeTextQuote(range, root),
  async find(anchor, root) {
    const match = createTextQuoteSelectorMatcher(
      anchor as Parameters<typeof createTextQuoteSelectorMatcher>[0],
    );
    for await (const range of match(root)) return range;
    return null;
  },
};

const sideline: Contender = {
  name: 'Sideline',
  prepare: root => void pageText(root),
  describe: (range, root) => JSON.stringify(describe(range, root)),
  find: (anchor, root) => find(JSON.parse(String(anchor)), root)?.range ?? null,
};

export const contenders: Contender[] = [sideline, hypothesis, domAnchor, apache];
