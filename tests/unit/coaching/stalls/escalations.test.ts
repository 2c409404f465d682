/** What reaches the owner: who, whom, since when. */
import { describe, expect, it } from 'vitest';
import { escalationsOf } from '#lib/coaching/stalls/escalations.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { answer, CORA, commitment, DAY, HOUR, MONDAY, make, note, ROB, ruling } from '#testing/records.ts';

const pairings = [{ memberId: ROB, coachId: CORA, since: MONDAY }];
const found = (records: Envelope[], now: number) =>
  escalationsOf({ records, pairings, ownerId: 'olive' }, now);
const sent = note();
const disputed = answer(sent, { answer: 'dispute', sentence: 'I was not on that call.' });

const programme = (body: object = {}, about: string | undefined = ROB) =>
  make(
    'programme',
    {
      name: 'Thirty days',
      playbook: { id: 'thirtyDays', version: 1 },
      stage: 'pilot',
      startDay: '2026-11-02',
      behaviours: [],
      cohorts: [],
      coachId: CORA,
      ...body,
    },
    { about },
  );

describe('escalations', () => {
  it('a reply that a coach owes, from the moment on at which it is late', () => {
    const late = MONDAY + 25 * HOUR;
    expect(found([sent, disputed], late)).toEqual([]);
    expect(found([sent, disputed], late + 1)).toEqual([
      { kind: 'reply overdue', whoId: CORA, whomId: ROB, since: late },
    ]);
  });

  it('a verdict that a coach owes', () => {
    const promised = commitment(sent, { dueAt: MONDAY + 4 * DAY });
    expect(found([sent, answer(sent), promised], MONDAY + 11 * DAY + 1)).toMatchObject([
      { kind: 'coach silent', whoId: CORA },
      { kind: 'verdict overdue', whoId: CORA, whomId: ROB, since: MONDAY + 11 * DAY },
    ]);
  });

  it('what a coachee is late with is their coach’s to take up, not the owner’s', () => {
    expect(found([sent], MONDAY + 3 * DAY)).toEqual([]);
  });

  it('a coach who has sent nothing, and nobody whom that would be about', () => {
    expect(found([], MONDAY + 7 * DAY + 1)).toEqual([
      { kind: 'coach silent', whoId: CORA, since: MONDAY + 7 * DAY },
    ]);
  });

  it('says who takes it up where somebody handed it on, and ends when a ruling resolves it', () => {
    const key = `stall|reply overdue|${CORA}|${sent.id}`;
    const now = MONDAY + 3 * DAY;
    const handed = ruling({ on: 'stall', key, assigneeId: 'tom' }, { by: 'olive', at: now - HOUR });
    expect(found([sent, disputed, handed], now)).toMatchObject([{ assigneeId: 'tom' }]);
    const resolved = ruling({ on: 'stall', key, resolved: true }, { by: 'olive', at: now - HOUR });
    expect(found([sent, disputed, resolved], now)).toEqual([]);
  });

  it('a programme whose first stage should be over, once, until it is closed, ended, or a template', () => {
    const now = MONDAY + 8 * DAY;
    const running = programme();
    const milestones = (records: Envelope[]) =>
      found([note({}, { at: now - DAY }), answer(note({}, { at: now - DAY })), ...records], now).filter(
        ({ kind }) => kind === 'milestone missed',
      );
    expect(milestones([running])).toEqual([
      { kind: 'milestone missed', whoId: CORA, whomId: ROB, since: Date.UTC(2026, 10, 9) },
    ]);
    const closed = make(
      'stage',
      { programmeId: running.id, stage: 'week1', items: [], closed: true },
      { refs: [running.id] },
    );
    expect(milestones([running, closed])).toEqual([]);
    expect(milestones([programme({ endDay: '2026-11-08' })])).toEqual([]);
    expect(milestones([programme({ template: true })])).toEqual([]);
    expect(milestones([programme({ startDay: '2026-11-04' })])).toEqual([]);
    expect(milestones([programme({ playbook: { id: 'of-our-own', version: 1 } })])).toEqual([]);
  });

  it('days away move the plan of the person whose programme it is', () => {
    const leave = make('leave', { from: '2026-11-03', to: '2026-11-05' }, { by: ROB, about: ROB });
    const now = MONDAY + 8 * DAY;
    const input = { records: [programme()], pairings: [], ownerId: 'olive' };
    expect(escalationsOf(input, now)).toHaveLength(1);
    const away = [{ memberId: ROB, ...leave.body }];
    expect(escalationsOf({ ...input, leave: away }, now)).toEqual([]);
    expect(escalationsOf({ ...input, leave: away }, now + 2 * DAY)).toHaveLength(1);
  });

  it('bears no id and no word of a record', () => {
    const text = JSON.stringify(found([sent, disputed], MONDAY + 9 * DAY));
    for (const word of [sent.id, disputed.id, 'Brightwater', 'talk soon', 'I was not'])
      expect(text).not.toContain(word);
  });
});
