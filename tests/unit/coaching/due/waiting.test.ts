import { describe, expect, it } from 'vitest';
import { openEscalations, waitingFor } from '#lib/coaching/due/waiting.ts';
import { rulingOnPattern, rulingOnStall } from '#lib/coaching/stalls/rulings.ts';
import type { StallInput } from '#lib/coaching/stalls/stalls.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import {
  answer,
  CORA,
  commitment,
  DAY,
  evidence,
  HOUR,
  log,
  MONDAY,
  make,
  note,
  noteText,
  ROB,
  verdict,
} from '#testing/records.ts';

const OLGA = 'olga';
const DAN = 'dan';
const input = (records: Envelope[], more: Partial<StallInput> = {}): StallInput => ({
  records,
  pairings: [{ memberId: ROB, coachId: CORA, since: MONDAY }],
  ownerId: OLGA,
  silenceOf: [CORA],
  ...more,
});
const listed = (records: Envelope[], after: number, who = CORA) =>
  waitingFor(input(records), who, MONDAY + after).map(
    item => `${item.kind === 'stall' ? item.stall.rule : item.kind}${item.overdue ? ', overdue' : ''}`,
  );
/** Corrections of one behaviour at different places, a day apart. */
const corrections = (count: number, about = ROB) =>
  Array.from({ length: count }, (_, i) =>
    note(
      { anchor: { kind: 'moment', start: 10 * i } },
      { at: MONDAY + i * DAY, about, id: `${about}-correction-${i}` },
    ),
  );
const answered = (notes: Envelope[]) => notes.map(each => answer(each, {}, { at: each.createdAt + HOUR }));

describe('the day to look again', () => {
  const sent = note({ checkInAt: MONDAY + 3 * DAY });
  // Promised for later, so that nothing else waits on that day.
  const under = [sent, answer(sent), commitment(sent, { dueAt: MONDAY + 10 * DAY })];

  it.each<[string, Envelope[], number, string[]]>([
    ['is not before it comes', under, 2 * DAY, []],
    ['is on the list from that day on', under, 3 * DAY - HOUR, ['look again']],
    ['and late a day after', under, 4 * DAY + HOUR, ['look again, overdue']],
    ['until the coach is heard of', [...under, note({}, { at: MONDAY + 3 * DAY })], 3 * DAY + HOUR, []],
    ['which an earlier note is not', [...under, note({}, { at: MONDAY + 2 * DAY })], 3 * DAY, ['look again']],
    [
      'has nothing to say where the loop is closed',
      [...under, verdict(under[2] ?? sent, {}, { at: MONDAY + 2 * DAY })],
      3 * DAY,
      [],
    ],
    [
      'comes once where the note waits for something else already',
      [sent, answer(sent, { answer: 'dispute' }, { at: MONDAY + 3 * DAY })],
      3 * DAY + HOUR,
      ['reply'],
    ],
  ])('%s', (_name, records, after, expected) => {
    // Others wrote meanwhile, so that the coach is not silent.
    const heard = note({ kind: 'recognition' }, { about: 'sam', at: MONDAY + 8 * DAY });
    const silent = after > 7 * DAY ? [heard] : [];
    expect(
      listed([...records, ...silent], after).filter(item => !item.startsWith('note unanswered')),
    ).toEqual(expected);
    expect(waitingFor(input(records), DAN, MONDAY + after)).toEqual([]);
  });
});

describe('a miss', () => {
  const missed = log(
    { result: 'notDone', day: '2026-11-04', at: MONDAY + 2 * DAY },
    { at: MONDAY + 2 * DAY },
  );
  const before = note({ kind: 'recognition' }, { at: MONDAY + DAY });
  const settledBy = (record: Envelope) =>
    listed([before, answer(before), missed, record], 2 * DAY + 2 * HOUR);

  it('asks the coach about it within a day', () => {
    const seen = [before, answer(before), missed];
    expect(listed(seen, 2 * DAY + HOUR)).toEqual(['missed']);
    expect(listed(seen, 3 * DAY + HOUR)).toEqual(['missed, overdue']);
    expect(
      listed([...seen, log({ result: 'notDone', day: '2026-11-03', at: MONDAY + DAY })], 2 * DAY + HOUR),
    ).toEqual(['missed']);
    const [item] = waitingFor(input(seen), CORA, MONDAY + 2 * DAY + HOUR);
    expect(item).toMatchObject({ personId: ROB, dueAt: MONDAY + 3 * DAY });
  });

  it.each<[string, Envelope]>([
    ['the coach wrote', note({ kind: 'question' }, { at: MONDAY + 2 * DAY + HOUR })],
    ['it was done after all', log({ at: MONDAY + 2 * DAY + HOUR }, { at: MONDAY + 2 * DAY + HOUR })],
    ['the next try is promised', commitment({ id: 'next-step' }, {}, { at: MONDAY + 2 * DAY + HOUR })],
  ])('is settled when %s', (_name, record) => {
    expect(settledBy(record)).not.toContain('missed');
  });

  it('that a late verdict found leaves the coach a day from the verdict', () => {
    const promised = commitment(before, { dueAt: MONDAY + 2 * DAY });
    const found = verdict(promised, { finding: 'not' }, { at: MONDAY + 5 * DAY });
    const [item] = waitingFor(
      input([before, answer(before), promised, found]),
      CORA,
      MONDAY + 5 * DAY + HOUR,
    ).filter(each => each.kind === 'stall' && each.stall.rule === 'missed');
    expect(item).toMatchObject({ dueAt: MONDAY + 6 * DAY, overdue: false });
  });

  it('is not settled by something else, and is left alone after a week', () => {
    const other = log({ behaviourId: 'other' }, { at: MONDAY + 2 * DAY + HOUR });
    expect(settledBy(other)).toContain('missed');
    expect(listed([before, answer(before), missed], 9 * DAY + HOUR)).not.toContain('missed, overdue');
  });
});

