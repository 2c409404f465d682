/**
 * Counts that decide something for everybody: how many notes a person got today, and how many corrections of one
 * behaviour wait for a ruling (R139, R194). They count all coaches' notes, and say nothing but the numbers: not who wrote,
 * about which work, or when. Times and places of notes cannot be asked for, because the difference of two answers would
 * then describe a note that the asker may not read.
 */
import type { Kysely } from 'kysely';
import { notesReceived } from '#lib/coaching/behaviours/limits.ts';
import { startOfDay } from '#lib/coaching/calendar.ts';
import type { Counted, Counts } from '#lib/coaching/notes/elsewhere.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { occasionsIn, openCorrections } from '#lib/coaching/stalls/patterns.ts';
import { mayWriteAbout } from '#lib/records/permissions.ts';
import type { Note } from '#lib/records/types.ts';
import { maySee } from '#lib/records/visibility.ts';
import { coacheesOf } from '#server/store/assignments.ts';
import type { Caller } from '#server/store/devices.ts';
import { listMembers } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { readRecords, sharedSettingsOf } from './read-records.ts';

export interface CountsQuery {
  person: string;
  behaviour?: string | undefined;
}

/**
 * Undefined when the caller may not write to this person, or nobody here has this id: the two look alike. `now` in ms
 * since 1970. Settle the workspace first.
 */
export async function countsAbout(
  db: Kysely<Tables>,
  { workspaceId, memberId }: Pick<Caller, 'workspaceId' | 'memberId'>,
  { person, behaviour }: CountsQuery,
  now: number,
): Promise<Counts | undefined> {
  const members = await listMembers(db, workspaceId);
  const asking = members.find(({ id }) => id === memberId);
  const viewer = { memberId, coachees: await coacheesOf(db, workspaceId, memberId) };
  const isMember = members.some(({ id }) => id === person);
  if (!asking || !isMember || !mayWriteAbout({ ...viewer, roles: asking.roles }, person)) return undefined;
  const { calendar, patterns } = rulesOf({ settings: await sharedSettingsOf(db, workspaceId, members) });
  const dayStart = startOfDay(now, calendar);
  const shared = await readRecords(db, workspaceId, {
    about: [person],
    types: ['note', 'ruling', 'reply'],
    since: Math.min(dayStart, now - patterns.window),
  });
  const count = (of: (notes: readonly Note[]) => number, notes: readonly Note[]): Counted => ({
    all: of(notes),
    yours: of(notes.filter(note => maySee(note, viewer))),
  });
  return {
    notesToday: count(notes => notes.length, notesReceived(shared, person, dayStart)),
    ...(behaviour === undefined
      ? {}
      : {
          corrections: count(
            occasionsIn,
            openCorrections(shared, { subjectId: person, behaviourId: behaviour }, now, patterns),
          ),
        }),
  };
}
