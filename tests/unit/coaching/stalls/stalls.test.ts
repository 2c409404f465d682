import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, pausedDeadline, weekOf, workedDays } from '#lib/coaching/calendar.ts';
import { loopsOf } from '#lib/coaching/loop/all-loops.ts';
import { loopOf } from '#lib/coaching/loop/loop.ts';
import { patternsOf } from '#lib/coaching/stalls/patterns.ts';
import {
  isProgressingNotImproving,
  RESPONSES,
  type StallInput,
  stallsOf,
} from '#lib/coaching/stalls/stalls.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import {
  answer,
  behaviour,
  CORA,
  commitment,
  DAY,
  evidence,
  HOUR,
  log,
  MONDAY,
  make,
  note,
  ROB,
  ruling,
  verdict,
} from '#testing/records.ts';

const team = (records: Envelope[], more: Partial<StallInput> = {}): StallInput => ({
  records,
  pairings: [{ memberId: ROB, coachId: CORA, since: MONDAY }],
  ownerId: 'olga',
  ...more,
});
const rules = (input: StallInput, after: number) =>
  stallsOf(input, MONDAY + after).map(stall => `${stall.rule}: ${stall.memberId}, ${stall.assigneeId} acts`);

describe('stalls', () => {
  const sent = note();
  const accepted = answer(sent);
  const promised = commitment(sent);

  it.each<[string, Envelope[], number, string[]]>([
    ['none while every clock runs', [sent], 20 * HOUR, []],
    ['a note that nobody answers', [sent], 30 * HOUR, ['note unanswered: rob, cora acts']],
    [
      'a coach who does not reply',
      [sent, answer(sent, { answer: 'dispute' })],
      40 * HOUR,
      ['reply overdue: cora, olga acts'],
    ],
    ['a promise that is not made', [sent, accepted], 40 * HOUR, ['commitment overdue: rob, cora acts']],
    [
      'a promise three days past its date',
      [sent, promised, note({ kind: 'recognition' }, { at: MONDAY + 6 * DAY })],
      7 * DAY + 3 * HOUR,
      ['commitment overdue: rob, cora acts', 'note unanswered: rob, cora acts'],
    ],
    ['a coach who says nothing for a week', [], 8 * DAY, ['coach silent: cora, olga acts']],
  ])('a stall names a person: %s', (_name, records, after, expected) => {
    expect(rules(team(records), after).sort()).toEqual(expected);
  });

  it('a stall begins when nothing was logged for more than five working days', () => {
    const active = behaviour({}, { by: ROB });
    const input = team([active, note({ kind: 'recognition' }, { about: 'sam', at: MONDAY + 5 * DAY })]);
    expect(rules(input, 5 * DAY)).toEqual([]);
    expect(rules(input, 8 * DAY)).toContain('no log: rob, cora acts');
    expect(rules(team([...input.records, log({ day: '2026-11-09' })]), 8 * DAY)).not.toContain(
      'no log: rob, cora acts',
    );
    const away = { leave: [{ memberId: ROB, from: '2026-11-04', to: '2026-11-10' }] };
    expect(rules(team([...input.records], away), 8 * DAY)).not.toContain('no log: rob, cora acts');
  });

  it('nobody is behind with a behaviour that they have not agreed to', () => {
    const proposed = behaviour();
    const heard = note({ kind: 'recognition' }, { about: 'sam', at: MONDAY + 18 * DAY });
    const noLog = (records: Envelope[], after: number) =>
      rules(team([proposed, heard, ...records]), after).filter(each => each.startsWith('no log'));
    expect(noLog([], 20 * DAY)).toEqual([]);
    expect(noLog([answer(proposed, { answer: 'discuss' })], 20 * DAY)).toEqual([]);
    // The five working days begin with the yes, not with the proposal.
    const agreed = answer(proposed, {}, { at: MONDAY + 10 * DAY });
    expect(noLog([agreed], 16 * DAY)).toEqual([]);
    expect(noLog([agreed], 19 * DAY)).toEqual(['no log: rob, cora acts']);
  });

  it('a ruling on a stall may name somebody else or end it', () => {
    const [stall] = stallsOf(team([sent]), MONDAY + 30 * HOUR);
    if (!stall) throw new Error('There is one.');
    const at = MONDAY + 31 * HOUR;
    const named = ruling({ on: 'stall', key: stall.key, assigneeId: 'dana', diagnosis: 'workload' }, { at });
    expect(stallsOf(team([sent, named]), MONDAY + 32 * HOUR)).toMatchObject([
      { assigneeId: 'dana', ruling: { id: named.id } },
    ]);
    const over = ruling({ on: 'stall', key: stall.key, resolved: true }, { at });
    expect(stallsOf(team([sent, over]), MONDAY + 32 * HOUR)).toEqual([]);
  });

  it('comes with what it usually needs, who takes it up, how soon, and the next step', () => {
    const [stall] = stallsOf(team([sent]), MONDAY + 30 * HOUR);
    expect(stall).toMatchObject({ response: RESPONSES['note unanswered'], actBy: MONDAY + 2 * DAY });
    for (const [rule, { stallClass, who, within, next }] of Object.entries(RESPONSES)) {
      expect(['reminder', 'strategy', 'personal'], rule).toContain(stallClass);
      expect(['coach', 'owner'], rule).toContain(who);
      expect([rule, within > 0, next !== '']).toEqual([rule, true, true]);
    }
  });

  it('a stall’s deadline waits while the person is away', () => {
    const leave = [{ memberId: ROB, from: '2026-11-03', to: '2026-11-04' }];
    expect(rules(team([sent], { leave }), 30 * HOUR)).toEqual([]);
    expect(rules(team([sent], { leave }), 73 * HOUR)).toEqual(['note unanswered: rob, cora acts']);
  });

  it('whoever takes it up has the days that they are away on top', () => {
    const leave = [{ memberId: CORA, from: '2026-11-03', to: '2026-11-04' }];
    expect(stallsOf(team([sent], { leave }), MONDAY + 50 * HOUR)).toMatchObject([
      { actBy: MONDAY + 4 * DAY, overdue: false },
    ]);
  });

  it('practice that rises without moving the outcome is a stall', () => {
    expect(isProgressingNotImproving([0.2, 0.4, 0.5, 0.7], [3, 3, 2, 3])).toBe(true);
    expect(isProgressingNotImproving([0.2, 0.4, 0.5, 0.7], [3, 3, 2, 4])).toBe(false);
    expect(isProgressingNotImproving([0.2, null, 0.5, 0.7], [3, 3, 2, 3])).toBe(false);
    const series = [
      { memberId: ROB, behaviourId: 'next-step', adherence: [0.2, 0.4, 0.5, 0.7], outcome: [3, 3, 2, 3] },
    ];
    expect(rules(team([note({ kind: 'recognition' })], { series }), HOUR)).toEqual([
      'progressing, not improving: rob, cora acts',
    ]);
  });
});

