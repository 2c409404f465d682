import { describe, expect, test } from 'vitest';
import { acceptedRow } from '#lib/store/row/change.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import { digest, sameVersion, sameWords } from '#lib/store/row/versions.ts';
import { note, PLACE, unknownRecord } from '../rows.ts';

describe('a row', () => {
  test('a row gives the record back unchanged, including unknown fields that share a name with ours', () => {
    const record = unknownRecord('x', { place: 'Room 5', sync: { with: 'calendar' }, mood: 'good' });
    const row = acceptedRow(record, 5);
    expect(row.sync).toBe('accepted');
    expect(row.place).toBeUndefined();
    expect(toEnvelope(row)).toEqual(record);
    expect(toEnvelope(acceptedRow(toEnvelope(row), 6))).toEqual(record);
  });

  test.each([
    ['a note', note(), PLACE],
    ['a body without an artifact', unknownRecord('x'), undefined],
    ['an artifact that is no object', unknownRecord('x', { body: { artifact: 'a' } }), undefined],
    ['a key that is no string', unknownRecord('x', { body: { artifact: { key: 5 } } }), undefined],
  ])('a row knows the place of %s', (_name, record, place) => {
    expect(acceptedRow(record, 1).place).toBe(place);
  });
});

describe('two versions', () => {
  const a = note({ id: 'n' });
  test.each([
    [
      'the same version with its keys in another order',
      { ...a, body: Object.fromEntries(Object.entries(a.body).reverse()) },
      true,
      true,
    ],
    ['the same version with a field that a server adds', { ...a, seenAt: 5 }, true, true],
    ['a version with another rev', { ...a, rev: 2 }, false, true],
    ['a version with another time', { ...a, updatedAt: 5 }, false, true],
    ['a version with other words', { ...a, body: { ...a.body, impact: 'x' } }, false, false],
    ['a version for other readers', { ...a, audience: 'workspace' as const }, false, false],
    ['a tombstone', { ...a, deletedAt: 5, body: {} }, false, false],
  ])('%s is compared correctly', (_name, b, version, words) => {
    expect(sameVersion(a, b)).toBe(version);
    expect(digest(a) === digest(b)).toBe(words && a.updatedAt === b.updatedAt);
    expect(sameWords(a, b)).toBe(words);
  });
});
