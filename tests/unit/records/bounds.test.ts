/** Puts every odd value into every field of every kind: the schemas that device and server share refuse them all. */
import { describe, expect, it } from 'vitest';
import { LAST_INSTANT, MAX_WHOLE, withoutOddText } from '#lib/records/bounds.ts';
import { createRecord, reviseRecord } from '#lib/records/create.ts';
import { parseRecord } from '#lib/records/parse.ts';
import { recordBodies } from '#lib/records/types.ts';
import { note } from '#tests/unit/store/rows.ts';
import { kinds, oddRecords } from './odd-values.ts';
import { samples } from './samples.ts';

describe('the bounds of a record', () => {
  it.each(kinds)('the test tries a %s in all of its fields, and accepts it unchanged', type => {
    expect(Object.keys(samples[type]).sort()).toEqual(Object.keys(recordBodies[type].shape).sort());
    expect(parseRecord({ ...note(), type, body: samples[type] })).toMatchObject({ ok: true });
  });

  it.each(kinds)('a %s with an odd value anywhere is refused with a reason', type => {
    const odd = oddRecords(type, note());
    expect(odd.length).toBeGreaterThan(20);
    const passed = odd.filter(({ record }) => parseRecord(record).ok).map(({ place }) => place);
    expect(passed).toEqual([]);
  });

  it.each([
    ['the first instant', { createdAt: 0, updatedAt: 0 }],
    ['the last instant', { createdAt: LAST_INSTANT, updatedAt: LAST_INSTANT }],
    ['the last revision', { rev: MAX_WHOLE }],
    ['characters of two halves', { body: { ...note().body, impact: 'so 👍🏽 good' } }],
  ])('a record with %s is accepted', (_what, changes) => {
    expect(parseRecord({ ...note(), ...changes })).toMatchObject({ ok: true });
  });

  it.each([
    ['an instant later', { createdAt: LAST_INSTANT + 1 }],
    ['a half instant', { createdAt: 0.5 }],
    ['a revision more', { rev: MAX_WHOLE + 1 }],
  ])('a record with %s is refused', (_what, changes) => {
    expect(parseRecord({ ...note(), ...changes }).ok).toBe(false);
  });

  it('a note is never refused for what its author pasted', () => {
    const pasted = { ...samples.note, impact: 'a\u0000b\ud83d', nextAction: '👍' };
    const made = createRecord({ ...note(), type: 'note', body: pasted }, 1);
    for (const record of [made, reviseRecord(note(), pasted, 2)]) {
      expect(record.body).toMatchObject({ impact: 'ab\ufffd', nextAction: '👍' });
      expect(parseRecord(record).ok).toBe(true);
    }
    const fine = { a: ['👍'] };
    expect(withoutOddText(fine)).toBe(fine);
  });
});
