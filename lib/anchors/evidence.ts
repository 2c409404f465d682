/** How much speaks for a place: the words, what stands around them, the key of the row or field they are in. */
import type { NearTest } from './landmarks.ts';
import type { PageText } from './page-text.ts';

/** Folded characters of context that are compared on each side. */
export const CONTEXT = 96;
/** What each side, and the key, weighs, in characters of quote. */
const CONTEXT_WEIGHT = 48;
/** What the neighbourhood weighs. */
const NEAR_WEIGHT = 48;
/** A longer quote weighs no more than this: contexts must never drown in it. */
const MAX_QUOTE_WEIGHT = 120;
/** Two unrelated texts of one language are this similar by edit distance. */
const CHANCE = 0.35;
/** Words put in or taken out shift a context by no more than this, or it is not the same context. */
const BAND = 48;
const FAR = 10_000;

/** All texts folded. `words`: how many words begin before each character of before + quote + after. */
export type Sought = { quote: string; before: string; after: string; words: () => number[] };

/** A stretch of the page; `similarity` is how much of the quote is there, 0–1. */
export type Stretch = { start: number; end: number; similarity: number };

/** A stretch with all that speaks for it, each 0–1. */
export type Place = Stretch & { before: number; after: number; score: number };

/** What is known of where the quote was, besides the words around it. Null: nothing, on the page as it is now. */
export type Where = {
  /** Does a place lie in the row or field with the anchor's key? */
  inKey: (start: number, end: number) => boolean | null;
  /** How near is it to where the landmarks say, 0–1? */
  near: NearTest | null;
};

/** Weighs a place by its words, its surroundings, its row or field, its neighbourhood. */
export function weigh(page: PageText, sought: Sought, stretch: Stretch, where: Where): Place {
  const { text } = page;
  const { start, end } = stretch;
  const lead = sought.before.slice(-CONTEXT);
  const trail = sought.after.slice(0, CONTEXT);
  const before = text.endsWith(lead, start)
    ? Number(lead !== '' || start === 0)
    : contextSimilarity(reversed(lead), reversed(text.slice(Math.max(0, start - 2 * CONTEXT), start)));
  const after = text.startsWith(trail, end)
    ? Number(trail !== '' || end === text.length)
    : contextSimilarity(trail, text.slice(end, end + 2 * CONTEXT));
  return { ...stretch, before, after, score: score(sought, stretch, before + after, where) };
}

function score(sought: Sought, { start, end, similarity }: Stretch, sides: number, where: Where): number {
  const quoteWeight = Math.min(sought.quote.length, MAX_QUOTE_WEIGHT);
  let total = quoteWeight + 2 * CONTEXT_WEIGHT;
  let sum = quoteWeight * similarity + CONTEXT_WEIGHT * sides;
  const inKey = where.inKey(start, end);
  if (inKey !== null) {
    total += CONTEXT_WEIGHT;
    if (inKey) sum += CONTEXT_WEIGHT;
  }
  if (where.near && where.near.expected !== null) {
    total += NEAR_WEIGHT;
    sum += NEAR_WEIGHT * where.near(start);
  }
  return sum / total;
}

/**
 * How much of `context` stands directly after the beginning of `text`, 0 (no more than by chance) to 1.
 * For what stands before a quote hand in both reversed.
 */
function contextSimilarity(context: string, text: string): number {
  const rows = context.length;
  if (rows === 0) return 0;
  const columns = Math.min(text.length, rows + (rows >> 1));
  if (!isRelated(context, text.slice(0, columns))) return 0;
  let previous = new Uint16Array(columns + 2).fill(FAR);
  let current = new Uint16Array(columns + 2).fill(FAR);
  for (let column = 0; column <= Math.min(columns, BAND); column++) previous[column] = column;
  for (let row = 1; row <= rows; row++) {
    const char = context.charCodeAt(row - 1);
    const from = Math.max(1, row - BAND);
    const to = Math.min(columns, row + BAND);
    current[from - 1] = from === 1 ? row : FAR;
    for (let column = from; column <= to; column++) {
      const diagonal = previous[column - 1] as number;
      if (char === text.charCodeAt(column - 1)) {
        current[column] = diagonal;
        continue;
      }
      const up = previous[column] as number;
      const left = current[column - 1] as number;
      current[column] = Math.min(diagonal, up, left) + 1;
    }
    current[to + 1] = FAR;
    [previous, current] = [current, previous];
  }
  const distance = Math.min(
    ...previous.subarray(Math.max(0, rows - BAND), Math.min(columns, rows + BAND) + 1),
  );
  return Math.max(0, (1 - distance / rows - CHANCE) / (1 - CHANCE));
}

/** Characters and number of the samples by which two unrelated texts are told without comparing them. */
const SAMPLE = 4;
const SAMPLES = 12;

function isRelated(context: string, text: string): boolean {
  const stride = Math.max(1, Math.floor((context.length - SAMPLE) / SAMPLES));
  if (context.length < 2 * SAMPLE) return true;
  for (let at = 0; at + SAMPLE <= context.length; at += stride) {
    if (text.includes(context.slice(at, at + SAMPLE))) return true;
  }
  return false;
}

function reversed(text: string): string {
  let out = '';
  for (let at = text.length - 1; at >= 0; at--) out += text.charAt(at);
  return out;
}
