/** How a quote and its surroundings lie on a stretch of the page: what of it is there, where it begins, where it ends. */
import { chain, type Run, total } from './chain.ts';
import type { PageText } from './page-text.ts';
import type { Match, Sought } from './span.ts';

/** Places that differ by less are one: words were put in or taken out between them. */
export const DRIFT = 64;

/** Aligns the quote and its surroundings with the page around a place. Null when nothing of the quote is there. */
export function alignAt(page: PageText, sought: Sought, start: number): Match | null {
  const { quote, before, after } = sought;
  const slack = DRIFT + (quote.length >> 1);
  const from = Math.max(0, start - before.length - slack);
  const window = page.text.slice(from, start + quote.length + after.length + slack);
  const first = before.length;
  const last = first + quote.length;
  const runs = chain(before + quote + after, window).map(run => ({ ...run, b: run.b + from }));
  const breaks = sought.breaks.map(at => at + first);
  const backwards = breaks.toReversed();
  const begins = reach(runs, [0, ...breaks], first, last);
  const ends = reach(runs, [last + after.length, ...backwards], last, first);
  const parts = runs.flatMap(run => within(run, begins, ends));
  const [head] = parts;
  const tail = parts.at(-1);
  if (!head || !tail) return null;
  const leads = solidRuns(runs, 0, first).filter(run => run.b < head.b);
  const trails = solidRuns(runs, last, last + after.length).filter(run => run.b >= tail.b + tail.length);
  const lead = leads.at(-1);
  const begin = quoteEdge(page, sought, {
    limit: begins,
    inner: head,
    far: head.b + head.length,
    outer: begins === first && lead ? endOf(lead) : undefined,
    breaks: backwards,
    outwards: -1,
  });
  const end = quoteEdge(page, sought, {
    limit: ends,
    inner: endOf(tail),
    far: tail.b,
    outer: ends === last ? trails[0] : undefined,
    breaks,
    outwards: 1,
  });
  // What was put in between may be long, but when the quote drowns in it, it is not the quote.
  const room = Math.min(1, (2 * quote.length + 40) / Math.max(1, end - begin));
  return { start: begin, end, similarity: (total(parts) / quote.length) * room };
}

/** A block of which so much was in or beside the quote, and hardly anything is left, was taken out. */
const MIN_GONE = 16;
const MAX_LEFT = 0.35;

/**
 * How far the quote still reaches on one side: blocks at its edge that were taken out are not part of it any more.
 * @param edges of blocks, from outside inwards; what stands outermost comes first
 * @param limit of the quote on this side; `other`: on the other
 */
function reach(runs: Run[], edges: number[], limit: number, other: number): number {
  const isAhead = (one: number, two: number) => (other > limit ? one < two : one > two);
  let begin = limit;
  let own = edges.findLast(at => !isAhead(limit, at)) as number;
  for (const at of edges) {
    if (!isAhead(begin, at) || !isAhead(at, other)) continue;
    const [from, to] = own < at ? [own, at] : [at, own];
    const left = total(runs.flatMap(run => within(run, from, to)));
    if (to - from < MIN_GONE || left > MAX_LEFT * (to - from)) break;
    begin = own = at;
  }
  return begin;
}

/** What is left of a context of which enough is left; a few letters of it are chance. */
function solidRuns(runs: Run[], from: number, to: number): Run[] {
  const parts = runs.flatMap(run => within(run, from, to));
  return total(parts) >= MIN_CONTEXT * (to - from) ? parts : [];
}

/** The part of a run that lies between two places of the first text; none when it is empty. */
function within(run: Run, from: number, to: number): Run[] {
  const cut = Math.max(0, from - run.a);
  const length = Math.min(run.length, to - run.a) - cut;
  return length > 0 ? [{ a: run.a + cut, b: run.b + cut, length }] : [];
}

/** With a smaller share of a context left, nothing is told by where it ends. */
const MIN_CONTEXT = 0.3;

/** Missing characters of which one may believe that others took their place; more were rather taken out. */
const MAX_REPLACED = 60;

/** One end of a run: `a` in the quote with its surroundings, `b` on the page. */
type End = { a: number; b: number };

const endOf = ({ a, b, length }: Run): End => ({ a: a + length, b: b + length });

