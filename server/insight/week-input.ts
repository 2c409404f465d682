/** What the figures of closed weeks are made of, read once for a call. */
import type { Kysely } from 'kysely';
import type { WeekInput } from '#lib/coaching/insight/week-parts.ts';
import { leaveIn } from '#lib/coaching/leave.ts';
import { minimumPeople } from '#lib/coaching/privacy/release.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { DAY } from '#lib/time.ts';
import { listMembers } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { readRecords, sharedSettingsOf } from './read-records.ts';

/** How many closed weeks are shown. */
export const WEEKS = 6;
/** A promise of such a week may be from a note of some weeks before. */
const LOOKS_BACK = 26 * 7 * DAY;

export interface Weeks {
  input: WeekInput;
  /** The fewest people in a figure. */
  minimum: number;
  memberIds: ReadonlySet<string>;
}

export async function readWeeks(db: Kysely<Tables>, workspaceId: string, now: number): Promise<Weeks> {
  const members = await listMembers(db, workspaceId);
  const settings = (await sharedSettingsOf(db, workspaceId, members)) ?? {};
  const { calendar, clocks } = rulesOf({ settings });
  const [recent, leave, pairings] = await Promise.all([
    readRecords(db, workspaceId, {
      types: ['note', 'acknowledgement', 'reply', 'commitment', 'evidence', 'verdict', 'log', 'review'],
      since: now - LOOKS_BACK,
    }),
    readRecords(db, workspaceId, { types: ['leave'] }),
    pairingsOf(db, workspaceId),
  ]);
  return {
    input: { records: recent, pairings, leave: leaveIn(leave), calendar, clocks, now },
    minimum: minimumPeople(settings.peopleInFigures),
    memberIds: new Set(members.map(({ id }) => id)),
  };
}

/** Also those that ended: they held in the weeks before. */
async function pairingsOf(db: Kysely<Tables>, workspaceId: string): Promise<WeekInput['pairings']> {
  const rows = await db
    .selectFrom('assignments')
    .select(['coach_id', 'coachee_id', 'from_at', 'to_at'])
    .where('workspace_id', '=', workspaceId)
    .where('state', 'in', ['active', 'ended'])
    .execute();
  return rows
    .filter(({ coach_id, coachee_id }) => coach_id !== coachee_id)
    .map(row => ({
      coachId: row.coach_id,
      memberId: row.coachee_id,
      since: row.from_at,
      ...(row.to_at === null ? {} : { until: row.to_at }),
    }));
}
