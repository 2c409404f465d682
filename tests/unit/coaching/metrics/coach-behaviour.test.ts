import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { activeMembers, wholeWeeks } from '#lib/coaching/metrics/active.ts';
import { coachWeeks, recognitionShare } from '#lib/coaching/metrics/frequency.ts';
import { latencyOf } from '#lib/coaching/metrics/latency.ts';
import { onTimeShare, routineShare } from '#lib/coaching/metrics/punctuality.ts';
import { responseQuality } from '#lib/coaching/metrics/response-quality.ts';
import { sentNotes } from '#lib/coaching/metrics/sent-notes.ts';
import { LEFT_OPEN, timeCost } from '#lib/coaching/metrics/time-cost.ts';
import { CORA, DAY, HOUR, MONDAY, make, note, ROB } from '#testing/records.ts';

const WEEK = '2026-11-02';
const withdraw = (id: string, by = CORA) =>
  make('reply', { outcome: 'withdrawn', sentence: 'I was wrong.' }, { by, refs: [id] });

describe('notes that were sent', () => {
  const first = note({ kind: 'correction' }, { at: MONDAY });
  const second = note({ kind: 'recognition', replaces: first.id }, { at: MONDAY + DAY, refs: [first.id] });

  it('are one note in all their versions, sent when the first was, with the words of the last', () => {
    expect(sentNotes([second, first])).toMatchObject([{ note: { id: second.id }, first: { id: first.id } }]);
    expect(coachWeeks([first, second], CORA, [WEEK], () => [ROB])[0]?.frequency).toBe(1);
    expect(recognitionShare([first, second], CORA, 1)).toMatchObject({ k: 1, n: 1 });
  });
  it('are none when any version was taken back by its author, and no one else can', () => {
    expect(sentNotes([first, second, withdraw(second.id)])).toEqual([]);
    expect(sentNotes([first, second, withdraw(first.id)])).toEqual([]);
    expect(sentNotes([first, second, withdraw(first.id, ROB)])).toHaveLength(1);
    const timed = note({ momentAt: MONDAY - HOUR }, { at: MONDAY });
    expect(latencyOf([timed, withdraw(timed.id)], MONDAY).median.n).toBe(0);
  });
  it('end where records replace each other in a circle', () => {
    const a = note({ replaces: 'note-b' }, { id: 'note-a' });
    const b = note({ replaces: 'note-a' }, { id: 'note-b' });
    expect(sentNotes([a, b])).toEqual([]);
  });
});

describe('drafts that wait', () => {
  it('are at least as late as they are old, and in no other number', () => {
    const { waiting, waitingAtLeast, median } = latencyOf([], MONDAY, [
      MONDAY - 30 * HOUR,
      MONDAY - 2 * HOUR,
      MONDAY - 50 * HOUR,
    ]);
    expect([waiting, waitingAtLeast, median.n]).toEqual([2, [50 * HOUR, 30 * HOUR], 0]);
  });
});

describe('who was there in a week', () => {
  const pairing = (memberId: string, since: string, until?: string) => ({
    coachId: CORA,
    memberId,
    since: Date.parse(`${since}T09:00:00Z`),
    until: until === undefined ? undefined : Date.parse(`${until}T09:00:00Z`),
  });
  it('is whoever worked three days of it under this coach', () => {
    const active = activeMembers(
      CORA,
      [
        pairing('always', '2026-01-05'),
        pairing('since-wednesday', '2026-11-04'),
        pairing('since-thursday', '2026-11-05'),
        pairing('left-on-tuesday', '2026-01-05', '2026-11-03'),
        pairing('away', '2026-01-05'),
        { ...pairing('of-another', '2026-01-05'), coachId: 'carl' },
      ],
      [{ memberId: 'away', from: '2026-11-04', to: '2026-11-06' }],
    );
    expect(active(WEEK)).toEqual(['always', 'since-wednesday']);
  });
  it('counts a day once for somebody who was paired twice', () => {
    const twice = [pairing('back', '2026-01-05', '2026-11-03'), pairing('back', '2026-11-03')];
    expect(activeMembers(CORA, twice)(WEEK)).toEqual(['back']);
  });
  it('leaves weeks out that are only partly looked at', () => {
    expect(wholeWeeks('2026-11-03', '2026-11-22')).toEqual(['2026-11-09', '2026-11-16']);
    expect(wholeWeeks('2026-11-02', '2026-11-08')).toEqual([WEEK]);
    expect(wholeWeeks('2026-11-02', '2026-11-07')).toEqual([]);
  });
});