/** What is known of one side of a quote. `breaks`: of blocks, from inside outwards. */
type Side = {
  /** How far the quote reached. */
  limit: number;
  /** The outermost end of what is left of it; `far`: the other end of that run on the page. */
  inner: End;
  far: number;
  /** The innermost end of what is left of its surroundings. */
  outer: End | undefined;
  breaks: number[];
  outwards: 1 | -1;
};

/** How far from what is left of a quote the edge of its block is looked for on the page. */
const MAX_BLOCK_EDGE = 240;

/**
 * Where the quote begins, or ends. If its outermost words are not there, the gap between what is left of it and what
 * is left of its surroundings, or the edge of its block, holds the words that took their place, and those of the
 * surroundings that are not there either.
 */
function quoteEdge(page: PageText, sought: Sought, side: Side): number {
  const { limit, inner, far, outwards } = side;
  const isHead = outwards < 0;
  if (inner.a === limit) return inner.b;
  const edge = wordEdge(page, inner.b, outwards, far);
  const block = blockEdge(page, side);
  const outer = block ?? side.outer;
  if (!outer || Math.abs(outer.a - inner.a) > MAX_REPLACED) return edge;
  if ((outer.b - edge) * outwards <= 0) return edge;
  const missing = wordsBetween(sought, limit, inner.a);
  const others = wordsBetween(sought, limit, outer.a);
  const edges = isHead ? spaceEdges(page, outer.b, edge) : spaceEdges(page, edge + 1, outer.b + 1);
  if (!isReplaced(edges.length, missing + others)) return edge;
  const own = share(edges.length, missing, others);
  return edges[isHead ? edges.length - own : own - 1] ?? edge;
}

/** The edge of the block that the quote's limit lay in or at, if there still is one between it and its surroundings. */
function blockEdge(page: PageText, { limit, inner, outer, breaks, outwards }: Side): End | undefined {
  const isBeyond = (at: number, than: number) => (at - than) * outwards >= 0;
  const a = breaks.find(at => isBeyond(at, limit));
  // As many edges as there were between lie between.
  const between = breaks.filter(at => isBeyond(at, inner.a) && a !== undefined && !isBeyond(at, a)).length;
  const there =
    outwards < 0
      ? page.blockEdges(inner.b - MAX_BLOCK_EDGE, inner.b + 1).reverse()
      : page.blockEdges(inner.b - 1, inner.b + MAX_BLOCK_EDGE);
  const b = there[between];
  if (a === undefined || b === undefined) return undefined;
  return outer && !(isBeyond(outer.a, a) && isBeyond(outer.b, b)) ? undefined : { a, b };
}

/** Can so many words on the page stand in the place of those that are missing? */
function isReplaced(there: number, missing: number): boolean {
  return there > 0 && there <= 2 * missing + 3;
}

/** How many of the words in a gap are the quote's: as many as are missing, or their share. 0: none. */
function share(there: number, missing: number, others: number): number {
  if (others === 0) return there;
  return there >= missing + others ? missing : Math.round((there * missing) / (missing + others));
}

/** Words that are missing when the characters between two places are, those cut in two not counted. */
function wordsBetween({ words }: Sought, one: number, other: number): number {
  const counts = words();
  const to = Math.max(one, other);
  const begin = counts[Math.min(one, other) - 1] ?? 0;
  const end = counts[to - 1] ?? 0;
  // The last word goes on behind `to`: a part of it is there.
  return Math.max(0, end - begin - Number(counts[to] === end));
}

/** The places from `from` up to `to` at which white space ends. */
function spaceEdges(page: PageText, from: number, to: number): number[] {
  const edges: number[] = [];
  for (let at = from; at < to; at++) if (page.isSpaceEdge(at)) edges.push(at);
  return edges;
}

/** The longest way to a word's edge. */
const MAX_WORD = 24;

/** Of a word cut in two at `at`, the side with more of it decides: its edge outwards, or the next one up to `limit`. */
function wordEdge(page: PageText, at: number, outwards: 1 | -1, limit: number): number {
  for (let step = 0; step < MAX_WORD; step++) {
    const inside = at - step * outwards;
    if (page.isSpaceEdge(at + step * outwards)) return at + step * outwards;
    if ((inside - limit) * outwards > 0 && page.isSpaceEdge(inside)) return inside;
  }
  return at;
}
