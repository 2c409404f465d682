/** Programmes: begun, changed, their stages ticked and closed, kept as a template. */
import type { Day } from '#lib/coaching/calendar.ts';
import { asTemplate } from '#lib/coaching/programmes/template.ts';
import { createRecord, reviseRecord, stageId } from '#lib/records/create.ts';
import { leads } from '#lib/records/permissions.ts';
import { type Body, isType, type Programme } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import { save } from './save.ts';

/** Begins a programme for one person, or for the team if there is no subject. */
export async function beginProgramme(
  db: SidelineDb,
  identity: Identity,
  { subjectId, body }: { subjectId?: string; body: Body<'programme'> },
): Promise<void> {
  const { workspaceId, memberId: authorId } = identity;
  const alone = leads(writerOf(identity)) ? 'workspace' : 'author';
  const audience = subjectId === undefined ? alone : 'coaches';
  await save(
    db,
    createRecord({ type: 'programme', workspaceId, authorId, subjectId, audience, body }, Date.now()),
  );
}

/** Ends a programme on a day, or takes it up again. What was said in it stays. Errors are those of saveOwn. */
export async function endProgramme(
  db: SidelineDb,
  programme: Programme,
  endDay: Day | undefined,
): Promise<void> {
  const { endDay: _before, ...body } = programme.body;
  const changed = endDay === undefined ? body : { ...body, endDay };
  await save(db, reviseRecord(programme, changed, Date.now()));
}

/** Keeps the plan for others (R165). */
export async function keepAsTemplate(
  db: SidelineDb,
  identity: Identity,
  programme: Programme,
  name: string,
): Promise<void> {
  await beginProgramme(db, identity, { body: asTemplate(programme.body, name) });
}

/** Says something on a stage, in one's own record of it. */
export async function noteStage(
  db: SidelineDb,
  identity: Identity,
  { programme, stage }: { programme: Programme; stage: string },
  change: Partial<Pick<Body<'stage'>, 'items' | 'closed' | 'baseline' | 'sentence'>>,
): Promise<void> {
  const { workspaceId, memberId: authorId } = identity;
  const id = stageId(programme.id, stage, authorId);
  const now = Date.now();
  const row = await db.records.get(id);
  const known = row && toEnvelope(row);
  if (known && isType(known, 'stage')) {
    await save(db, reviseRecord(known, { ...known.body, ...change }, now));
    return;
  }
  const body: Body<'stage'> = { programmeId: programme.id, stage, items: [], closed: false, ...change };
  const { subjectId, audience } = programme;
  await save(
    db,
    createRecord(
      { id, type: 'stage', workspaceId, authorId, subjectId, audience, refs: [programme.id], body },
      now,
    ),
  );
}
