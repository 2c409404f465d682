/** Checks made before a note is sent: is it a repeated correction, and has the person had enough notes today? */

import { mayNote } from '#lib/coaching/behaviours/limits.ts';
import { startOfDay } from '#lib/coaching/calendar.ts';
import { type Rules, rulesOf } from '#lib/coaching/settings/rules.ts';
import { beforeSending } from '#lib/coaching/stalls/patterns.ts';
import type { Ahead, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { notesAbout, recordsOfType } from '#lib/store/queries/records.ts';
import { DAY } from '#lib/time.ts';
import { noteFrom } from './build.ts';

/** Covers more than a month of one person's notes plus everybody's rulings and replies. */
const NOTES = 300;
const ANSWERS = 500;

export async function lookAhead(
  db: SidelineDb,
  artifact: Artifact,
  draft: ComposerDraft,
  now: number,
): Promise<Ahead> {
  const identity = await loadIdentity(db);
  const note = noteFrom(identity, artifact, draft, now);
  const history = await historyAbout(db, note);
  const { patterns, notesADay } = rulesOf(identity);
  const { count, asks, noteIds } = beforeSending(note, history, now, patterns);
  const earlier = history
    .filter(record => isType(record, 'note'))
    .filter(each => noteIds.includes(each.id))
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(({ id, body, createdAt }) => ({ id, observation: body.observation, createdAt }));
  return {
    count,
    asks,
    days: patterns.window / DAY,
    earlier,
    enoughToday: !isWithinDailyLimit(note, history, now, rulesOf(identity)),
    limit: notesADay,
  };
}

/** The records that decide whether this note may go. */
export async function historyAbout(db: SidelineDb, note: Note): Promise<Envelope[]> {
  const { workspaceId, subjectId, authorId } = note;
  const [notes, rulings, replies] = await Promise.all([
    notesAbout(db, workspaceId, subjectId ?? authorId, { limit: NOTES }),
    recordsOfType(db, workspaceId, 'ruling', { limit: ANSWERS }),
    recordsOfType(db, workspaceId, 'reply', { limit: ANSWERS }),
  ]);
  return [...notes, ...rulings, ...replies];
}

/** Uses the workspace's day, or else this device's, because we don't know here when the other person's day begins. */
export function isWithinDailyLimit(
  note: Note,
  history: readonly Envelope[],
  now: number,
  { calendar, notesADay }: Pick<Rules, 'calendar' | 'notesADay'>,
): boolean {
  return mayNote(note, history, startOfDay(now, calendar), notesADay).ok;
}
