/** Places on a page where a quote may be: its very words, and stretches that share enough pieces with it. */
import { chain, type Run, total } from './chain.ts';
import type { Sought, Stretch } from './evidence.ts';
import type { PageText } from './page-text.ts';

/** More occurrences than this are not even counted: such words alone prove nothing. */
export const MAX_OCCURRENCES = 2000;
/** Of more occurrences than this one does not ask where words end: there are many either way. */
const MANY = 60;
/** Places that get a full look. */
const MAX_EXACT = 6;
const MAX_FUZZY = 4;

/** Pieces of the quote that are looked up on the page, and of each context. */
const QUOTE_SEEDS = 20;
const CONTEXT_SEEDS = 6;
const SEED = 9;
/** A piece with more hits than this is too common to point anywhere. */
const MAX_HITS = 30;
/** Hits whose places differ by less belong to one candidate: words were put in or taken out between them. */
const DRIFT = 64;

/** Where a piece stands in a text, the first `limit` places. */
export function placesOf(text: string, piece: string, limit: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0 && places.length < limit; at = text.indexOf(piece, at + 1))
    places.push(at);
  return places;
}

/** All places where the very words stand, at word edges where the quote had them. */
export function occurrences(page: PageText, quote: string, wholeWords: boolean): number[] {
  const found = placesOf(page.text, quote, MAX_OCCURRENCES);
  return wholeWords && found.length <= MANY ? found.filter(at => isWhole(page, at, quote)) : found;
}

function isWhole(page: PageText, at: number, quote: string): boolean {
  return page.isWordEdge(at) && page.isWordEdge(at + quote.length);
}

/** Of many places with the very words, those whose surroundings begin most like the quote's. */
export function mostAlike(
  page: PageText,
  { quote, before, after }: Sought,
  places: number[],
  near: number | null,
  wholeWords: boolean,
): number[] {
  if (places.length <= MAX_EXACT) return places;
  const { text } = page;
  const alikeness = (at: number) => {
    let left = 0;
    let right = 0;
    while (left < before.length && before.at(-1 - left) === text[at - 1 - left]) left++;
    while (right < after.length && after[right] === text[at + quote.length + right]) right++;
    return left + right;
  };
  const best = places
    .filter(at => !wholeWords || places.length <= MANY || isWhole(page, at, quote))
    .map(at => ({ at, alike: alikeness(at) }))
    .sort((one, other) => other.alike - one.alike)
    .slice(0, MAX_EXACT)
    .map(({ at }) => at);
  if (near !== null)
    best.push(places.reduce((one, other) => (Math.abs(other - near) < Math.abs(one - near) ? other : one)));
  return [...new Set(best)];
}

/** Stretches that share pieces with the quote or its surroundings, aligned with them. Best-voted first. */
export function alike(page: PageText, sought: Sought, near: number | null): Stretch[] {
  const { quote, before, after } = sought;
  const votes = new Map<number, number>();
  const weightOf = (bucket: number) => votes.get(bucket) ?? 0;
  const vote = (start: number, weight: number) => {
    const bucket = Math.round(start / DRIFT);
    votes.set(bucket, weightOf(bucket) + weight);
  };
  const lookUp = (from: string, seeds: number, shift: number) => {
    const stride = Math.max(SEED >> 1, Math.ceil((from.length - SEED) / (seeds - 1)));
    for (let at = 0; at + SEED <= from.length; at += stride) {
      const hits = placesOf(page.text, from.slice(at, at + SEED), MAX_HITS + 1);
      if (hits.length <= MAX_HITS) for (const hit of hits) vote(hit - at - shift, 1 / Math.sqrt(hits.length));
    }
  };
  lookUp(quote, QUOTE_SEEDS, 0);
  lookUp(before, CONTEXT_SEEDS, -before.length);
  lookUp(after, CONTEXT_SEEDS, quote.length);
  if (near !== null) vote(near, 0.5);
  const ranked = [...votes.keys()]
    .map(bucket => ({
      bucket,
      weight: weightOf(bucket) + 0.8 * Math.max(weightOf(bucket - 1), weightOf(bucket + 1)),
    }))
    .sort((one, other) => other.weight - one.weight);
  const taken: number[] = [];
  for (const { bucket } of ranked) {
    if (taken.length < MAX_FUZZY && !taken.some(other => Math.abs(other - bucket) <= 1)) taken.push(bucket);
  }
  return taken
    .map(bucket => alignAt(page, sought, bucket * DRIFT))
    .filter(stretch => stretch !== null)
    .filter(
      ({ start, end }, at, all) => at === all.findIndex(other => other.start === start && other.end === end),
    );
}

