/** A coach's own figures: what is counted, over which time, and from which records. */
import { describe, expect, it } from 'vitest';
import { ownCoaching } from '#components/insight/own-coaching.ts';
import { teamLines } from '#components/insight/team-lines.ts';
import { responseQuality } from '#lib/coaching/metrics/response-quality.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Identity } from '#lib/store/identity.ts';
import { toRow } from '#lib/store/row/row.ts';
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
  verdict,
} from '#testing/records.ts';

const member = (id: string, name: string, coachIds: string[]) => ({ id, name, coachIds, roles: [] });
const identity: Identity = {
  workspaceId: 'team',
  workspaceName: 'Team',
  memberId: CORA,
  name: 'Cora',
  members: [member(CORA, 'Cora', []), member(ROB, 'Rob', [CORA]), member('ann', 'Ann', [CORA])],
};

const rows = (records: readonly Envelope[]) => records.map(record => toRow(record, { sync: 'accepted' }));
const team = (records: readonly Envelope[]) => ({
  records: rows(records),
  pairings: [ROB, 'ann'].map(memberId => ({ memberId, coachId: CORA, since: MONDAY - 90 * DAY })),
  leave: [],
  ownerId: CORA,
  waiting: [],
});
const own = (records: readonly Envelope[]) => ownCoaching(team(records), identity, MONDAY);
const sent = (daysAgo: number, made = {}) =>
  note({ momentAt: MONDAY - daysAgo * DAY - 3 * HOUR }, { at: MONDAY - daysAgo * DAY, ...made });

describe('a coach’s own figures', () => {
  it('count the coach’s own notes of eight weeks, none about oneself, none by colleagues, none taken back', () => {
    const counted = [1, 4, 9, 20, 30].map(days => sent(days));
    const back = sent(3);
    const withdrawn = make(
      'reply',
      { outcome: 'withdrawn', sentence: 'I was wrong.' },
      { at: MONDAY, refs: [back.id] },
    );
    const { latency, notes } = own([
      ...counted,
      back,
      withdrawn,
      sent(57),
      sent(2, { by: 'dan' }),
      sent(2, { about: CORA }),
    ]);
    expect(notes.map(({ id }) => id).sort()).toEqual(counted.map(({ id }) => id).sort());
    expect(latency.onTime).toMatchObject({ k: 5, n: 5, value: 1 });
    expect(latency.median.value).toBe(3 * HOUR);
  });

  it('say nothing of a share below five', () => {
    const notes = [1, 4, 9, 20].map(days => sent(days));
    const { latency } = own(notes);
    expect(latency.onTime).toMatchObject({ n: 4, value: null });
    expect(responseQuality(notes, CORA).share).toMatchObject({ n: 4, value: null });
  });

  it('count who heard from the coach in the last whole week', () => {
    expect(own([sent(4)]).lastWeek?.coverage).toMatchObject({ k: 1, n: 2 });
  });

  it('follow-up is about what was promised in answer to one’s own notes', () => {
    const first = sent(20);
    const promised = commitment(first, { dueAt: MONDAY - 15 * DAY }, { at: MONDAY - 19 * DAY });
    const found = verdict(promised, {}, { at: MONDAY - 14 * DAY });
    const { followUp, verdicts } = own([
      first,
      answer(first, {}, { at: MONDAY - 19 * DAY }),
      promised,
      found,
    ]);
    expect(followUp).toMatchObject({ k: 1, n: 1 });
    expect(verdicts.map(({ id }) => id)).toEqual([found.id]);
  });
});

describe('the people of a team', () => {
  it('stand by name, whatever they did, and have no line for what they have not agreed to', () => {
    const agreed = behaviour({}, { id: 'next-step' });
    const proposed = behaviour({ name: 'Price after the plan' }, { id: 'price' });
    const yes = answer(agreed, {}, { at: MONDAY - DAY });
    const logs = Array.from({ length: 9 }, () => log());
    const records = [agreed, proposed, yes];
    const people = teamLines(identity, team(records), new Map([[ROB, rows(logs)]]), MONDAY);
    expect(people.map(({ member: { name } }) => name)).toEqual(['Ann', 'Rob']);
    expect(people.map(({ practised }) => practised.map(each => each.behaviour.id))).toEqual([
      [],
      ['next-step'],
    ]);
  });
});
