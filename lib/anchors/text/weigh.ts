/** How much speaks for a match: its words, what stands around them, the key of the row or field that it is in. */
import { chain, total } from './chain.ts';
import type { NearTest } from './landmarks.ts';
import type { PageText } from './page-text.ts';
import type { Match, Sought, WeighedMatch } from './span.ts';

/** How many folded characters of context are compared on each side. */
export const CONTEXT = 96;
/** The weight of each side, and of the key, in characters of quote. */
const CONTEXT_WEIGHT = 48;
/** The weight of the neighbourhood. */
const NEAR_WEIGHT = 48;
/** A longer quote weighs no more than this, or the contexts would not count beside it. */
const MAX_QUOTE_WEIGHT = 120;
/** Two unrelated texts in one language share about this much in runs. */
const CHANCE = 0.2;
/** Added or removed words may shift a context by no more than this; otherwise it is another context. */
const BAND = 32;

/** What we know about where the quote was, besides the words around it. Null if the page as it is now tells nothing. */
export type Where = {
  /** Whether a position lies in the row or field with the anchor's key. */
  inKey: (start: number) => boolean | null;
  /** How near a position is to where the landmarks point, 0–1. */
  near: NearTest | null;
};

/** Weighs a match by its words, its surroundings, its row or field, and its neighbourhood. */
export function weigh(page: PageText, sought: Sought, match: Match, where: Where): WeighedMatch {
  const { text } = page;
  const { start, end } = match;
  const lead = sought.before.slice(-CONTEXT);
  const trail = sought.after.slice(0, CONTEXT);
  const before = text.endsWith(lead, start)
    ? Number(lead !== '' || start === 0)
    : contextSimilarity(lead, text.slice(Math.max(0, start - CONTEXT - BAND), start), true);
  const after = text.startsWith(trail, end)
    ? Number(trail !== '' || end === text.length)
    : contextSimilarity(trail, text.slice(end, end + CONTEXT + BAND), false);
  return { ...match, before, after, score: score(sought, match, before + after, where) };
}

function score(sought: Sought, { start, similarity }: Match, sides: number, where: Where): number {
  const quoteWeight = Math.min(sought.quote.length, MAX_QUOTE_WEIGHT);
  let total = quoteWeight + 2 * CONTEXT_WEIGHT;
  let sum = quoteWeight * similarity + CONTEXT_WEIGHT * sides;
  const inKey = where.inKey(start);
  if (inKey !== null) {
    total += CONTEXT_WEIGHT;
    if (inKey) sum += CONTEXT_WEIGHT;
  }
  if (where.near) {
    total += NEAR_WEIGHT;
    sum += NEAR_WEIGHT * where.near.nearness(start);
  }
  return sum / total;
}

/**
 * How much of a context still stands beside a match, 0–1.
 * @param isBefore whether the context comes before the match. Then both texts end there; otherwise both begin there.
 */
function contextSimilarity(context: string, text: string, isBefore: boolean): number {
  const shift = isBefore ? text.length - context.length : 0;
  const left = total(chain(context, text).filter(({ a, b }) => Math.abs(b - a - shift) <= BAND));
  return Math.max(0, (left / (context.length || 1) - CHANCE) / (1 - CHANCE));
}
