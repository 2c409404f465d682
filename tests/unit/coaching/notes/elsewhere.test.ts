/** What the server's counts add to a device's own. */
import { describe, expect, it } from 'vitest';
import { mayNote } from '#lib/coaching/behaviours/limits.ts';
import { type Elsewhere, furtherBy } from '#lib/coaching/notes/elsewhere.ts';
import { beforeSending, DEFAULT_PATTERNS, personKey } from '#lib/coaching/stalls/patterns.ts';
import { DAY, MONDAY, note, ROB, ruling } from '#testing/records.ts';

const elsewhere: Elsewhere = {
  answer: { notesToday: { all: 5, yours: 3 }, corrections: { all: 4, yours: 1 } },
  askedAt: MONDAY,
};
const now = { dayStart: MONDAY - 1000, unknownRulings: [] };

describe('what the server counts further', () => {
  it('is what the member may not read', () => {
    expect(furtherBy(elsewhere, now)).toEqual({ notesToday: 2, corrections: 3 });
  });
  it('of yesterday is not of today', () => {
    expect(furtherBy(elsewhere, { ...now, dayStart: MONDAY + 1 })).toEqual({ notesToday: 0, corrections: 3 });
  });
  it('was settled by a ruling that the server did not know yet', () => {
    const unknownRulings = [ruling({ key: personKey(ROB, 'next-step') }, { at: MONDAY })];
    expect(furtherBy(elsewhere, { ...now, unknownRulings }).corrections).toBe(0);
  });
  it('is never less than nothing', () => {
    const odd = { notesToday: { all: 1, yours: 2 }, corrections: { all: 0, yours: 1 } };
    expect(furtherBy({ ...elsewhere, answer: odd }, now)).toEqual({ notesToday: 0, corrections: 0 });
  });
  it('makes a coach’s first correction the fourth', () => {
    const first = note({}, { at: MONDAY + DAY });
    expect(beforeSending(first, [], MONDAY + DAY, DEFAULT_PATTERNS, 2)).toMatchObject({
      count: 3,
      asks: 'is it structural',
    });
    expect(beforeSending(first, [], MONDAY + DAY, DEFAULT_PATTERNS, 3)).toMatchObject({
      count: 4,
      asks: 'ruling first',
      noteIds: [],
    });
  });
  it('counts nothing for what is never counted', () => {
    const praise = note({ kind: 'recognition' });
    expect(beforeSending(praise, [], MONDAY, DEFAULT_PATTERNS, 9)).toMatchObject({
      count: 0,
      asks: 'nothing',
    });
    const toSelf = note({}, { by: ROB, about: ROB });
    expect(mayNote(toSelf, [], 0, 3, 9)).toEqual({ ok: true });
  });
  it('fills up the day', () => {
    expect(mayNote(note(), [note()], MONDAY, 3, 1)).toEqual({ ok: true });
    expect(mayNote(note(), [note()], MONDAY, 3, 2)).toMatchObject({ ok: false, code: 'too-many-notes' });
  });
});
