import { describe, expect, it } from 'vitest';
import { isWorkday, restDays, weekOf, workedDays } from '#lib/coaching/calendar.ts';
import { stallsOf } from '#lib/coaching/stalls/stalls.ts';
import { weekIn } from '#lib/coaching/week.ts';
import { behaviour, DAY, log, MONDAY, note, ROB } from '#testing/records.ts';

describe('the week of a country', () => {
  it.each([
    ['Asia/Jerusalem', 'he-IL', [5, 6]],
    ['Asia/Jerusalem', 'en-US', [5, 6]],
    ['Asia/Riyadh', 'ar-SA', [5, 6]],
    ['Asia/Riyadh', 'de-DE', [5, 6]],
    ['UTC', 'he', [5, 6]],
    ['UTC', 'en-IL', [5, 6]],
    ['Asia/Dubai', 'ar-AE', [6, 0]],
    ['Europe/Berlin', 'de-DE', [6, 0]],
    ['America/New_York', 'en-US', [6, 0]],
  ])('in %s with a browser in %s people rest on %j', (timeZone, locale, rest) => {
    expect(weekIn(timeZone, locale).rest).toEqual(rest);
  });

  it('begins as the country begins it', () => {
    expect(weekIn('Europe/Berlin', 'de-DE').start).toBe(1);
    expect(weekIn('America/New_York', 'en-US').start).toBe(0);
    expect(weekIn('Asia/Jerusalem', 'de-DE').start).toBe(0);
  });
});

describe('days of work', () => {
  // 22 November 2026 is a Sunday, the 20th a Friday.
  it.each(['Asia/Jerusalem', 'Asia/Riyadh', 'Asia/Kuwait'])('in %s go from Sunday to Thursday', timeZone => {
    expect(isWorkday('2026-11-22', { timeZone })).toBe(true);
    expect(isWorkday('2026-11-20', { timeZone })).toBe(false);
    expect(workedDays('m', '2026-11-19', '2026-11-22', [], { timeZone })).toBe(1);
  });

  it('belong to the week that begins there', () => {
    expect(weekOf('2026-11-28', { timeZone: 'Asia/Jerusalem' })).toBe('2026-11-22');
    expect(weekOf('2026-11-28', { timeZone: 'Asia/Kuwait' })).toBe('2026-11-28');
  });

  it('are what a calendar says, where it says so', () => {
    const calendar = { timeZone: 'Asia/Riyadh', weekStart: 1, workdays: [1, 2, 3, 4, 5] };
    expect(restDays(calendar)).toEqual([0, 6]);
    expect(isWorkday('2026-11-20', calendar)).toBe(true);
    expect(weekOf('2026-11-22', calendar)).toBe('2026-11-16');
  });

  it('a Friday of rest is not counted against anybody, and a Sunday of work is', () => {
    const own = behaviour({}, { by: ROB });
    const records = [
      own,
      // Thursday the 12th.
      log({ day: '2026-11-12' }),
      note({ kind: 'recognition' }, { about: 'sam', at: MONDAY + 16 * DAY }),
    ];
    const stalled = (timeZone: string, day: number) =>
      stallsOf(
        {
          records,
          pairings: [{ memberId: ROB, coachId: 'cora', since: MONDAY }],
          ownerId: 'olga',
          calendar: { timeZone },
        },
        Date.UTC(2026, 10, day, 9),
      ).some(({ rule }) => rule === 'no log');
    // From Sunday the 15th to Thursday the 19th there are five days of work; Friday and Saturday add none.
    expect([19, 20, 21, 22].map(day => stalled('Asia/Jerusalem', day))).toEqual([false, false, false, true]);
  });
});
