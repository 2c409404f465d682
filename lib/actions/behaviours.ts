/** Proposes and changes behaviours and cycles, and answers a proposed behaviour. */

import { createAbout, createRecord, reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Behaviour, Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { DAY } from '#lib/time.ts';
import { save } from './save.ts';
import { writtenBack } from './written-back.ts';

const STARTER_MS = 30 * DAY;

/** A behaviour for `subjectId`, or for the whole workspace if absent; visible to everybody it belongs to. */
export function newBehaviour(
  identity: Identity,
  subjectId: string | undefined,
  body: Body<'behaviour'>,
  refs: string[] = [],
): Behaviour {
  return createAbout(identity, { type: 'behaviour', subjectId, refs, body }, Date.now());
}

/** A first cycle of 30 days on one named problem (R005, R010). */
export function starterCycle(
  identity: Identity,
  subjectId: string,
  executionProblem: NonNullable<Body<'cycle'>['executionProblem']>,
): Envelope {
  const now = Date.now();
  return createRecord(
    {
      type: 'cycle',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId,
      audience: 'coaches',
      body: { kind: 'starter', startAt: now, endAt: now + STARTER_MS, executionProblem },
    },
    now,
  );
}

export function changed(behaviour: Behaviour, part: Partial<Body<'behaviour'>>): Behaviour {
  return reviseRecord(behaviour, { ...behaviour.body, ...part }, Date.now());
}

/** Accepts a behaviour that somebody proposed for me, or says what should change. Errors are those of saveOwn. */
export async function answerBehaviour(
  db: SidelineDb,
  identity: Identity,
  behaviour: Behaviour,
  body: Body<'acknowledgement'>,
): Promise<void> {
  await save(db, writtenBack('acknowledgement', identity, behaviour, [behaviour.id], body));
}