describe('a coach’s week, counted a second way', () => {
  const people = fc.constantFrom(ROB, 'sam', 'ida', CORA);
  const event = fc.tuple(people, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 23 }));
  it('has a pair of person and day once, from notes and held check-ins', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), fc.array(event, { maxLength: 8 }), (sent, held) => {
        const start = Date.parse('2026-11-02T00:00:00Z');
        const records = sent.map(([about, day, hour]) =>
          note({}, { about, at: start + day * DAY + hour * HOUR }),
        );
        const checkIns = held.map(([memberId, day]) => ({
          coachId: CORA,
          memberId,
          day: addDays(WEEK, day),
        }));
        const weeks = [0, 7, 14].map(days => addDays(WEEK, days));
        const found = coachWeeks(records, CORA, weeks, () => [ROB, 'sam'], undefined, checkIns);
        for (const [i, week] of weeks.entries()) {
          const pairs = new Set(
            [...sent, ...held]
              .filter(([about, day]) => about !== CORA && Math.floor(day / 7) === i)
              .map(([about, day]) => `${about} ${day}`),
          );
          const days = (who: string) => [...pairs].filter(pair => pair.startsWith(`${who} `)).length;
          expect(found[i]).toMatchObject({
            week,
            frequency: pairs.size,
            coverage: { k: [ROB, 'sam'].filter(who => days(who) >= 1).length, n: 2 },
            twoAWeek: { k: [ROB, 'sam'].filter(who => days(who) >= 2).length, n: 2 },
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the quality of a coach’s notes', () => {
  it('is the share that has all parts and says what one can see', () => {
    const good = note();
    const withoutImpact = note({ impact: '' });
    const judging = note({ nextAction: 'Be more proactive.' });
    const own = note({ impact: '' }, { about: CORA });
    expect(responseQuality([good, withoutImpact, judging, own], CORA, 'en', 1)).toMatchObject({
      share: { k: 1, n: 3 },
      lacking: [withoutImpact.id, judging.id],
    });
  });
});

describe('being in time', () => {
  it('leaves what still has time out of both sides, and counts what was done early', () => {
    const items = [
      { dueAt: 10, doneAt: 10 },
      { dueAt: 10, doneAt: 11 },
      { dueAt: 10, doneAt: null },
      { dueAt: 90, doneAt: null },
      { dueAt: 90, doneAt: 5 },
    ];
    expect(onTimeShare(items, 50, 1)).toMatchObject({ share: { k: 2, n: 4 }, open: 1 });
  });
  it('a routine is pooled over working days, and asks nothing on leave', () => {
    const records = [note({}, { at: MONDAY }), note({ kind: 'recognition' }, { at: MONDAY })];
    const days = [WEEK, addDays(WEEK, 6)] as const;
    expect(routineShare(records, CORA, days, () => 0)).toMatchObject({ k: 2, n: 15 });
    const leave = [{ memberId: CORA, from: addDays(WEEK, 1), to: addDays(WEEK, 6) }];
    expect(routineShare(records, CORA, days, () => 0, { leave, minimum: 1 })).toMatchObject({ k: 2, n: 3 });
  });
});

describe('what it costs in time', () => {
  it('is the minutes from opening to sending, without a form that was forgotten', () => {
    const took = (minutes: number, at: number) => note({ openedAt: at - minutes * 60_000 }, { at });
    const forgotten = note({ openedAt: MONDAY - LEFT_OPEN - 1 }, { at: MONDAY });
    const records = [took(2, MONDAY), took(4, MONDAY + DAY), took(6, MONDAY + 7 * DAY), forgotten, note()];
    const weeks = [WEEK, weekOf(dayOf(MONDAY + 7 * DAY))];
    expect(timeCost(records, CORA, weeks)).toMatchObject({
      weeks: [
        { minutes: 6, n: 2 },
        { minutes: 6, n: 1 },
      ],
      perWeek: { value: 6, n: 2 },
      leftOpen: [forgotten.id],
    });
  });
});
