/** Where on a page a quote may be: its very words, and spans that share enough pieces with it. */
import { alignAt, DRIFT } from './align.ts';
import type { PageText } from './page-text.ts';
import type { Match, Sought } from './span.ts';

/** We stop counting occurrences here: words that are so common prove nothing by themselves. */
export const MAX_OCCURRENCES = 2000;
/** With more occurrences than this we do not check where words end: there are many either way. */
const MANY = 60;
/** How many positions are weighed in full. */
const MAX_EXACT = 6;
const MAX_FUZZY = 4;

/** How many pieces of the quote, and of each context, are looked up on the page. */
const QUOTE_SEEDS = 20;
const CONTEXT_SEEDS = 6;
const SEED = 9;
/** A piece with more hits than this is too common to tell anything. */
const MAX_HITS = 30;

/** Where a piece stands in a text: the first `limit` positions. */
export function positionsOf(text: string, piece: string, limit: number): number[] {
  const positions: number[] = [];
  for (let at = text.indexOf(piece); at >= 0 && positions.length < limit; at = text.indexOf(piece, at + 1))
    positions.push(at);
  return positions;
}

/** All positions of the very words; only those at word edges, if the quote began and ended at such. */
export function occurrences(page: PageText, quote: string, wholeWords: boolean): number[] {
  const found = positionsOf(page.text, quote, MAX_OCCURRENCES);
  return wholeWords && found.length <= MANY ? found.filter(at => isWhole(page, at, quote)) : found;
}

function isWhole(page: PageText, at: number, quote: string): boolean {
  return page.isWordEdge(at) && page.isWordEdge(at + quote.length);
}

/** Of many positions of the very words, the ones whose surroundings begin most like the quote's. */
export function mostAlike(
  page: PageText,
  { quote, before, after }: Sought,
  positions: number[],
  near: number | null,
  wholeWords: boolean,
): number[] {
  if (positions.length <= MAX_EXACT) return positions;
  const { text } = page;
  const alikeness = (at: number) => {
    let left = 0;
    let right = 0;
    while (left < before.length && before.at(-1 - left) === text[at - 1 - left]) left++;
    while (right < after.length && after[right] === text[at + quote.length + right]) right++;
    return left + right;
  };
  const best = positions
    .filter(at => !wholeWords || positions.length <= MANY || isWhole(page, at, quote))
    .map(at => ({ at, alike: alikeness(at) }))
    .sort((one, other) => other.alike - one.alike)
    .slice(0, MAX_EXACT)
    .map(({ at }) => at);
  if (near !== null)
    best.push(
      positions.reduce((one, other) => (Math.abs(other - near) < Math.abs(one - near) ? other : one)),
    );
  return [...new Set(best)];
}

/** Stretches that share pieces with the quote or its surroundings, aligned with them. Best-voted first. */
export function alike(page: PageText, sought: Sought, near: number | null): Match[] {
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
      const hits = positionsOf(page.text, from.slice(at, at + SEED), MAX_HITS + 1);
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
    .filter(match => match !== null)
    .filter(
      ({ start, end }, at, all) => at === all.findIndex(other => other.start === start && other.end === end),
    );
}
