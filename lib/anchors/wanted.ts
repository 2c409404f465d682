/** An anchor from anywhere (storage, another version, a stranger's file), read with suspicion into what is sought. */
import type { TextAnchor } from '#lib/records/anchor.ts';
import { countWords, fold } from './fold.ts';
import type { Key } from './key.ts';
import type { Landmark } from './landmarks.ts';
import type { Rival } from './rivals.ts';

/** The longest quote kept, in UTF-16 units; equals MAX_QUOTE of lib/records/anchor.ts, which would bring zod along. */
export const MAX_QUOTE = 500;
/** The longest prefix, suffix and tail kept. */
export const MAX_CONTEXT = 128;

/** What `find` looks for. All texts are folded. */
export type Wanted = {
  quote: string;
  /** The end of a quote that is too long to be kept whole; '' when `quote` is all of it. */
  tail: string;
  before: string;
  after: string;
  words: Uint16Array;
  /** Where it was, in positions of the index. */
  start: number | null;
  length: number;
  /** It began and ended where words do. */
  wholeWords: boolean;
  /** How often the very words occurred on the page. */
  count: number;
  /** How often they occurred between the very same contexts, and which of these was meant (from 0). */
  twins: number;
  turn: number;
  landmarks: Landmark[];
  /** How far its row or paragraph reached before and after it, if there was no other with the same text. */
  block: { before: number; after: number } | null;
  rivals: Rival[];
  key: Key | null;
  path: { start: string; end: string } | null;
};

/** Reads an anchor; null when it has no words to look for and no way to follow. Never throws. */
export function readAnchor(anchor: unknown): Wanted | null {
  const given = record(anchor);
  const quote = record(given.quote);
  const position = record(given.position);
  const seen = record(given.seen);
  const key = record(given.key);
  const path = record(given.path);
  const raw = [
    text(quote.prefix, MAX_CONTEXT),
    text(quote.exact, MAX_QUOTE),
    text(quote.suffix, MAX_CONTEXT),
  ] as const;
  const [before, exact, after] = raw.map(fold) as [string, string, string];
  const start = count(position.start);
  const end = count(position.end);
  // Counted only when somebody asks: most anchors are found without.
  let words: Uint16Array | undefined;
  const wanted: Wanted = {
    quote: exact,
    tail: fold(text(quote.tail, MAX_CONTEXT)),
    before,
    after,
    get words() {
      words ??= countWords(raw);
      return words;
    },
    start,
    length: start !== null && end !== null && end > start ? end - start : exact.length,
    wholeWords: seen.wholeWords === true,
    count: count(seen.count) ?? 0,
    twins: count(seen.twins) ?? 1,
    turn: count(seen.turn) ?? 0,
    landmarks: list(seen.landmarks).flatMap(readLandmark),
    block: readBlock(seen.block, before, after),
    rivals: list(seen.rivals).map(readRival),
    key: key.attr && key.value ? { attr: text(key.attr, 80), value: text(key.value, 200) } : null,
    path: path.start && path.end ? { start: text(path.start, 500), end: text(path.end, 500) } : null,
  };
  return wanted.quote || wanted.path ? wanted : null;
}

/** The words as they were selected, for telling a change of words from one of typography. */
export function exactOf(anchor: TextAnchor): string {
  return text(record(record(anchor).quote).exact, MAX_QUOTE);
}

function readBlock(value: unknown, before: string, after: string): Wanted['block'] {
  const block = record(value);
  const lead = count(block.before);
  const trail = count(block.after);
  if (lead === null || trail === null || lead > before.length || trail > after.length) return null;
  return { before: lead, after: trail };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 8) : [];
}

function readLandmark(value: unknown): Landmark[] {
  const { text: words, distance } = record(value);
  const landmark = fold(text(words, MAX_CONTEXT));
  return landmark && typeof distance === 'number' && Math.abs(distance) < 10_000
    ? [{ text: landmark, distance }]
    : [];
}

function readRival(value: unknown): Rival {
  const { score, left, right } = record(value);
  const number = (part: unknown) => (typeof part === 'number' && part >= 0 ? part : 0);
  return { score: Math.min(1, number(score)), left: number(left), right: number(right) };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown, limit: number): string {
  return typeof value === 'string' ? value.slice(0, limit) : '';
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}
