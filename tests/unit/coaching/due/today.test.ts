import { describe, expect, it } from 'vitest';
import { dueThisWeek, oneThing, owedBy } from '#lib/coaching/due/today.ts';
import { winsOf } from '#lib/coaching/loop/wins.ts';
import { routineOf } from '#lib/coaching/routines/routine.ts';
import { stallsOf } from '#lib/coaching/stalls/stalls.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import {
  answer,
  behaviour,
  CORA,
  commitment,
  DAY,
  HOUR,
  log,
  MONDAY,
  make,
  note,
  ROB,
  ruling,
  verdict,
} from '#testing/records.ts';

describe('what is due today', () => {
  const first = note({}, { at: MONDAY - DAY });
  const second = note({}, { at: MONDAY });
  const promised = commitment(second, { dueAt: MONDAY + 5 * DAY });

  it('the steps each person owes are listed by deadline, the earliest first', () => {
    const disputed = answer(first, { answer: 'dispute' }, { at: MONDAY - 20 * HOUR });
    const records = [first, second, disputed];
    expect(owedBy(records, ROB, MONDAY).map(s => [s.step, s.withId])).toEqual([['answer', CORA]]);
    expect(owedBy(records, CORA, MONDAY).map(s => [s.step, s.withId])).toEqual([['reply', ROB]]);
    expect(owedBy([first, second], ROB, MONDAY).map(s => s.note.id)).toEqual([first.id, second.id]);
  });

  it('the one thing is what is due soon, else the commitment, else a behaviour, else nothing', () => {
    const own = behaviour({}, { by: ROB });
    expect(oneThing([first, promised, second, own], ROB, MONDAY)).toMatchObject({ step: { step: 'answer' } });
    expect(oneThing([second, promised, own], ROB, MONDAY)).toMatchObject({ step: { step: 'evidence' } });
    expect(oneThing([own, behaviour()], ROB, MONDAY)).toMatchObject({
      kind: 'behaviour',
      behaviour: { id: own.id },
    });
    expect(oneThing([behaviour()], ROB, MONDAY)).toEqual({ kind: 'nothing' });
  });

  it('commitments due in seven days are listed without those resized or judged', () => {
    const smaller = commitment(promised, { resizes: promised.id, dueAt: MONDAY + 6 * DAY });
    expect(dueThisWeek([promised], ROB, MONDAY).map(c => c.id)).toEqual([promised.id]);
    expect(dueThisWeek([promised, smaller], ROB, MONDAY).map(c => c.id)).toEqual([smaller.id]);
    expect(dueThisWeek([promised, verdict(promised)], ROB, MONDAY)).toEqual([]);
    expect(dueThisWeek([promised], ROB, MONDAY - 3 * DAY)).toEqual([]);
    const own = verdict(promised, {}, { by: ROB });
    expect(dueThisWeek([second, promised, own], ROB, MONDAY)).toHaveLength(1);
    expect(dueThisWeek([promised, own], ROB, MONDAY)).toEqual([]);
  });
});

describe('wins', () => {
  const day = (n: number, result: 'done' | 'notDone' | 'noOpportunity' = 'done') =>
    log({ day: `2026-11-0${n}`, result }, { at: MONDAY + (n - 2) * DAY });

  it('a first time, a first after a miss, a streak, a verdict and a recognition are wins', () => {
    const promised = commitment(note());
    const records = [
      day(2),
      day(3, 'notDone'),
      day(4),
      day(5),
      day(6, 'noOpportunity'),
      day(7),
      note({ kind: 'recognition' }, { at: MONDAY + 6 * DAY }),
      promised,
      verdict(promised, {}, { at: MONDAY + 7 * DAY }),
    ];
    expect(winsOf(records, ROB).map(win => win.kind)).toEqual([
      'implemented',
      'recognised',
      'streak',
      'first after a miss',
      'first time',
    ]);
    expect(winsOf(records.toReversed(), ROB)).toEqual(winsOf(records, ROB));
    expect(winsOf(records, CORA)).toEqual([]);
  });
});

describe('a coach’s routine', () => {
  it('a coach’s routine counts what was sent that day, each person once', () => {
    const records = [
      note(),
      note(),
      note({ kind: 'recognition' }),
      note({}, { about: 'sam', at: MONDAY + DAY }),
      note({}, { about: CORA }),
    ];
    expect(routineOf(records, CORA, '2026-11-02', 0)).toEqual({
      steps: [
        { id: 'check-ins', target: 2, done: 1 },
        { id: 'recognition', target: 1, done: 1 },
      ],
      done: 2,
      due: 3,
    });
    const reviewed = [
      ...records,
      ruling({ key: 'pattern|rob|next-step' }),
      make('reply', { sentence: 'Yes.', outcome: 'stands' }, { about: 'ida' }),
    ];
    expect(routineOf(reviewed, CORA, '2026-11-02', 1)).toMatchObject({ done: 4, due: 4 });
  });
});

describe('notes that were parked at the end of a sitting', () => {
  const [ask, first, second] = ['ask', 'first', 'second'].map(id => note({}, { id, at: MONDAY }));
  if (!ask || !first || !second) throw new Error('There are three.');
  const noteIds = [ask, first, second].map(({ id }) => id);
  const finished = (more: object = {}) =>
    make(
      'review',
      {
        kind: 'finish',
        about: 'second',
        questionSet: { id: 'finish', version: 1 },
        answers: [],
        evidence: [],
        noteIds,
        primaryNoteId: 'ask',
        doneAt: MONDAY + HOUR,
        ...more,
      },
      { by: CORA, about: ROB, at: MONDAY },
    );
  const owed = (...more: Parameters<typeof owedBy>[0]) =>
    owedBy([ask, first, second, ...more], ROB, MONDAY + 2 * HOUR).map(step => step.note.id);

  it('are nobody’s step; the one ask is', () => {
    expect(owed().sort()).toEqual([...noteIds].sort());
    expect(owed(finished())).toEqual(['ask']);
  });

  it('are no stall of the person either, once their time is over', () => {
    const late = (...more: Envelope[]) =>
      stallsOf(
        {
          records: [ask, first, second, ...more],
          pairings: [{ memberId: ROB, coachId: CORA, since: MONDAY }],
          ownerId: 'olga',
        },
        MONDAY + 2 * DAY,
      ).flatMap(({ rule, refs }) => (rule === 'note unanswered' ? refs : []));
    expect(late().sort()).toEqual([...noteIds].sort());
    expect(late(finished())).toEqual(['ask']);
  });

  it('stay a step while the review is open, and once the person has answered one', () => {
    expect(owed(finished({ doneAt: undefined })).sort()).toEqual([...noteIds].sort());
    const accepted = answer(first, {}, { at: MONDAY + HOUR });
    expect(owed(finished(), accepted).sort()).toEqual(['ask', 'first']);
  });
});
