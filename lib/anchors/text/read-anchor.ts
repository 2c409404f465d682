/** Reads an anchor from anywhere (storage, another version, a stranger's file), without trusting any part of it. */

import type { Key } from '../element-key.ts';
import { countWords, fold } from '../fold.ts';
import type { Landmark } from './landmarks.ts';
import type { Rival } from './rivals.ts';

/** The longest quote, in UTF-16 units. Equals MAX_QUOTE in lib/records/anchor.ts, which we do not import because it needs zod. */
export const MAX_QUOTE = 500;
/** The longest prefix, suffix and tail. */
export const MAX_CONTEXT = 128;

/** How many block edges in and around a quote are kept at most. */
export const MAX_BREAKS = 32;

/** What `find` looks for. All texts but `exact` are folded. */
export type Wanted = {
  quote: string;
  /** The words as they were selected, by which a change of words differs from a change of typography. */
  exact: string;
  /** The end of a quote that is too long to keep whole; '' if `quote` is all of it. */
  tail: string;
  before: string;
  after: string;
  /** Where blocks met, in characters from the quote's start. */
  breaks: number[];
  /** How many words begin up to each character of before + quote + after. Counted when somebody asks. */
  words: () => number[];
  /** Where it began, as a position of the index. */
  start: number | null;
  length: number;
  /** Whether it began and ended at word edges. */
  wholeWords: boolean;
  /** How often the very words occurred on the page. */
  count: number;
  /** How often they occurred between the very same contexts, and which of those was meant, from 0. */
  twins: number;
  turn: number;
  landmarks: Landmark[];
  /** How far its row or paragraph reached before and after it, if no other had the same text. */
  block: { before: number; after: number } | null;
  rivals: Rival[];
  key: Key | null;
  path: { start: string; end: string } | null;
};

/** Reads an anchor. Whatever is missing or of another type counts as unknown. Never throws. */
export function readAnchor(anchor: unknown): Wanted {
  const given = record(anchor);
  const { prefix, exact, suffix, tail } = record(given.quote);
  const position = record(given.position);
  const seen = record(given.seen);
  const key = record(given.key);
  const path = record(given.path);
  const block = record(seen.block);
  const raw = [text(prefix, MAX_CONTEXT), text(exact, MAX_QUOTE), text(suffix, MAX_CONTEXT)] as const;
  const [before, quote, after] = raw.map(fold) as [string, string, string];
  const start = count(position.start);
  const end = count(position.end);
  return {
    quote,
    exact: raw[1],
    tail: fold(text(tail, MAX_CONTEXT)),
    before,
    after,
    words: () => countWords(raw),
    breaks: (Array.isArray(seen.breaks) ? seen.breaks.slice(0, MAX_BREAKS) : []).map(number),
    start,
    length: start !== null && end && end > start ? end - start : quote.length,
    wholeWords: seen.wholeWords === true,
    count: count(seen.count) ?? 0,
    twins: count(seen.twins) ?? 1,
    turn: count(seen.turn) ?? 0,
    landmarks: list(seen.landmarks).map(({ text: words, distance }) => ({
      text: fold(text(words, MAX_CONTEXT)),
      distance: number(distance),
    })),
    block: seen.block ? { before: count(block.before) ?? 0, after: count(block.after) ?? 0 } : null,
    rivals: list(seen.rivals).map(({ score, left, right }) => ({
      score: number(score),
      left: number(left),
      right: number(right),
    })),
    key: key.attr && key.value ? { attr: text(key.attr, 80), value: text(key.value, 200) } : null,
    path: path.start && path.end ? { start: text(path.start, 500), end: text(path.end, 500) } : null,
  };
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.slice(0, 8).map(record) : [];
}

function record(value: unknown): Record<string, unknown> {
  return Object(value);
}

function text(value: unknown, limit: number): string {
  return typeof value === 'string' ? value.slice(0, limit) : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function count(value: unknown): number | null {
  return Number.isInteger(value) && (value as number) >= 0 ? (value as number) : null;
}