/** Aligns the quote and its surroundings with the page around a place. Null when nothing of the quote is there. */
function alignAt(page: PageText, sought: Sought, start: number): Stretch | null {
  const { quote, before, after } = sought;
  const slack = DRIFT + (quote.length >> 1);
  const from = Math.max(0, start - before.length - slack);
  const window = page.text.slice(from, start + quote.length + after.length + slack);
  const first = before.length;
  const last = first + quote.length;
  const runs = chain(before + quote + after, window).map(run => ({ ...run, b: run.b + from }));
  const parts = runs.flatMap(run => within(run, first, last));
  dropStrays(parts, quote.length);
  const [head] = parts;
  const tail = parts.at(-1);
  if (!head || !tail) return null;
  const solid = total(parts);
  const leads = solidRuns(runs, 0, first).filter(run => run.b < head.b);
  const trails = solidRuns(runs, last, last + after.length).filter(run => run.b >= tail.b + tail.length);
  const lead = leads.at(-1);
  const begin = quoteEdge(page, sought, head, lead && endOf(lead), head.b + head.length, true);
  const end = quoteEdge(page, sought, endOf(tail), trails[0], tail.b, false);
  // What was put in between may be long, but when the quote drowns in it, it is not the quote.
  const room = Math.min(1, (2 * quote.length + 40) / Math.max(1, end - begin));
  return { start: begin, end, similarity: (solid / quote.length) * room };
}

/** What is left of a context of which enough is left; a few letters of it are chance. */
function solidRuns(runs: Run[], from: number, to: number): Run[] {
  const parts = runs.flatMap(run => within(run, from, to));
  return total(parts) >= MIN_CONTEXT * (to - from) ? parts : [];
}

/** A short run at the edge of a quote of this length, far off on the page though not in the quote, is chance. */
function dropStrays(parts: Run[], length: number): void {
  const isStray = (before: Run, after: Run, edge: Run) => {
    const gap = after.b - before.b - before.length;
    const missing = after.a - before.a - before.length;
    return gap > 3 * missing + (missing > 0 ? 30 : length + 60) && edge.length < gap / 2;
  };
  const isStrayAt = (before: number, edge: number) => {
    const [one, two, last] = [parts.at(before), parts.at(before + 1), parts.at(edge)];
    return parts.length > 1 && one && two && last && isStray(one, two, last);
  };
  while (isStrayAt(0, 0)) parts.shift();
  while (isStrayAt(-2, -1)) parts.pop();
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

/**
 * Where the quote begins, or ends. If its outermost words are not there, the gap between what is left of it (`inner`)
 * and what stood around it (`outer`) holds the words that took their place, and those of the surroundings that are not
 * there either. `far` is the other end of the inner run.
 */
function quoteEdge(
  page: PageText,
  sought: Sought,
  inner: End,
  outer: End | undefined,
  far: number,
  isHead: boolean,
): number {
  const limit = sought.before.length + (isHead ? 0 : sought.quote.length);
  if (inner.a === limit) return inner.b;
  const edge = wordEdge(page, inner.b, isHead ? -1 : 1, far);
  if (!outer || Math.abs(outer.a - inner.a) > MAX_REPLACED) return edge;
  if (isHead ? edge <= outer.b : edge >= outer.b) return edge;
  const missing = wordsBetween(sought, Math.min(limit, inner.a), Math.max(limit, inner.a));
  const others = wordsBetween(sought, Math.min(limit, outer.a), Math.max(limit, outer.a));
  const edges = isHead ? spaceEdges(page, outer.b, edge) : spaceEdges(page, edge + 1, outer.b + 1);
  if (!isReplaced(edges.length, missing + others)) return edge;
  const own = share(edges.length, missing, others);
  return edges[isHead ? edges.length - own : own - 1] ?? edge;
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

/** Words that are missing when the characters from one place up to another are, those cut in two not counted. */
function wordsBetween({ words }: Sought, from: number, to: number): number {
  if (to <= from) return 0;
  const counts = words();
  const begin = counts[from - 1] ?? 0;
  const end = counts[to - 1] ?? 0;
  // The last word goes on behind `to`: a part of it is there.
  const isCut = counts[to] === end;
  return Math.max(0, end - begin - (isCut ? 1 : 0));
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
