/** Places on a page where a quote may be: its very words, and stretches that share enough pieces with it. */
import { chain, type Run } from './chain.ts';
import { CONTEXT, type Sought, type Stretch } from './evidence.ts';
import { placesOf } from './grams.ts';
import type { PageText } from './page-text.ts';

/** More occurrences than this are not even counted: such words alone prove nothing. */
export const MAX_OCCURRENCES = 2000;
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
  const { before, after } = sought;
  const ranked = places.map(at => {
    const end = at + sought.quote.length;
    let alike = 0;
    for (let side = before.length - 1, to = at - 1; side >= 0 && to >= 0; side--, to--, alike++) {
      if (before.charCodeAt(side) !== text.charCodeAt(to)) break;
    }
    for (let side = 0; side < after.length; side++, alike++) {
      if (after.charCodeAt(side) !== text.charCodeAt(end + side)) break;
    }
    return { at, alike };
  });
  ranked.sort((one, other) => other.alike - one.alike);
  const best = ranked.slice(0, MAX_EXACT).map(({ at }) => at);
  if (near !== null) {
    const distance = (at: number) => Math.abs(at - near);
    const nearest = places.reduce((one, other) => (distance(other) < distance(one) ? other : one));
    if (!best.includes(nearest)) best.push(nearest);
  }
  return best;
}

/** Stretches that share pieces with the quote or its surroundings, aligned with them. Best-voted first. */
export function alike(page: PageText, sought: Sought, near: number | null): Stretch[] {
  const { quote } = sought;
  const before = sought.before.slice(-CONTEXT);
  const after = sought.after.slice(0, CONTEXT);
  const votes = new Map<number, number>();
  const vote = (start: number, weight: number) => {
    const bucket = Math.round(start / DRIFT);
    votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
  };
  const lookUp = (from: string, seeds: number, shift: number) => {
    const size = Math.min(SEED, from.length);
    if (size < SEED && from !== quote) return;
    const stride = Math.max(SEED >> 1, Math.ceil((from.length - size) / Math.max(1, seeds - 1)));
    for (let at = 0; at + size <= from.length; at += stride) {
      const hits = placesOf(page, from.slice(at, at + size), MAX_HITS);
      for (const hit of hits) vote(hit - at - shift, 1 / Math.sqrt(hits.length));
    }
  };
  if (quote.length >= SEED) lookUp(quote, QUOTE_SEEDS, 0);
  lookUp(before, CONTEXT_SEEDS, -before.length);
  lookUp(after, CONTEXT_SEEDS, quote.length);
  if (near !== null) vote(near, 0.5);
  const weightOf = (bucket: number) => votes.get(bucket) ?? 0;
  const ranked = [...votes.keys()]
    .map(bucket => ({
      bucket,
      weight: weightOf(bucket) + 0.8 * Math.max(weightOf(bucket - 1), weightOf(bucket + 1)),
    }))
    .sort((one, other) => other.weight - one.weight);
  const found: Stretch[] = [];
  const taken: number[] = [];
  for (const { bucket } of ranked) {
    if (taken.length >= MAX_FUZZY) break;
    if (taken.some(other => Math.abs(other - bucket) <= 1)) continue;
    taken.push(bucket);
    const stretch = alignAt(page, { quote, before, after }, bucket * DRIFT);
    if (stretch && !found.some(({ start, end }) => start === stretch.start && end === stretch.end)) {
      found.push(stretch);
    }
  }
  return found;
}

