import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, DEFAULT_CALENDAR, dayOf } from '#lib/coaching/calendar.ts';
import {
  BATCH,
  DEFAULT_REMINDERS,
  isQuiet,
  loudAt,
  MOST_A_DAY,
  type Notice,
  noticesFor,
  owedNow,
  planReminders,
  type ReminderSettings,
  type ReminderState,
} from '#lib/coaching/due/reminders.ts';
import { owedBy } from '#lib/coaching/due/today.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { answer, CORA, commitment, DAY, evidence, HOUR, MONDAY, make, note, ROB } from '#testing/records.ts';

const MINUTE = 60_000;
const ON: ReminderSettings = { ...DEFAULT_REMINDERS, notify: true };
const BERLIN: Calendar = { ...DEFAULT_CALENDAR, timeZone: 'Europe/Berlin' };
const news = (key: string): Notice => ({ key, kind: 'news', coach: false });
const praise = (key: string): Notice => ({ key, kind: 'recognition', coach: false });

describe('quiet hours', () => {
  const table: [name: string, at: number, settings: ReminderSettings, quiet: boolean][] = [
    ['Monday at nine', MONDAY, ON, false],
    ['a minute to eight', MONDAY - 61 * MINUTE, ON, true],
    ['eight o’clock', MONDAY - HOUR, ON, false],
    ['a minute to six', MONDAY + 9 * HOUR - MINUTE, ON, false],
    ['six in the evening', MONDAY + 9 * HOUR, ON, true],
    ['Sunday noon', MONDAY - 21 * HOUR, ON, true],
    ['Sunday noon where Sunday is a workday', MONDAY - 21 * HOUR, { ...ON, quietDays: [] }, false],
    ['noon, quiet at noon', MONDAY + 3.5 * HOUR, { ...ON, quietFrom: 720, quietTo: 780 }, true],
    ['midnight without quiet hours', MONDAY - 9 * HOUR, { ...ON, quietFrom: 0, quietTo: 0 }, false],
  ];
  it.each(table)('quiet hours: %s', (_name, at, settings, quiet) => {
    expect(isQuiet(at, settings, DEFAULT_CALENDAR)).toBe(quiet);
  });

  it('quiet hours follow the local clock, also when the clocks change', () => {
    // Friday evening in Berlin, before the clocks go back on Sunday: Monday, eight o’clock, is two days and 14 hours
    // away.
    const friday = Date.UTC(2026, 9, 23, 16, 30);
    expect(loudAt(friday, ON, BERLIN)).toBe(Date.UTC(2026, 9, 26, 7));
    expect(loudAt(MONDAY, ON, DEFAULT_CALENDAR)).toBe(MONDAY);
    // Away from Monday to the Friday of the week after; then comes a weekend, which is quiet.
    const isAway = (day: string) => day >= '2026-11-02' && day <= '2026-11-13';
    expect(isQuiet(MONDAY, { ...ON, isAway }, DEFAULT_CALENDAR)).toBe(true);
    expect(loudAt(MONDAY, { ...ON, isAway }, DEFAULT_CALENDAR)).toBe(Date.UTC(2026, 10, 16, 8));
  });

  it('quiet hours that never end leave no moment to notify', () => {
    expect(loudAt(MONDAY, { ...ON, quietDays: [0, 1, 2, 3, 4, 5, 6] }, DEFAULT_CALENDAR)).toBeNull();
  });
});

