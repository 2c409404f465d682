/** Records with one odd value each: every odd value in every place of every kind. */
import type { Envelope } from '#lib/records/envelope.ts';
import { isRecordType, type RecordType } from '#lib/records/types.ts';
import { samples } from './samples.ts';

export const ODD_NUMBERS: readonly number[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  8.64e15 + 1,
  -8.64e15 - 1,
  Number.MAX_SAFE_INTEGER,
  1e300,
];
export const ODD_TEXTS: readonly string[] = ['a\u0000b', '\ud83d', 'a\udc00b', 'x'.repeat(70_000)];

export const kinds: readonly RecordType[] = Object.keys(samples).filter(isRecordType);

export interface Odd {
  /** Where it is and what kind of value, for the name of a test. */
  place: string;
  record: Envelope;
}

/** `base` is the envelope; its body is replaced. */
export function oddRecords(type: RecordType, base: Envelope): Odd[] {
  const { subjectId = base.authorId } = base;
  const record: Envelope = { ...base, type, subjectId, refs: ['r'], body: samples[type] };
  const found: Odd[] = [];
  for (const { path, value } of leavesOf(record)) {
    for (const odd of typeof value === 'number' ? ODD_NUMBERS : ODD_TEXTS) {
      if (typeof value !== 'number' && typeof value !== 'string') continue;
      found.push({
        place: `${path.join('.')}: ${String(odd).slice(0, 12)}`,
        record: replaced(record, path, odd),
      });
    }
  }
  // Fields of another version are stored unchanged, so their values must be storable.
  for (const odd of ['a\u0000b', '\ud83d', Number.POSITIVE_INFINITY]) {
    found.push({ place: `unknown: ${odd}`, record: { ...record, colour: { deep: [odd] } } });
    found.push({
      place: `body.unknown: ${odd}`,
      record: { ...record, body: { ...record.body, mood: [odd] } },
    });
  }
  found.push({ place: 'deletedAt', record: { ...record, body: {}, deletedAt: 8.64e15 + 1 } });
  found.push({ place: 'a key', record: { ...record, body: { ...record.body, 'a\u0000': 1 } } });
  return found;
}

function leavesOf(
  value: unknown,
  path: (string | number)[] = [],
): { path: (string | number)[]; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, each]) =>
    leavesOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function replaced<T>(value: T, [key, ...rest]: (string | number)[], odd: unknown): T {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  if (key !== undefined) copy[key] = rest.length === 0 ? odd : replaced(copy[key], rest, odd);
  return copy as T;
}