/** Aligns the quote and its surroundings with the page around a place. Null when nothing of the quote is there. */
function alignAt(page: PageText, { quote, before, after }: Sought, start: number): Stretch | null {
  const slack = DRIFT + (quote.length >> 1);
  const from = Math.max(0, start - before.length - slack);
  const window = page.text.slice(from, start + quote.length + after.length + slack);
  const first = before.length;
  const last = first + quote.length;
  const runs = chain(before + quote + after, window).map(run => ({ ...run, b: run.b + from }));
  const parts = runs.map(run => within(run, first, last)).filter(run => run !== null);
  dropStrays(parts);
  const [head] = parts;
  const tail = parts.at(-1);
  if (!head || !tail) return null;
  const solid = parts.reduce((sum, { length }) => sum + length, 0);
  const lead = runs.filter(run => run.a < first && run.b < head.b).at(-1);
  const trail = runs.find(run => run.a + run.length > last && run.b + run.length > tail.b + tail.length);
  const begin = headEdge(page, head, first, lead && within(lead, 0, first));
  const end = tailEdge(page, tail, last, trail && within(trail, last, Number.POSITIVE_INFINITY));
  // What was put in between may be long, but when the quote drowns in it, it is not the quote.
  const room = Math.min(1, (2 * quote.length + 40) / Math.max(1, end - begin));
  return { start: begin, end, similarity: (solid / quote.length) * room };
}

/** A short run at the edge, far off on the page though not in the quote, is chance. */
function dropStrays(parts: Run[]): void {
  const isStray = (before: Run, after: Run, edge: Run) => {
    const gap = after.b - before.b - before.length;
    const missing = after.a - before.a - before.length;
    return missing > 0 && gap > 3 * missing + 30 && edge.length < gap / 2;
  };
  for (let [one, two] = parts; one && two && isStray(one, two, one); [one, two] = parts) parts.shift();
  for (let one = parts.at(-2), two = parts.at(-1); one && two && isStray(one, two, two); ) {
    parts.pop();
    two = one;
    one = parts.at(-2);
  }
}

/** The part of a run that lies between two places of the first text; null when there is none. */
function within(run: Run, from: number, to: number): Run | null {
  const cut = Math.max(0, from - run.a);
  const length = Math.min(run.length, to - run.a) - cut;
  return length > 0 ? { a: run.a + cut, b: run.b + cut, length } : null;
}

/**
 * Where the quote begins. If its first characters are not there, the gap between what stood before it and what is
 * left of it holds the words that took their place; if nothing is known before, it begins with the word it is in.
 */
function headEdge(page: PageText, head: Run, first: number, lead: Run | null | undefined): number {
  const missing = head.a - first;
  if (missing === 0) return head.b;
  if (lead) {
    const gap = head.b - (lead.b + lead.length);
    const missingLead = first - (lead.a + lead.length);
    if (isReplaced(gap, missing + missingLead)) {
      if (missingLead === 0) return toWordStart(page, lead.b + lead.length, head.b);
      return toWordStart(page, head.b - Math.round((gap * missing) / (missing + missingLead)), head.b);
    }
  }
  return toWordStart(page, head.b, head.b + head.length);
}

function tailEdge(page: PageText, tail: Run, last: number, trail: Run | null | undefined): number {
  const end = tail.b + tail.length;
  const missing = last - (tail.a + tail.length);
  if (missing === 0) return end;
  if (trail) {
    const gap = trail.b - end;
    const missingTrail = trail.a - last;
    if (isReplaced(gap, missing + missingTrail)) {
      if (missingTrail === 0) return toWordEnd(page, trail.b, end);
      return toWordEnd(page, end + Math.round((gap * missing) / (missing + missingTrail)), end);
    }
  }
  return toWordEnd(page, end, tail.b);
}

/** Can these characters stand in the place of those that are missing? Few for many: those were taken out. */
function isReplaced(gap: number, missing: number): boolean {
  return gap <= 3 * missing + 16 && gap >= missing / 4;
}

/** The longest way to a word's edge. */
const MAX_WORD = 24;

/** The nearest word edge to `at`, not behind `limit`: of a word cut in two, the side with more of it decides. */
function toWordStart(page: PageText, at: number, limit: number): number {
  for (let step = 0; step < MAX_WORD; step++) {
    if (at - step >= 0 && page.isWordEdge(at - step)) return at - step;
    if (at + step <= limit && page.isWordEdge(at + step)) return at + step;
  }
  return at;
}

function toWordEnd(page: PageText, at: number, limit: number): number {
  for (let step = 0; step < MAX_WORD; step++) {
    if (at + step <= page.text.length && page.isWordEdge(at + step)) return at + step;
    if (at - step >= limit && page.isWordEdge(at - step)) return at - step;
  }
  return at;
}
