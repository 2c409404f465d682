import { describe, expect, it } from 'vitest';
import { firstWeekday, isWorkday, restDays, startOfDay } from '#lib/coaching/calendar.ts';
import { toLookAgain } from '#lib/coaching/due/look-again.ts';
import { owedBy } from '#lib/coaching/due/today.ts';
import { waitingFor } from '#lib/coaching/due/waiting.ts';
import { DEFAULT_CLOCKS } from '#lib/coaching/loop/clocks.ts';
import { DEFAULTS, NUMBERS } from '#lib/coaching/settings/defaults.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { DEFAULT_PATTERNS } from '#lib/coaching/stalls/patterns.ts';
import { DEFAULT_STALLS } from '#lib/coaching/stalls/stalls.ts';
import { settingsBody } from '#lib/records/kinds/settings.ts';
import { settingsIn } from '#lib/records/settings-in.ts';
import { CORA, DAY, HOUR, MONDAY, make, note, ROB } from '#testing/records.ts';

describe('the settings of a workspace', () => {
  it('are the table of defaults where nothing is set', () => {
    const rules = rulesOf({});
    expect(rules).toMatchObject({
      clocks: DEFAULT_CLOCKS,
      stalls: DEFAULT_STALLS,
      patterns: DEFAULT_PATTERNS,
      notesADay: 3,
      audience: 'coaches',
    });
    // Every number of the table is within the bounds that the record has.
    expect(settingsBody.safeParse(DEFAULTS).success).toBe(true);
    for (const name of Object.values(NUMBERS).flat()) expect(DEFAULTS).toHaveProperty(name);
  });

  it('each number changes the rule that it names, and no other', () => {
    const hours = rulesOf({ settings: { answerHours: 48 } }).clocks;
    expect(hours).toEqual({ ...DEFAULT_CLOCKS, answer: 48 * HOUR });
    expect(rulesOf({ settings: { silentDays: 10 } }).stalls).toEqual({
      ...DEFAULT_STALLS,
      coachSilence: 10 * DAY,
    });
    expect(rulesOf({ settings: { patternDays: 60 } }).patterns).toEqual({
      ...DEFAULT_PATTERNS,
      window: 60 * DAY,
    });
  });

  it('move the deadlines that people see', () => {
    const { clocks, stalls } = rulesOf({ settings: { answerHours: 48 } });
    const sent = note({}, { at: MONDAY });
    expect(owedBy([sent], ROB, MONDAY, clocks)[0]?.dueAt).toBe(MONDAY + 48 * HOUR);
    const input = {
      records: [sent],
      pairings: [{ memberId: ROB, coachId: CORA, since: MONDAY }],
      ownerId: 'olga',
      silenceOf: [],
    };
    const kinds = (settings: typeof stalls) => waitingFor(input, CORA, MONDAY + 30 * HOUR, settings).length;
    expect([kinds(DEFAULT_STALLS), kinds(stalls)]).toEqual([1, 0]);
  });

  it('set the week: Sunday is a workday in one workspace and Friday in another', () => {
    const israel = rulesOf({ settings: { weekStart: 0, restDays: [5, 6] } }).calendar;
    const germany = rulesOf({ settings: { weekStart: 1, restDays: [6, 0] } }).calendar;
    const [friday, sunday] = ['2026-11-06', '2026-11-08'] as const;
    expect([israel, germany].map(week => [isWorkday(friday, week), isWorkday(sunday, week)])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect([israel, germany].map(firstWeekday)).toEqual([0, 1]);
    expect(restDays(israel)).toEqual([5, 6]);
  });

  it('set the time zone in which days begin; one that this device does not know breaks nothing', () => {
    const { calendar } = rulesOf({ settings: { timeZone: 'Asia/Kolkata' } });
    expect(startOfDay(MONDAY, calendar)).toBe(Date.UTC(2026, 10, 1, 18, 30));
    const sent = note({ checkInAt: Date.UTC(2026, 10, 5, 20) }, { at: MONDAY });
    const asked = (zone: string) => {
      const own = rulesOf({ settings: { timeZone: zone } }).calendar;
      return toLookAgain([sent], CORA, Date.UTC(2026, 10, 5, 12), DEFAULT_CLOCKS, own).length;
    };
    expect([asked('UTC'), asked('Asia/Kolkata')]).toEqual([1, 0]);
    expect(rulesOf({ settings: { timeZone: 'Mars/Olympus' } }).calendar.timeZone).not.toBe('Mars/Olympus');
  });

  it('of several records the latest shared one counts', () => {
    const shared = (
      notesADay: number,
      updatedAt: number,
      audience: 'workspace' | 'author' = 'workspace',
    ) => ({
      ...make('settings', { notesADay }),
      updatedAt,
      audience,
    });
    const records = [
      shared(2, MONDAY),
      shared(4, MONDAY + 2),
      shared(5, MONDAY + 3, 'author'),
      shared(1, MONDAY + 1),
    ];
    const owners = new Set(records.map(({ authorId }) => authorId));
    expect(settingsIn(records, owners)?.body.notesADay).toBe(4);
    expect(settingsIn([], owners)).toBeUndefined();
    const former = { ...shared(6, MONDAY + 4), authorId: 'fred' };
    expect(settingsIn([...records, former], owners)?.body.notesADay).toBe(4);
    expect(settingsIn([former], owners)).toBeUndefined();
  });
});

describe('the beginning of a day', () => {
  it('holds on days of 23 and of 25 hours', () => {
    const berlin = { timeZone: 'Europe/Berlin' };
    expect(startOfDay(Date.UTC(2026, 2, 29, 20), berlin)).toBe(Date.UTC(2026, 2, 28, 23));
    expect(startOfDay(Date.UTC(2026, 9, 25, 22), berlin)).toBe(Date.UTC(2026, 9, 24, 22));
  });
});
