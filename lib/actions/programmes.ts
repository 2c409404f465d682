/** Programmes: begun, changed, their stages ticked and closed, kept as a template. */
import type { Day } from '#lib/coaching/calendar.ts';
import { asTemplate } from '#lib/coaching/programmes/template.ts';
import { createRecord, reviseRecord, stageId } from '#lib/records/create.ts';
import type { Body, Programme } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { audienceFor } from './audience.ts';
import { changeOwn, save } from './save.ts';

/** Begins a programme for one person, or for the team if there is no subject. */
export async function beginProgramme(
  db: SidelineDb,
  identity: Identity,
  { subjectId, body }: { subjectId?: string; body: Body<'programme'> },
): Promise<void> {
  const { workspaceId, memberId: authorId } = identity;
  const audience = audienceFor(identity, subjectId);
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
  const { subjectId, audience } = programme;
  const id = stageId(programme.id, stage, authorId);
  await changeOwn(
    db,
    { id, type: 'stage', workspaceId, authorId, subjectId, audience, refs: [programme.id] },
    known => ({
      programmeId: programme.id,
      stage,
      items: [],
      closed: false,
      ...known?.body,
      ...change,
    }),
  );
}