describe('notifications', () => {
  const start = plan(undefined, [], MONDAY).state;

  it('five minutes after the last note, one notification covers them all', () => {
    const first = plan(start, [news('a')], MONDAY);
    expect(first).toMatchObject({ due: [], wakeAt: MONDAY + BATCH });
    const second = plan(first.state, [news('a'), news('b')], MONDAY + 3 * MINUTE);
    expect(second).toMatchObject({ due: [], wakeAt: MONDAY + 3 * MINUTE + BATCH });
    expect(plan(second.state, [news('a'), news('b')], MONDAY + BATCH).due).toEqual([]);
    const third = plan(second.state, [news('a'), news('b')], MONDAY + 3 * MINUTE + BATCH);
    expect(third.due.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(plan(third.state, [news('a'), news('b')], MONDAY + HOUR)).toMatchObject({
      due: [],
      wakeAt: null,
    });
  });

  it('recognition is announced at once, and other news keeps waiting', () => {
    const first = plan(start, [news('a')], MONDAY);
    const both = plan(first.state, [news('a'), praise('p')], MONDAY + MINUTE);
    expect(both).toMatchObject({ due: [{ key: 'p' }], wakeAt: MONDAY + BATCH, state: { waiting: ['a'] } });
  });

  it('a note answered in the meantime is not announced', () => {
    const first = plan(start, [news('a'), news('b')], MONDAY);
    expect(plan(first.state, [news('b')], MONDAY + BATCH).due).toMatchObject([{ key: 'b' }]);
    expect(plan(first.state, [], MONDAY + BATCH)).toMatchObject({ due: [], wakeAt: null });
  });

  it('news waits for the end of the quiet hours, recognition included', () => {
    const evening = MONDAY + 10 * HOUR;
    const late = plan(start, [news('a'), praise('p')], evening);
    expect(late).toMatchObject({ due: [], wakeAt: MONDAY + DAY - HOUR });
    expect(plan(late.state, [news('a'), praise('p')], MONDAY + DAY - HOUR).due).toHaveLength(2);
  });

  it('at most three notifications are shown a day; the rest comes the next morning', () => {
    let { state } = plan(undefined, [], MONDAY);
    for (let i = 0; i < MOST_A_DAY; i++) {
      const told = plan(state, [praise(`p${i}`)], MONDAY + i * HOUR);
      expect(told.due).toHaveLength(1);
      ({ state } = told);
    }
    const more = plan(state, [praise('x')], MONDAY + 5 * HOUR);
    expect(more).toMatchObject({ due: [], wakeAt: MONDAY + DAY - HOUR });
    expect(plan(more.state, [praise('x')], MONDAY + DAY).due).toHaveLength(1);
  });

  it('nothing is announced unasked, nor what was there before notifications were switched on', () => {
    const off = planReminders(start, [news('a')], MONDAY, DEFAULT_REMINDERS, DEFAULT_CALENDAR);
    expect(off).toMatchObject({ due: [], wakeAt: null });
    expect(plan(off.state, [news('a')], MONDAY + HOUR)).toMatchObject({ due: [], wakeAt: null });
    expect(plan(undefined, [news('a')], MONDAY)).toMatchObject({ due: [], wakeAt: null });
  });

  it('whatever happens, everything is announced once, never in quiet hours and never above the daily limit', () => {
    const event = fc.record({
      after: fc.integer({ min: 1, max: 600 }),
      praise: fc.boolean(),
      news: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), events => {
        let state: ReminderState = start;
        let now = MONDAY;
        let wakeAt: number | null = null;
        const all: Notice[] = [];
        const told: { key: string; at: number }[] = [];
        const times = new Map<string, number>();
        const look = (at: number) => {
          const next = plan(state, all, at);
          state = next.state;
          wakeAt = next.wakeAt;
          told.push(...next.due.map(({ key }) => ({ key, at })));
          if (next.due.length === 0) return;
          expect(isQuiet(at, ON, DEFAULT_CALENDAR)).toBe(false);
          const day = dayOf(at, DEFAULT_CALENDAR);
          times.set(day, (times.get(day) ?? 0) + 1);
        };
        const until = (end: number) => {
          while (wakeAt !== null && wakeAt <= end) look(wakeAt);
        };
        events.forEach((each, i) => {
          const at = now + each.after * MINUTE;
          until(at);
          now = at;
          if (each.praise) all.push(praise(`p${i}`));
          if (each.news) all.push(news(`n${i}`));
          look(now);
        });
        until(Number.POSITIVE_INFINITY);
        expect(told.map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort());
        for (const count of times.values()) expect(count).toBeLessThanOrEqual(MOST_A_DAY);
      }),
    );
  });
});

describe('what there is to announce', () => {
  const keys = (records: Envelope[], who: string, after = HOUR) =>
    noticesFor(records, who, MONDAY + after).map(({ key }) => key.split('|')[0]);
  const sent = note();
  const praised = note({ kind: 'recognition' });
  const promise = commitment(sent, { dueAt: MONDAY + 4 * DAY });

  it.each<[string, Envelope[], string, number, string[]]>([
    ['a note to the one whom it is about', [sent], ROB, HOUR, ['news']],
    ['not to its author', [sent], CORA, HOUR, []],
    ['not once it is answered', [sent, answer(sent)], ROB, 2 * HOUR, []],
    ['its clock, two hours before the end', [sent], ROB, 22.5 * HOUR, ['news', 'due']],
    ['a dispute to the author', [sent, answer(sent, { answer: 'dispute' })], CORA, 2 * HOUR, ['news']],
    ['proof to the author', [sent, promise, evidence(promise)], CORA, 3 * DAY + HOUR, ['news']],
    ['recognition', [praised], ROB, HOUR, ['recognition'].map(() => 'praise')],
    [
      'not once it was seen',
      [praised, make('seen', {}, { by: ROB, about: CORA, refs: [praised.id] })],
      ROB,
      HOUR,
      [],
    ],
    ['nothing that is a week old', [sent], ROB, 8 * DAY, []],
  ])('what there is to announce: %s', (_name, records, who, after, expected) => {
    expect(keys(records, who, after)).toEqual(expected);
  });

  it('the number on the button counts what is owed now, each note once', () => {
    const at = (records: Envelope[], after: number) => {
      const now = MONDAY + after;
      return owedNow(owedBy(records, ROB, now), [], now).mine;
    };
    expect(at([sent], HOUR)).toBe(1);
    expect(at([sent, note()], HOUR)).toBe(2);
    expect(at([sent, promise], 2 * DAY)).toBe(0);
    expect(at([sent, promise], 3.5 * DAY)).toBe(1);
  });
});

function plan(state: ReminderState | undefined, notices: readonly Notice[], now: number) {
  return planReminders(state, notices, now, ON, DEFAULT_CALENDAR);
}
