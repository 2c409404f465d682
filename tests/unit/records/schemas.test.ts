import { describe, expect, it } from 'vitest';
import { activationProblems } from '#lib/coaching/behaviours/activation.ts';
import { missesOf } from '#lib/coaching/behaviours/misses.ts';
import { loopOf } from '#lib/coaching/loop/loop.ts';
import { shippedRubric } from '#lib/coaching/rubrics/rubrics.ts';
import { patternsOf } from '#lib/coaching/stalls/patterns.ts';
import { stallsOf } from '#lib/coaching/stalls/stalls.ts';
import { createRecord, deleteRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { judgeStored, parseRecord } from '#lib/records/parse.ts';
import {
  answer,
  behaviour,
  commitment,
  DAY,
  evidence,
  log,
  MONDAY,
  make,
  note,
  ruling,
  verdict,
} from '#testing/records.ts';
import { samples } from './samples.ts';

const sent = note();
const said = answer(sent, { answer: 'discuss' });
const promised = commitment(sent);
const one: Envelope[] = [
  behaviour({ measure: { kind: 'frequency', target: 4, per: 'week' }, role: 'sales' }),
  sent,
  said,
  make('reply', { sentence: 'Look at 2:14 again.', outcome: 'stands' }, { refs: [sent.id, said.id] }),
  promised,
  evidence(promised, { kind: 'beforeAfter', before: 'https://a.example/1', after: 'https://a.example/2' }),
  verdict(promised),
  log({ result: 'notDone', missReason: 'schedule', minutes: 12 }),
  ruling({ key: 'pattern|rob|next-step', cause: 'brief', remedy: 'outsideCoaching' }),
  make('rubric', structuredClone(shippedRubric) as Parameters<typeof make<'rubric'>>[1]),
  make('cycle', { kind: 'starter', startAt: MONDAY, endAt: MONDAY + 30 * DAY }),
];

describe('the records of coaching', () => {
  it.each(one.map(record => [record.type, record] as const))(
    'a %s reads back as it was written',
    (_type, record) => {
      expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual({
        ok: true,
        record: JSON.parse(JSON.stringify(record)),
      });
    },
  );

  it.each<[string, Envelope, Record<string, unknown>]>([
    ['a finding that is no word', verdict(promised), { finding: 'quite bad' }],
    ['a commitment with no date', promised, { dueAt: undefined }],
    ['a log of no day', log(), { day: 'Monday' }],
    ['a rubric with six criteria', make('rubric', { id: 'r', version: 1, name: 'R', criteria: [] }), {}],
    ['a target of nothing', behaviour(), { measure: { kind: 'frequency', target: 0, per: 'week' } }],
  ])('a record is refused: %s', (_name, record, change) => {
    expect(parseRecord({ ...record, body: { ...record.body, ...change } }).ok).toBe(false);
  });

  it('of a deleted record nothing stays but which it was, by whom, for whom and when', () => {
    const sent = note();
    const made = { ...sent, words: 'Not meant to stay.', nested: { words: 'Nor these.' } };
    const bare = { ...sent, rev: 2, updatedAt: 5, deletedAt: 5, body: {} };
    expect(deleteRecord(made, 5)).toEqual(bare);
    const pushed = { ...made, rev: 2, updatedAt: 5, deletedAt: 5, body: {} };
    expect(parseRecord(pushed)).toEqual({ ok: true, record: bare });
    expect(parseRecord({ ...pushed, body: sent.body }).ok).toBe(false);
  });

  it('a choice that it does not know is of a newer version: passed on, and not taken for one that it knows', () => {
    const said = verdict(promised);
    const newer = { ...said, body: { ...said.body, finding: 'bad' } };
    expect(parseRecord(newer)).toEqual({ ok: true, record: newer });
    expect(judgeStored(newer)).toEqual({ newer: true });
    expect(judgeStored({ ...said, schema: 2 })).toEqual({ newer: true });
    expect(judgeStored({ ...said, type: 'hologram' })).toEqual({ newer: false });
    expect(judgeStored(said)).toEqual({ newer: false });
  });

  it('takes the five kinds of proof, and no attendance', () => {
    const taken = (kind: string) => {
      const proof = evidence(promised);
      return !judgeStored({ ...proof, body: { ...proof.body, kind } }).newer;
    };
    const kinds = ['workSample', 'reflection', 'beforeAfter', 'peerFeedback', 'realWorld'];
    expect(kinds.filter(taken)).toEqual(kinds);
    expect(taken('attendance')).toBe(false);
  });

  it('keeps with a behaviour which of the three checks it passed, and takes no other', () => {
    const checked = (checks: string[]) => {
      const one = behaviour();
      return { ...one, body: { ...one.body, checks } };
    };
    const checks = ['visible', 'repeatable', 'measurable'];
    expect(parseRecord(checked(checks))).toMatchObject({ ok: true, record: { body: { checks } } });
    expect(judgeStored(checked(checks)).newer).toBe(false);
    expect(judgeStored(checked(['popular'])).newer).toBe(true);
  });

  it('fields of a newer version are stored unchanged', () => {
    const newer = { ...promised, body: { ...promised.body, mood: 'curious' } };
    expect(parseRecord(newer)).toEqual({ ok: true, record: newer });
  });
});

describe('the coaching rules', () => {
  it('no rule changes the records it reads', () => {
    const frozen = one.map(freeze);
    const now = MONDAY + 12 * DAY;
    loopOf(freeze(sent), frozen, now);
    patternsOf(frozen, now);
    missesOf(frozen, 'rob');
    stallsOf(
      { records: frozen, pairings: [{ memberId: 'rob', coachId: 'cora', since: MONDAY }], ownerId: 'olga' },
      now,
    );
    activationProblems(freeze(behaviour()).body, 'en');
    expect(frozen).toEqual(one);
  });
});

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

describe('a version that does not know a kind', () => {
  it.each(['routine', 'run', 'review', 'decision', 'programme', 'stage', 'leave'] as const)(
    'keeps a %s as it came',
    type => {
      const made = createRecord(
        { type, workspaceId: 'w', authorId: 'a', subjectId: 'b', audience: 'coaches', body: samples[type] },
        1,
      );
      // To such a version the kind is a word like any other.
      const foreign = { ...made, type: `later-${type}`, mood: 'calm' };
      const parsed = parseRecord(foreign);
      expect(parsed).toEqual({ ok: true, record: foreign });
    },
  );
});