describe('what waits for a coach', () => {
  const sent = note();
  const dispute = answer(sent, { answer: 'dispute' });
  const promised = commitment(sent);
  const proof = evidence(promised);

  it.each<[string, Envelope[], number, string[]]>([
    ['nothing while the other person’s deadline runs', [sent], 20 * HOUR, []],
    ['a dispute to reply to', [sent, dispute], 2 * HOUR, ['reply']],
    ['a late reply once, and not a second time as a stall', [sent, dispute], 30 * HOUR, ['reply, overdue']],
    ['a note that was not answered', [sent], 30 * HOUR, ['note unanswered']],
    ['a commitment that was not made', [sent, answer(sent)], 50 * HOUR, ['commitment overdue']],
    ['evidence to look at', [sent, promised, proof], 3 * DAY + HOUR, ['verdict']],
    ['a date that passed with nothing to show', [sent, promised], 4 * DAY + HOUR, ['verdict']],
    [
      'the commitment once it is stuck for three days, and not the verdict too',
      [sent, promised, note({ kind: 'recognition' }, { at: MONDAY + 7 * DAY })],
      7 * DAY + HOUR,
      ['commitment overdue'],
    ],
    ['their own silence, after a week', [], 8 * DAY, ['coach silent']],
    ['nothing once it is judged', [sent, promised, proof, verdict(promised)], 5 * DAY + HOUR, []],
  ])('a coach has waiting: %s', (_name, records, after, expected) => {
    expect(listed(records, after)).toEqual(expected);
  });
});

describe('a repeated correction as a pattern', () => {
  it('a pattern waits for a ruling from the third correction on, until there is one', () => {
    const two = corrections(2);
    const three = corrections(3);
    expect(listed([...two, ...answered(two)], 3 * DAY)).not.toContain('pattern');
    const waiting = waitingFor(input([...three, ...answered(three)]), CORA, MONDAY + 2 * DAY + HOUR);
    const found = waiting.find(item => item.kind === 'pattern');
    if (found?.kind !== 'pattern') throw new Error('There is one.');
    expect(found).toMatchObject({ personId: ROB, overdue: false, dueAt: MONDAY + 3 * DAY });
    expect(openEscalations(waiting)).toBe(waiting.length);
    const parts = rulingOnPattern(found.pattern, {
      cause: 'brief',
      remedy: 'brief',
      assigneeId: CORA,
      sentence: 'The brief never says who closes.',
    });
    const at = MONDAY + 2 * DAY + 2 * HOUR;
    const ruling = make('ruling', parts.body, { at, refs: parts.refs, ...about(parts.subjectId) });
    expect(listed([...three, ...answered(three), ruling], 2 * DAY + 3 * HOUR)).not.toContain('pattern');
  });

  it('a pattern does not wait for the person it is about, nor for a coach of others', () => {
    const three = corrections(3);
    for (const who of [ROB, DAN]) {
      const items = waitingFor(input([...three, ...answered(three)]), who, MONDAY + 2 * DAY + HOUR);
      expect(items.filter(item => item.kind === 'pattern')).toEqual([]);
    }
  });

  it('a pattern over three people is the workspace’s matter, and waits for its owner too', () => {
    const all = ['rob', 'sam', 'tia'].flatMap(person => corrections(1, person));
    for (const who of [CORA, OLGA]) {
      const items = waitingFor(input([...all, ...answered(all)]), who, MONDAY + 2 * HOUR);
      expect(items.filter(item => item.kind === 'pattern')).toMatchObject([
        { personId: undefined, pattern: { level: 'workspace', members: ['rob', 'sam', 'tia'] } },
      ]);
    }
  });
});