describe('the calendar', () => {
  const berlin = { timeZone: 'Europe/Berlin', weekStart: 1, workdays: [1, 2, 3, 4, 5] };

  it('a day is the person’s own, also when the clocks change', () => {
    expect(dayOf(Date.UTC(2026, 9, 24, 22, 30), berlin)).toBe('2026-10-25');
    expect(dayOf(Date.UTC(2026, 9, 25, 22, 30), berlin)).toBe('2026-10-25');
    expect(dayOf(Date.UTC(2026, 9, 25, 23, 30), berlin)).toBe('2026-10-26');
    expect(weekOf('2026-11-01', berlin)).toBe('2026-10-26');
    expect(weekOf('2026-11-01', { ...berlin, weekStart: 0 })).toBe('2026-11-01');
  });

  it('leave moves working days and deadlines', () => {
    expect(workedDays(ROB, '2026-10-30', '2026-11-03')).toBe(2);
    const leave = [{ memberId: ROB, from: '2026-11-02', to: '2026-11-03' }];
    expect(workedDays(ROB, '2026-10-30', '2026-11-04', leave)).toBe(1);
    expect(pausedDeadline(ROB, MONDAY, MONDAY + DAY, leave)).toBe(MONDAY + 3 * DAY);
  });
});

describe('any history, in any order', () => {
  const pool = team3();
  const input = (records: Envelope[]): StallInput => ({
    records,
    ownerId: 'olga',
    pairings: ['rob', 'sam', 'ida'].map(memberId => ({ memberId, coachId: CORA, since: MONDAY })),
  });

  it('stalls, patterns and loops are the same for any order of the records', () => {
    fc.assert(
      fc.property(
        fc
          .subarray(pool)
          .chain(some => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        fc.integer({ min: 0, max: 40 * DAY }),
        ([some, shuffled], after) => {
          const now = MONDAY + after;
          expect(stallsOf(input(shuffled), now)).toEqual(stallsOf(input(some), now));
          expect(patternsOf(shuffled, now)).toEqual(patternsOf(some, now));
          expect(loopsOf(shuffled, now)).toEqual(loopsOf(some, now));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('loops computed together equal the loops computed one by one', () => {
    fc.assert(
      fc.property(fc.subarray(pool), fc.integer({ min: 0, max: 40 * DAY }), (some, after) => {
        for (const { note: one, loop } of loopsOf(some, MONDAY + after)) {
          expect(loop).toEqual(loopOf(one, some, MONDAY + after));
        }
      }),
      { numRuns: 80 },
    );
  });
});

/**
 * A month of three people: notes, answers, commitments, evidence, verdicts, logs and rulings, two of them with gaps.
 */
function team3(): Envelope[] {
  return ['rob', 'sam', 'ida'].flatMap((who, p) =>
    [0, 1, 2, 3].flatMap((week): Envelope[] => {
      const at = MONDAY + week * 7 * DAY + p * HOUR;
      const sent = note({ anchor: { kind: 'moment', start: week } }, { about: who, at });
      const said = answer(
        sent,
        { answer: week === 1 ? 'dispute' : 'accept' },
        { by: who, about: who, at: at + HOUR },
      );
      const promised = commitment(sent, { dueAt: at + 4 * DAY }, { by: who, about: who, at: at + 2 * HOUR });
      const proof = evidence(promised, {}, { by: who, about: who, at: at + 3 * DAY });
      return [
        sent,
        said,
        promised,
        proof,
        verdict(
          promised,
          { finding: week === 2 ? 'partly' : 'implemented' },
          { about: who, at: at + 5 * DAY },
        ),
        make(
          'reply',
          { sentence: 'Look at 2:14.', outcome: 'stands' },
          { about: who, refs: [sent.id, said.id], at: at + 6 * HOUR },
        ),
        log({ day: dayOf(at), result: week === 2 ? 'notDone' : 'done' }, { by: who, about: who, at }),
        ruling(
          { key: `pattern|${who}|next-step`, behaviourId: 'next-step' },
          { about: who, refs: [sent.id], at: at + 6 * DAY },
        ),
        behaviour({}, { by: who, about: who, at }),
      ];
    }),
  );
}
