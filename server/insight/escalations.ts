/**
 * The owner's escalations, over all records of the workspace. Owners read nobody's notes, so what leaves here is who owes
 * whom since when: no words, and no ids of records.
 */
import type { Kysely } from 'kysely';
import { leaveIn } from '#lib/coaching/leave.ts';
import { numberSetting, rulesOf } from '#lib/coaching/settings/rules.ts';
import { type EscalationKind, escalationsOf } from '#lib/coaching/stalls/escalations.ts';
import type { Body } from '#lib/records/types.ts';
import type { EscalationClock, EscalationsAnswer } from '#lib/sync/insight-protocol.ts';
import { DAY } from '#lib/time.ts';
import { openAssignments } from '#server/store/assignments.ts';
import { listMembers } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { readRecords, sharedSettingsOf } from './read-records.ts';

/** What is older has been told for months, and reading years of records would take the server's time from everybody. */
const LOOKS_BACK = 180 * DAY;

/** `memberId` is the owner whose list it is. `now` in ms since 1970. Settle the workspace first. */
export async function readEscalations(
  db: Kysely<Tables>,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  now: number,
): Promise<EscalationsAnswer> {
  const settings = (await sharedSettingsOf(db, workspaceId, await listMembers(db, workspaceId))) ?? {};
  const { calendar, stalls } = rulesOf({ settings });
  const [recent, standing, assignments] = await Promise.all([
    readRecords(db, workspaceId, {
      types: ['note', 'acknowledgement', 'reply', 'commitment', 'evidence', 'verdict', 'ruling', 'review'],
      since: now - LOOKS_BACK,
    }),
    readRecords(db, workspaceId, { types: ['programme', 'stage', 'leave', 'routine'] }),
    openAssignments(db, workspaceId),
  ]);
  const records = [...recent, ...standing];
  const pairings = assignments
    .filter(({ state, coach_id, coachee_id }) => state === 'active' && coach_id !== coachee_id)
    .map(one => ({ memberId: one.coachee_id, coachId: one.coach_id, since: one.from_at }));
  const input = { records, pairings, ownerId: memberId, leave: leaveIn(records), calendar };
  return {
    escalations: escalationsOf(input, now, stalls).map(found => ({
      ...found,
      clock: clockOf(found.kind, settings),
    })),
  };
}

function clockOf(kind: EscalationKind, settings: Body<'settings'>): EscalationClock {
  const set = <N extends 'replyHours' | 'verdictDays' | 'silentDays'>(name: N) => ({
    name,
    value: numberSetting(settings, name),
  });
  switch (kind) {
    case 'reply overdue':
      return set('replyHours');
    case 'verdict overdue':
      return set('verdictDays');
    case 'coach silent':
      return set('silentDays');
    case 'milestone missed':
      return { name: 'plan' };
  }
}
