/** Lays a quote and its surroundings over a part of the page, to see how much of it is there, and where it begins and ends. */
import { chain, type Run, total } from './chain.ts';
import type { PageText } from './page-text.ts';
import type { Match, Sought } from './span.ts';

/** Positions that differ by less count as one, because words may have been added or removed in between. */
export const DRIFT = 64;

/** Aligns the quote and its surroundings with the page around a position. Null when nothing of the quote is there. */
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
  // Long words may have been added inside a quote; but when they outweigh it, this is not the quote any more.
  const room = Math.min(1, (2 * quote.length + 40) / Math.max(1, end - begin));
  return { start: begin, end, similarity: (total(parts) / quote.length) * room };
}

/** A block counts as removed if at least this many of its characters were in or beside the quote and hardly any are left. */
const MIN_GONE = 16;
const MAX_LEFT = 0.35;

/**
 * How far the quote still reaches on one side. Blocks at its edge that were removed do not belong to it any more.
 * @param edges the edges of blocks, the outermost first
 * @param limit where the quote ends on this side; `other`: on the other side
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

/** The runs that are left of a context; none if too little is left, since a few letters may be chance. */
function solidRuns(runs: Run[], from: number, to: number): Run[] {
  const parts = runs.flatMap(run => within(run, from, to));
  return total(parts) >= MIN_CONTEXT * (to - from) ? parts : [];
}

/** The part of a run that lies between two positions of the first text; none if that part is empty. */
function within(run: Run, from: number, to: number): Run[] {
  const cut = Math.max(0, from - run.a);
  const length = Math.min(run.length, to - run.a) - cut;
  return length > 0 ? [{ a: run.a + cut, b: run.b + cut, length }] : [];
}

/** If less than this share of a context is left, where it ends tells us nothing. */
const MIN_CONTEXT = 0.3;

/** Up to so many missing characters may have been replaced by others; more were probably removed. */
const MAX_REPLACED = 60;

/** One end of a run: `a` in the quote with its surroundings, `b` on the page. */
type End = { a: number; b: number };

const endOf = ({ a, b, length }: Run): End => ({ a: a + length, b: b + length });

/** What we know about one side of a quote. `breaks` are the edges of blocks, the innermost first. */
type Side = {
  /** How far the quote reached. */
  limit: number;
  /** The outermost end of what is left of the quote; `far` is the other end of that run on the page. */
  inner: End;
  far: number;
  /** The innermost end of what is left of the surroundings. */
  outer: End | undefined;
  breaks: number[];
  outwards: 1 | -1;
};

/** How far from the rest of a quote we look on the page for the edge of its block. */
const MAX_BLOCK_EDGE = 240;

/**
 * Where the quote begins or ends. If its outermost words are gone, other words stand in their place: between what is left
 * of the quote and what is left of its surroundings, or the edge of its block. Some of them may replace words that were
 * lost from the surroundings instead.
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

/** The edge of the block that the quote ended in or at, if the quote and its surroundings are still apart there. */
function blockEdge(page: PageText, { limit, inner, outer, breaks, outwards }: Side): End | undefined {
  const isBeyond = (at: number, than: number) => (at - than) * outwards >= 0;
  const a = breaks.find(at => isBeyond(at, limit));
  // Count the edges that lay in between then; as many lie in between now.
  const between = breaks.filter(at => isBeyond(at, inner.a) && a !== undefined && !isBeyond(at, a)).length;
  const there =
    outwards < 0
      ? page.blockEdges(inner.b - MAX_BLOCK_EDGE, inner.b + 1).reverse()
      : page.blockEdges(inner.b - 1, inner.b + MAX_BLOCK_EDGE);
  const b = there[between];
  if (a === undefined || b === undefined) return undefined;
  return outer && !(isBeyond(outer.a, a) && isBeyond(outer.b, b)) ? undefined : { a, b };
}

/** Whether so many words on the page may replace the missing ones. */
function isReplaced(there: number, missing: number): boolean {
  return there > 0 && there <= 2 * missing + 3;
}

/** How many of the words in a gap belong to the quote: as many as it lacks, or its share of them. */
function share(there: number, missing: number, others: number): number {
  if (others === 0) return there;
  return there >= missing + others ? missing : Math.round((there * missing) / (missing + others));
}

/** How many words are lost with the characters between two positions, not counting words that are cut in two. */
function wordsBetween({ words }: Sought, one: number, other: number): number {
  const counts = words();
  const to = Math.max(one, other);
  const begin = counts[Math.min(one, other) - 1] ?? 0;
  const end = counts[to - 1] ?? 0;
  // If the last word goes on after `to`, part of it is still there.
  return Math.max(0, end - begin - Number(counts[to] === end));
}

/** The positions from `from` up to `to` at which white space ends. */
function spaceEdges(page: PageText, from: number, to: number): number[] {
  const edges: number[] = [];
  for (let at = from; at < to; at++) if (page.isSpaceEdge(at)) edges.push(at);
  return edges;
}

/** How many characters we go at most to find a word's edge. */
const MAX_WORD = 24;

/** The edge of a word that is cut in two at `at`: the nearer one, outwards or inwards, but not beyond `limit`. */
function wordEdge(page: PageText, at: number, outwards: 1 | -1, limit: number): number {
  for (let step = 0; step < MAX_WORD; step++) {
    const inside = at - step * outwards;
    if (page.isSpaceEdge(at + step * outwards)) return at + step * outwards;
    if ((inside - limit) * outwards > 0 && page.isSpaceEdge(inside)) return inside;
  }
  return at;
}
