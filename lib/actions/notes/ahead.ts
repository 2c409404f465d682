/** Checks made before a note is sent: is it a repeated correction, and has the person had enough notes today? */

import { mayNote } from '#lib/coaching/behaviours/limits.ts';
import { startOfDay } from '#lib/coaching/calendar.ts';
import { subjectOf } from '#lib/coaching/history.ts';
import { type Elsewhere, type Further, furtherBy, NOTHING_FURTHER } from '#lib/coaching/notes/elsewhere.ts';
import { type Rules, rulesOf } from '#lib/coaching/settings/rules.ts';
import { beforeSending, personKey } from '#lib/coaching/stalls/patterns.ts';
import type { Ahead, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { type Envelope, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { notesAbout, recordsOfType } from '#lib/store/queries/records.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';
import { noteFrom } from './build.ts';
import { asEdited } from './edit.ts';

/** Covers more than a month of one person's notes plus everybody's rulings and replies. */
const NOTES = 300;
const ANSWERS = 500;

/** `elsewhere`: what the server has said lately. Without it, only what is on this device counts. */
export async function lookAhead(
  db: SidelineDb,
  artifact: Artifact,
  draft: ComposerDraft,
  now: number,
  elsewhere?: Elsewhere,
): Promise<Ahead> {
  const identity = await loadIdentity(db);
  const fresh = noteFrom(identity, artifact, draft, now);
  const [edited, history] = await Promise.all([
    asEdited(db, identity, draft, fresh, now),
    historyAbout(db, fresh),
  ]);
  // A change of a sent note is counted as sending counts it: as that note, and not as one more.
  const note = 'body' in edited ? edited : fresh;
  const rules = rulesOf(identity);
  const further = furtherAbout(note, history, now, rules, elsewhere);
  const { count, asks, noteIds } = beforeSending(note, history, now, rules.patterns, further.corrections);
  const earlier = history
    .filter(record => isType(record, 'note'))
    .filter(each => noteIds.includes(each.id))
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(({ id, body, createdAt }) => ({ id, observation: body.observation, createdAt }));
  return {
    count,
    asks,
    days: rules.patterns.window / DAY,
    earlier,
    enoughToday: !isWithinDailyLimit(note, history, now, rules, further),
    limit: rules.notesADay,
    unseen: count > 0 ? further.corrections : 0,
    counted: elsewhere || hasAllNotes(identity, note) ? 'all' : 'device',
  };
}

/** Who works alone has every note here, and what one writes about oneself is not limited. */
function hasAllNotes({ workspaceId, memberId }: Identity, note: Note): boolean {
  return workspaceId === SOLO_WORKSPACE || subjectOf(note) === memberId;
}

/** What the server's answer adds to what is counted on this device. */
export function furtherAbout(
  note: Note,
  history: readonly StoredRecord[],
  now: number,
  { calendar }: Pick<Rules, 'calendar'>,
  elsewhere: Elsewhere | undefined,
): Further {
  if (!elsewhere) return NOTHING_FURTHER;
  const key = personKey(subjectOf(note), note.body.behaviourId ?? '');
  const unknownRulings = history
    .filter(record => isType(record, 'ruling'))
    .filter(({ body }) => body.key === key)
    .filter(({ sync, createdAt }) => sync !== 'accepted' || createdAt >= elsewhere.askedAt);
  return furtherBy(elsewhere, { dayStart: startOfDay(now, calendar), unknownRulings });
}

/** The records that decide whether this note may go. */
export async function historyAbout(db: SidelineDb, note: Note): Promise<StoredRecord[]> {
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
  { notesToday }: Further = NOTHING_FURTHER,
): boolean {
  return mayNote(note, history, startOfDay(now, calendar), notesADay, notesToday).ok;
}
