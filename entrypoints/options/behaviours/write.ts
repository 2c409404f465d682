/** What this view writes: one's own behaviours and cycles, and one's answer to a behaviour that was proposed. */
import type { Answer } from '#lib/records/acknowledgement.ts';
import { createAbout, createRecord, reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Behaviour, Body } from '#lib/records/types.ts';
import { audienceOfAnswer } from '#lib/records/visibility.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { letGoOut } from '../keep.ts';

/** How long a first cycle is. */
const STARTER_MS = 30 * 86_400_000;

/** Saves it, durable on this device, and lets it go out. Errors are those of saveOwn. */
export async function keep(db: SidelineDb, ...records: Envelope[]): Promise<void> {
  await db.transaction('rw', db.records, async () => {
    for (const record of records) await saveOwn(db, record);
  });
  letGoOut();
}

/** A behaviour for `subjectId`, or for the whole workspace where there is none; seen by all of whom it is. */
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

/** The coachee's answer to a behaviour that somebody proposed for them. */
export function answerTo(
  identity: Identity,
  behaviour: Behaviour,
  answer: Answer,
  sentence: string,
): Envelope {
  return createRecord(
    {
      type: 'acknowledgement',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: behaviour.authorId,
      audience: audienceOfAnswer(behaviour),
      refs: [behaviour.id],
      body: { answer, sentence },
    },
    Date.now(),
  );
}