describe('stalls', () => {
  const sent = note();

  it('a stall waits for the person a ruling names, and disappears when it is resolved', () => {
    const [item] = waitingFor(input([sent]), CORA, MONDAY + 30 * HOUR);
    if (item?.kind !== 'stall') throw new Error('There is one.');
    const finding = { stallClass: 'personal', diagnosis: 'workload', sentence: 'Too many calls.' } as const;
    const ruled = (assigneeId: string, resolved: boolean) => {
      const parts = rulingOnStall(item.stall, { ...finding, assigneeId, resolved });
      return make('ruling', parts.body, {
        at: MONDAY + 31 * HOUR,
        refs: parts.refs,
        ...about(parts.subjectId),
      });
    };
    const at = (records: Envelope[], who: string) =>
      waitingFor(input(records), who, MONDAY + 32 * HOUR).length;
    expect([at([sent, ruled(DAN, false)], CORA), at([sent, ruled(DAN, false)], DAN)]).toEqual([0, 1]);
    expect(at([sent, ruled(CORA, true)], CORA)).toBe(0);
  });

  it('a stalled note by another coach, who still coaches the person, waits for that coach', () => {
    const theirs = note(noteText, { by: DAN });
    const pairings = [CORA, DAN].map(coachId => ({ memberId: ROB, coachId, since: MONDAY }));
    const both = (who: string) => waitingFor(input([theirs], { pairings }), who, MONDAY + 30 * HOUR).length;
    expect([both(CORA), both(DAN)]).toEqual([0, 1]);
  });

  it.each<[string, string, Envelope['audience'], string]>([
    ['by somebody who does not coach the person, to them alone: its author', OLGA, 'pair', OLGA],
    ['by somebody who does not coach the person, seen by the coaches: their coach', OLGA, 'coaches', CORA],
    ['by somebody who does not coach the person, seen by all: their coach', OLGA, 'workspace', CORA],
    ['by the coach, to the person alone: that coach', CORA, 'pair', CORA],
  ])('a stalled note is taken up by somebody who has it: %s', (_name, by, audience, who) => {
    const stuck = { ...note({}, { by }), audience };
    const at = MONDAY + 30 * HOUR;
    const taking = [CORA, OLGA, DAN].filter(each => waitingFor(input([stuck]), each, at).length > 0);
    expect(taking).toEqual([who]);
  });

  it('a colleague’s late reply or verdict is not told to an owner who coaches the same person', () => {
    const theirs = note({}, { by: DAN });
    const dispute = answer(theirs, { answer: 'dispute' }, { about: DAN });
    const pairings = [OLGA, DAN].map(coachId => ({ memberId: ROB, coachId, since: MONDAY }));
    const promised = note({}, { by: DAN, id: 'promised' });
    const late = [theirs, dispute, promised, commitment(promised, {}, { about: DAN })];
    const lists = (who: string, records: Envelope[]) =>
      waitingFor(input(records, { pairings }), who, MONDAY + 30 * DAY).map(item =>
        item.kind === 'stall' ? item.stall.rule : item.kind,
      );
    expect(lists(OLGA, late)).toEqual([]);
    expect(lists(DAN, late)).toEqual(expect.arrayContaining(['reply']));
    const key = `stall|reply overdue|${DAN}|${theirs.id}`;
    const named = make(
      'ruling',
      { on: 'stall', key, assigneeId: OLGA, sentence: '' },
      { at: MONDAY + 29 * DAY },
    );
    expect(lists(OLGA, [...late, named])).toEqual(['reply overdue']);
  });

  it('a coach whose notes are not all here is never called silent', () => {
    const pairings = [{ memberId: ROB, coachId: DAN, since: MONDAY }];
    expect(waitingFor(input([], { pairings }), OLGA, MONDAY + 9 * DAY)).toEqual([]);
    const all = input([], { pairings });
    delete all.silenceOf;
    expect(waitingFor(all, OLGA, MONDAY + 9 * DAY)).toMatchObject([{ stall: { rule: 'coach silent' } }]);
  });
});

it('what waits for a coach is sorted by deadline, the earliest first', () => {
  const notes = corrections(3);
  const records = [
    ...notes,
    ...notes.map(each => answer(each, { answer: 'discuss' }, { at: each.createdAt + 1 })),
  ];
  const dates = waitingFor(input(records), CORA, MONDAY + 4 * DAY).map(item => item.dueAt);
  expect(dates.length).toBeGreaterThan(2);
  expect(dates).toEqual([...dates].sort((a, b) => a - b));
});

function about(personId: string | undefined): { about?: string } {
  return personId === undefined ? {} : { about: personId };
}
