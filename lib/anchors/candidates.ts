/** Places on a page where a quote may be: its very words, and stretches that share enough pieces with it. */
import { alignQuote, commonEnd, commonStart } from './align.ts';
import type { Sought } from './evidence.ts';
import type { PageText } from './page-text.ts';

export type Candidate = { start: number; end: number; similarity: number };

/** More occurrences than this are not even counted: such words alone prove nothing. */
export const MAX_OCCURRENCES = 2000;
/** Places that get a full look at their contexts. */
const MAX_EXACT = 10;
const MAX_FUZZY = 6;

/** Pieces of the quote that are looked up on the page, and of each context. */
const QUOTE_SEEDS = 20;
const CONTEXT_SEEDS = 4;
const SEED = 10;
const MIN_SEED = 4;
/** A piece with more hits than this is too common to point anywhere. */
const MAX_HITS = 40;
/** Hits whose places differ by less belong to one candidate: words were put in or taken out between them. */
const DRIFT = 48;

/** All places where the very words stand, at word edges where the quote had them. */
export function occurrences(page: PageText, quote: string, wholeWords: boolean): number[] {
  const found: number[] = [];
  const { text } = page;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (wholeWords && !(page.isWordEdge(at) && page.isWordEdge(at + quote.length))) continue;
    found.push(at);
    if (found.length >= MAX_OCCURRENCES) break;
  }
  return found;
}

/** Of many places with the very words, those whose surroundings begin most like the quote's. */
export function mostAlike(page: PageText, sought: Sought, places: number[], near: number | null): number[] {
  if (places.length <= MAX_EXACT) return places;
  const { text } = page;
  const ranked = places.map(at => {
    const end = at + sought.quote.length;
    const before = commonEnd(sought.before, text.slice(Math.max(0, at - sought.before.length), at));
    const after = commonStart(sought.after, text.slice(end, end + sought.after.length));
    return { at, alike: before + after };
  });
  ranked.sort((one, other) => other.alike - one.alike);
  const best = ranked.slice(0, MAX_EXACT).map(({ at }) => at);
  if (near !== null) {
    const distance = (at: number) => Math.abs(at - near);
    for (const at of [...places].sort((a, b) => distance(a) - distance(b)).slice(0, 4)) {
      if (!best.includes(at)) best.push(at);
    }
  }
  return best;
}

/** Places that share pieces with the quote, or with its surroundings, aligned with it. Best-voted first. */
export function alike(page: PageText, sought: Sought, near: number | null): Candidate[] {
  const { quote, before, after } = sought;
  const votes = new Map<number, number>();
  const vote = (start: number, weight: number) => {
    const bucket = Math.round(start / DRIFT);
    votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
  };
  const lookUp = (from: string, seeds: number, shift: number, weight: number) => {
    const size = Math.min(SEED, Math.max(MIN_SEED, Math.floor(from.length / 3)));
    const stride = Math.max(size >> 1, Math.ceil((from.length - size) / Math.max(1, seeds - 1)));
    for (let at = 0; at + size <= from.length; at += stride) {
      const hits = hitsOf(page.text, from.slice(at, at + size));
      for (const hit of hits) vote(hit - at - shift, weight / hits.length ** 0.5);
    }
  };
  lookUp(quote, QUOTE_SEEDS, 0, 1);
  lookUp(before.slice(-48), CONTEXT_SEEDS, -before.slice(-48).length, 1);
  lookUp(after.slice(0, 48), CONTEXT_SEEDS, quote.length, 1);
  if (near !== null) vote(near, 0.5);
  const best = [...votes.keys()]
    .map(bucket => ({
      bucket,
      weight: (votes.get(bucket) ?? 0) + 0.7 * ((votes.get(bucket - 1) ?? 0) + (votes.get(bucket + 1) ?? 0)),
    }))
    .sort((one, other) => other.weight - one.weight);
  const found: Candidate[] = [];
  const taken: number[] = [];
  const slack = DRIFT + Math.min(160, quote.length >> 1);
  for (const { bucket } of best) {
    if (taken.length >= MAX_FUZZY) break;
    if (taken.some(other => Math.abs(other - bucket) <= 1)) continue;
    taken.push(bucket);
    const candidate = alignAt(page, sought, bucket * DRIFT, slack);
    if (candidate && !found.some(other => other.start === candidate.start)) found.push(candidate);
  }
  return found;
}

function hitsOf(text: string, seed: string): number[] {
  const hits: number[] = [];
  for (let at = text.indexOf(seed); at >= 0; at = text.indexOf(seed, at + 1)) {
    hits.push(at);
    if (hits.length > MAX_HITS) return [];
  }
  return hits;
}

function alignAt(page: PageText, sought: Sought, start: number, slack: number): Candidate | null {
  const from = Math.max(0, start - slack);
  const window = page.text.slice(from, start + sought.quote.length + slack);
  const aligned = alignQuote(sought.quote, window);
  if (!aligned) return null;
  const { similarity, missingHead, missingTail } = aligned;
  return {
    similarity,
    start: headEdge(page, sought, from + aligned.start, missingHead),
    end: tailEdge(page, sought, from + aligned.end, missingTail),
  };
}

/**
 * Where the quote begins when its first `missing` characters are not there. If what stood before it ends a little
 * earlier, the gap holds the words that took their place; else it begins with the word in which it is recognised.
 */
function headEdge(page: PageText, { before }: Sought, start: number, missing: number): number {
  if (missing === 0) return start;
  const reach = Math.max(0, start - 2 * missing - 12);
  for (let size = Math.min(24, before.length); size >= 6; size -= 6) {
    const lead = before.slice(-size);
    const at = page.text.lastIndexOf(lead, start - size);
    if (at >= 0 && at + size >= reach) return at + size;
  }
  let edge = start;
  while (edge > start - missing - 2 && edge > 0 && !page.isWordEdge(edge)) edge--;
  return page.isWordEdge(edge) ? edge : start;
}

function tailEdge(page: PageText, { after }: Sought, end: number, missing: number): number {
  if (missing === 0) return end;
  const reach = end + 2 * missing + 12;
  for (let size = Math.min(24, after.length); size >= 6; size -= 6) {
    const at = page.text.indexOf(after.slice(0, size), end);
    if (at >= 0 && at <= reach) return at;
  }
  let edge = end;
  while (edge < end + missing + 2 && edge < page.text.length && !page.isWordEdge(edge)) edge++;
  return page.isWordEdge(edge) ? edge : end;
}
