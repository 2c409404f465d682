/**
 * Limits for the values in a record, the same on the device and on the server. Everything within them can be stored by
 * every database, read by every device and shown. Anything beyond is refused, with a reason.
 */
import { z } from './zod.ts';

/**
 * The last instant is the end of the year 2199. JavaScript's dates go further, but code that adds a week or a year to
 * an instant, or writes its year in four digits, must not run out of range. The first instant is 1970 rather than the
 * date of the earliest record, because a device whose clock was reset starts there, and we have to store its words all
 * the same.
 */
export const LAST_INSTANT = Date.UTC(2200, 0, 1) - 1;
/** Milliseconds since 1970. */
export const instant = z.int().min(0).max(LAST_INSTANT);

/** The largest whole number that every database can store in four bytes. */
export const MAX_WHOLE = 2 ** 31 - 1;
export const whole = z.int().min(0).max(MAX_WHOLE);
export const wholeFrom1 = z.int().min(1).max(MAX_WHOLE);

/** A hash of 32 bits, by which something is recognised again. */
export const print = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);

/** Larger than any measure that people write down, in any unit. */
const MAX_MEASURE = 1e9;
export const measure = z.number().min(0).max(MAX_MEASURE);
export const measureAbove0 = z.number().positive().max(MAX_MEASURE);
/** The distance from one thing to another, in either direction. */
export const offset = z.number().min(-MAX_MEASURE).max(MAX_MEASURE);

/**
 * Finds what no text may contain: NUL, which a database may refuse, and unpaired surrogates, which make encoding
 * throw. Looks through objects and lists, including keys. Numbers that JSON cannot express (1e999 is read as Infinity)
 * count too. Undefined if everything is fine.
 */
export function oddValueIn(value: unknown): string | undefined {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const each = open.pop();
    if (typeof each === 'string' && isOddText(each)) return 'A text holds a character that cannot be kept.';
    if (typeof each === 'number' && !Number.isFinite(each)) return 'A number is too large.';
    if (typeof each === 'object' && each !== null) open.push(...Object.keys(each), ...Object.values(each));
  }
  return undefined;
}

/** The value without whatever `oddValueIn` finds in its texts; the identical value if there is nothing to remove. */
export function withoutOddText<T>(value: T): T {
  return oddValueIn(value) === undefined ? value : (cleaned(value) as T);
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replace(LONE_HALVES, '\ufffd');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)]));
}

/** With the `u` flag a surrogate pair counts as one character, so this matches only unpaired surrogates. */
const LONE_HALVES = /\p{Surrogate}/gu;

function isOddText(text: string): boolean {
  return text.includes('\u0000') || text.search(LONE_HALVES) >= 0;
}
