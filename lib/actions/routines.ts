/** Routines and their runs, and days away. */

import { addDays, type Day } from '#lib/coaching/calendar.ts';
import type { Occasion } from '#lib/coaching/routines/occasions.ts';
import { type PresetId, presets, routinesFrom } from '#lib/coaching/routines/presets.ts';
import { audienceOfStandardWork } from '#lib/coaching/routines/standard-work.ts';
import { createAbout, createRecord, deleteRecord, reviseRecord, runId } from '#lib/records/create.ts';
import type { Audience } from '#lib/records/envelope.ts';
import { leads } from '#lib/records/permissions.ts';
import type { Body, RecordOf, Routine } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { changeOwn, save } from './save.ts';

export interface Install {
  preset: PresetId;
  language: string;
  /** Whose rhythm it is; oneself for one's own. */
  subjectId: string;
  /** The day from which it is due, where the person is. */
  from: string;
  behaviourId?: string;
  metric?: string;
  /** Whether the team sees a coach's own routines (R130). */
  visibleToTeam?: boolean;
}

/** Makes the routines of a preset, as the person's own copies. Errors are those of saveOwn. */
export async function installPreset(db: SidelineDb, identity: Identity, install: Install): Promise<void> {
  const { preset, subjectId, visibleToTeam = true, ...rest } = install;
  const { workspaceId, memberId: authorId } = identity;
  const now = Date.now();
  const kind = presets[preset].for;
  const isLeading = leads(writerOf(identity));
  const audience =
    kind === 'person' || kind === 'solo'
      ? 'coaches'
      : audienceOfStandardWork(isLeading, kind === 'team' || visibleToTeam);
  const whose = kind === 'team' ? {} : { subjectId };
  const bodies = routinesFrom(preset, rest);
  await save(
    db,
    ...bodies.map(body =>
      createRecord({ type: 'routine', workspaceId, authorId, audience, ...whose, body }, now),
    ),
  );
}

/** Ends a routine: from `today` on it is due no more. What was done under it stays. Errors are those of saveOwn. */
export async function endRoutine(db: SidelineDb, routine: Routine, today: Day): Promise<void> {
  await save(db, reviseRecord(routine, { ...routine.body, until: addDays(today, -1) }, Date.now()));
}

export type RunChange = Partial<
  Pick<Body<'run'>, 'startedAt' | 'doneAt' | 'minutes' | 'left' | 'gotInTheWay' | 'missReason' | 'steps'>
>;

/**
 * Notes something on one's own run of an occasion, which begins with it. What got in the way is never noted where the
 * whole workspace would read it: the team sees that something was done, not why it was not.
 */
export async function noteRun(
  db: SidelineDb,
  identity: Identity,
  { routine, day, key, dueAt }: Pick<Occasion, 'routine' | 'day' | 'key' | 'dueAt'>,
  change: RunChange,
): Promise<void> {
  const { workspaceId, memberId: authorId } = identity;
  const { audience } = routine;
  const id = runId(routine.id, key, authorId);
  const subjectId = routine.subjectId ?? routine.authorId;
  const fresh: Body<'run'> = { day, dueAt, steps: [], ...(key === day ? {} : { occasion: key }) };
  await changeOwn(
    db,
    { id, type: 'run', workspaceId, authorId, subjectId, audience, refs: [routine.id] },
    known => forReaders(known?.audience ?? audience, { ...(known?.body ?? fresh), ...change }),
  );
}

function forReaders(audience: Audience, body: Body<'run'>): Body<'run'> {
  if (audience !== 'workspace') return body;
  const { gotInTheWay: _why, missReason: _reason, ...forAll } = body;
  return forAll;
}

/** Says that one is away, both days included. A coach's leave is for all, so that nobody waits for them. */
export async function takeLeave(
  db: SidelineDb,
  identity: Identity,
  days: { from: string; to: string },
): Promise<void> {
  const { memberId: subjectId } = identity;
  const leave = createAbout(identity, { type: 'leave', subjectId, refs: [], body: days }, Date.now());
  await save(db, leads(writerOf(identity)) ? { ...leave, audience: 'workspace' } : leave);
}

/** Deletes days away that were wrong. Errors are those of saveOwn. */
export async function deleteLeave(db: SidelineDb, leave: RecordOf<'leave'>): Promise<void> {
  await save(db, deleteRecord(leave, Date.now()));
}
