import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CLOCKS } from '#lib/coaching/loop/clocks.ts';
import { loopOf } from '#lib/coaching/loop/loop.ts';
import { deleteRecord, reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import {
  answer,
  CORA,
  commitment,
  DAY,
  evidence,
  HOUR,
  MONDAY,
  make,
  note,
  ROB,
  verdict,
} from '#testing/records.ts';

const reply = (to: Envelope, ack: Envelope, outcome: 'stands' | 'changed' | 'withdrawn', at: number) =>
  make('reply', { sentence: 'Let us look at 31:10 together.', outcome }, { refs: [to.id, ack.id], at });

describe('the loop of a correction', () => {
  const sent = note();
  const accepted = answer(sent);
  const promised = commitment(sent);
  const proof = evidence(promised);
  const found = verdict(promised);

  it.each<[string, Envelope[], number, string, string | null]>([
    ['waits for the rep first', [], HOUR, 'waiting for answer', 'rob owes the answer by +24 h'],
    [
      'is late when nobody answers in a day',
      [],
      30 * HOUR,
      'waiting for answer',
      'rob owes the answer by +24 h, late',
    ],
    ['then for a promise', [accepted], 2 * HOUR, 'accepted', 'rob owes the commitment by +25 h'],
    ['then for proof', [accepted, promised], 3 * HOUR, 'committed', 'rob owes the evidence by +96 h'],
    [
      'then for the coach',
      [accepted, promised, proof],
      80 * HOUR,
      'evidenced',
      'cora owes the verdict by +264 h',
    ],
    ['and is closed by the verdict', [accepted, promised, proof, found], 130 * HOUR, 'closed', null],
    [
      'a promise needs no answer before it',
      [promised],
      3 * HOUR,
      'committed',
      'rob owes the evidence by +96 h',
    ],
  ])('the loop of a correction: %s', (_name, records, after, state, owed) => {
    const loop = loopOf(sent, records, MONDAY + after);
    expect(loop.state).toBe(state);
    const { next } = loop;
    const words = next
      ? `${next.memberId} owes the ${next.step} by +${(next.dueAt - MONDAY) / HOUR} h${next.overdue ? ', late' : ''}`
      : null;
    expect(words).toBe(owed);
  });

  it('a loop has action, observation and response only at its end', () => {
    const parts = (records: Envelope[]) => loopOf(sent, records, MONDAY + 9 * DAY).has;
    expect(parts([])).toEqual({ observation: true, action: false, response: false });
    expect(parts([accepted, promised, proof])).toEqual({ observation: true, action: true, response: false });
    expect(parts([accepted, promised, proof, found])).toEqual({
      observation: true,
      action: true,
      response: true,
    });
  });

  it('a loop past the due date without evidence waits for both the evidence and the verdict', () => {
    const loop = loopOf(sent, [accepted, promised], MONDAY + 5 * DAY);
    expect(loop.owed.map(step => [step.step, step.memberId, step.overdue])).toEqual([
      ['evidence', ROB, true],
      ['verdict', CORA, false],
    ]);
  });

  it('a “partly” verdict asks for another rep, and the chain of commitments stays', () => {
    const partly = verdict(promised, { finding: 'partly' });
    expect(loopOf(sent, [accepted, promised, partly], MONDAY + 5 * DAY)).toMatchObject({
      state: 'another rep',
      next: { step: 'commitment', memberId: ROB },
    });
    const smaller = commitment(
      promised,
      { size: 'One call', resizes: promised.id },
      { at: MONDAY + 6 * DAY },
    );
    const loop = loopOf(sent, [accepted, promised, partly, smaller], MONDAY + 6 * DAY);
    expect(loop.state).toBe('committed');
    expect(loop.commitments.map(c => c.id)).toEqual([promised.id, smaller.id]);
  });

  it('the coachee’s own verdict does not close a loop', () => {
    const own = verdict(promised, {}, { by: ROB });
    expect(loopOf(sent, [accepted, promised, own], MONDAY + 3 * DAY).state).toBe('committed');
  });

  it('an answer by anybody but the coachee does not change a loop', () => {
    const stranger = answer(sent, { answer: 'dispute' }, { by: 'eve' });
    expect(loopOf(sent, [stranger, commitment(sent, {}, { by: 'eve' })], MONDAY + HOUR).state).toBe(
      'waiting for answer',
    );
  });
});

describe('disputes', () => {
  const sent = note();
  const disputed = answer(sent, { answer: 'dispute', sentence: 'The date was said at 30:02.' });

  it('a dispute is the coach’s turn, then the coachee’s again, then settled', () => {
    expect(loopOf(sent, [disputed], MONDAY + 2 * HOUR)).toMatchObject({
      state: 'disputed',
      next: { step: 'reply', memberId: CORA },
    });
    const replied = reply(sent, disputed, 'stands', MONDAY + 3 * HOUR);
    expect(loopOf(sent, [disputed, replied], MONDAY + 4 * HOUR)).toMatchObject({
      state: 'waiting for answer',
      next: { step: 'answer', memberId: ROB, dueAt: MONDAY + 3 * HOUR + DEFAULT_CLOCKS.answer },
    });
    const agreed = answer(sent, {}, { refs: [replied.id], at: MONDAY + 5 * HOUR });
    expect(loopOf(sent, [disputed, replied, agreed], MONDAY + 5 * HOUR).state).toBe('accepted');
    const still = answer(sent, { answer: 'dispute' }, { refs: [replied.id], at: MONDAY + 5 * HOUR });
    expect(loopOf(sent, [disputed, replied, still], MONDAY + 5 * HOUR).state).toBe('disputed');
  });

  it('a dispute can end with the note withdrawn or with a new version', () => {
    const back = reply(sent, disputed, 'withdrawn', MONDAY + 3 * HOUR);
    expect(loopOf(sent, [disputed, back], MONDAY + 4 * HOUR)).toMatchObject({
      state: 'withdrawn',
      next: null,
    });
    const better = note({ replaces: sent.id }, { refs: [sent.id] });
    expect(loopOf(sent, [disputed, better], MONDAY + 4 * HOUR)).toMatchObject({
      state: 'replaced',
      next: null,
    });
  });

  it('only the coachee can change a dispute, on the same record', () => {
    const changed = reviseRecord(disputed, { ...disputed.body, answer: 'accept' }, MONDAY + 2 * HOUR);
    expect(loopOf(sent, [changed, disputed], MONDAY + 3 * HOUR).state).toBe('accepted');
  });
});

describe('loops of other notes', () => {
  it('a recognition is closed by its answer', () => {
    const praise = note({ kind: 'recognition', nextAction: '' });
    expect(loopOf(praise, [], MONDAY).state).toBe('waiting for answer');
    expect(loopOf(praise, [answer(praise)], MONDAY)).toMatchObject({
      state: 'closed',
      has: { observation: true, action: true, response: true },
    });
  });

  it('a loop knows when its person first saw the note, and ignores anybody else’s look', () => {
    const sent = note();
    const look = (by: string, at: number) => make('seen', {}, { by, about: CORA, refs: [sent.id], at });
    expect(loopOf(sent, [], MONDAY).seenAt).toBeNull();
    expect(loopOf(sent, [look('zoe', MONDAY + 1)], MONDAY).seenAt).toBeNull();
    const looks = [look(ROB, MONDAY + 9 * HOUR), look(ROB, MONDAY + 2 * HOUR)];
    expect(loopOf(sent, looks, MONDAY)).toMatchObject({
      seenAt: MONDAY + 2 * HOUR,
      state: 'waiting for answer',
    });
    expect(loopOf(sent, [answer(sent)], MONDAY).seenAt).toBe(MONDAY + HOUR);
  });

  it('a note to oneself needs no answer, and one’s own verdict settles it', () => {
    const own = note({}, { by: ROB });
    expect(loopOf(own, [], MONDAY).state).toBe('accepted');
    const promised = commitment(own);
    expect(loopOf(own, [promised, verdict(promised, {}, { by: ROB })], MONDAY).state).toBe('closed');
  });

  it('a loop says when its note came more than 24 hours after the moment', () => {
    const late = (momentAt: number | undefined, purpose?: 'study') =>
      loopOf(note({ momentAt, ...(purpose ? { purpose } : {}) }), [], MONDAY).late;
    expect([
      late(MONDAY - DAY),
      late(MONDAY - DAY - 1),
      late(undefined),
      late(MONDAY - 90 * DAY, 'study'),
    ]).toEqual([false, true, null, null]);
  });
});

describe('the loop of any history', () => {
  const sent = note({}, { id: 'note' });
  const pool = history(sent);

  it('a loop is the same in whatever order and however often its records arrive', () => {
    fc.assert(
      fc.property(
        fc
          .subarray(pool)
          .chain(some =>
            fc.tuple(fc.constant(some), fc.shuffledSubarray([...some, ...some], { minLength: 0 })),
          ),
        fc.integer({ min: 0, max: 20 * DAY }),
        ([some, again], after) => {
          const arrived = [...again, ...some.filter(record => !again.includes(record)).reverse()];
          expect(loopOf(sent, arrived, MONDAY + after)).toEqual(loopOf(sent, some, MONDAY + after));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('an open loop always names somebody, and an ended one nobody', () => {
    fc.assert(
      fc.property(fc.subarray(pool), fc.integer({ min: 0, max: 20 * DAY }), (some, after) => {
        const { state, next, has } = loopOf(sent, some, MONDAY + after);
        const ended = state === 'closed' || state === 'withdrawn' || state === 'replaced';
        expect(next === null).toBe(ended);
        if (next) expect([CORA, ROB]).toContain(next.memberId);
        if (state === 'closed') expect(has).toEqual({ observation: true, action: true, response: true });
      }),
      { numRuns: 400 },
    );
  });
});

/** Records of three devices: answers changed, taken back and made twice; commitments resized; verdicts by both. */
function history(sent: Envelope): Envelope[] {
  const disputed = answer(sent, { answer: 'dispute' }, { at: MONDAY + HOUR });
  const accepted = answer(sent, {}, { at: MONDAY + 2 * HOUR });
  const stands = reply(sent, disputed, 'stands', MONDAY + 2 * HOUR);
  const back = reply(sent, disputed, 'withdrawn', MONDAY + 9 * HOUR);
  const first = commitment(sent, {}, { at: MONDAY + 3 * HOUR });
  const twin = commitment(sent, {}, { at: MONDAY + 3 * HOUR });
  const second = commitment(first, { resizes: first.id }, { at: MONDAY + 30 * HOUR });
  return [
    disputed,
    reviseRecord(disputed, { ...disputed.body, answer: 'discuss' }, MONDAY + 3 * HOUR),
    accepted,
    deleteRecord(accepted, MONDAY + 4 * HOUR),
    stands,
    back,
    deleteRecord(back, MONDAY + 10 * HOUR),
    answer(sent, {}, { refs: [stands.id], at: MONDAY + 5 * HOUR }),
    first,
    twin,
    second,
    evidence(first),
    evidence(second, {}, { at: MONDAY + 4 * DAY }),
    verdict(first, { finding: 'partly' }),
    verdict(second),
    verdict(second, { finding: 'not' }, { by: ROB }),
    verdict(twin, { finding: 'noOpportunity' }),
  ];
}
