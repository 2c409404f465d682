/**
 * How far the values of a record go, the same on the device and on the server: whatever is within can be stored by every
 * database, read by every device and shown. What is beyond is refused, with a reason.
 */
import { z } from './zod.ts';

/**
 * The last instant is that of the year 2199. JavaScript's dates go further, but whoever adds a week or a year to an
 * instant, or writes its year in four digits, must not leave what a date can hold. The first is 1970, not today's
 * earliest record: a device whose clock has lost the time begins there, and its words must be kept all the same.
 */
export const LAST_INSTANT = Date.UTC(2200, 0, 1) - 1;
/** Milliseconds since 1970. */
export const instant = z.int().min(0).max(LAST_INSTANT);

/** What every database holds as a whole number of four bytes. */
export const MAX_WHOLE = 2 ** 31 - 1;
export const whole = z.int().min(0).max(MAX_WHOLE);
export const wholeFrom1 = z.int().min(1).max(MAX_WHOLE);

/** More than any measure, in any unit, that people write down. */
const MAX_MEASURE = 1e9;
export const measure = z.number().min(0).max(MAX_MEASURE);
export const measureAbove0 = z.number().positive().max(MAX_MEASURE);
/** The way from one thing to another, to either side. */
export const offset = z.number().min(-MAX_MEASURE).max(MAX_MEASURE);

/**
 * What no text may hold: NUL, which a database may refuse, and halves of characters, on which encoding throws. Objects
 * and lists are looked through, their keys too; numbers that JSON cannot say (1e999 is read as infinite) count as well.
 * Undefined where all is well.
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

/** The value without what `oddValueIn` finds in its texts; the very same one where there is nothing of the kind. */
export function withoutOddText<T>(value: T): T {
  return oddValueIn(value) === undefined ? value : (cleaned(value) as T);
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replace(LONE_HALVES, '\ufffd');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)]));
}

/** With the flag `u`, whole pairs are one character, and only halves without their other half are surrogates. */
const LONE_HALVES = /\p{Surrogate}/gu;

function isOddText(text: string): boolean {
  return text.includes('\u0000') || text.search(LONE_HALVES) >= 0;
}
