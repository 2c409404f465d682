import { dayOf } from '#lib/coaching/calendar.ts';
import type { Practised } from '#lib/coaching/due/practised.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { createRecord, deleteRecord, reviseRecord } from '#lib/records/create.ts';
import type { Audience } from '#lib/records/envelope.ts';
import type { LogResult } from '#lib/records/kinds/log.ts';
import type { Body, Log } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from './save.ts';

/**
 * Logs one occasion of one's own behaviour, with the member `withId` if it counts each person; visible to whoever sees
 * the behaviour. One from the workspace's catalogue is seen by everybody, but a person's practice is their coaches'
 * concern. Errors are those of saveOwn.
 */
export async function logBehaviour(
  db: SidelineDb,
  identity: Identity,
  behaviour: Practised,
  result: LogResult,
  withId?: string,
): Promise<void> {
  const now = Date.now();
  const record = createRecord(
    {
      type: 'log',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: identity.memberId,
      audience: audienceOfPractice(behaviour.audience),
      refs: [behaviour.id],
      body: {
        behaviourId: behaviour.id,
        result,
        day: dayOf(now, rulesOf(identity).calendar),
        at: now,
        ...(withId === undefined ? {} : { withId }),
        ...measured(behaviour.body, result),
      },
    },
    now,
  );
  await save(db, record);
}

function audienceOfPractice(audience: Audience): Audience {
  return audience === 'workspace' ? 'coaches' : audience;
}

/** For a checklist, one tap means that every item was done. */
function measured({ measure }: Practised['body'], result: LogResult): Partial<Body<'log'>> {
  if (result === 'noOpportunity') return {};
  if (measure?.kind === 'checklist') return { items: { done: result === 'done' ? 1 : 0, applicable: 1 } };
  return {};
}

/** Records what got in the way of a log that says "not done", or what would make it easier. Errors are those of saveOwn. */
export async function explainMiss(
  db: SidelineDb,
  log: Log,
  said: Pick<Body<'log'>, 'missReason' | 'easier'>,
): Promise<void> {
  const revised = reviseRecord(log, { ...log.body, ...said }, Date.now());
  // Earlier versions showed such a log to the whole workspace.
  await save(db, { ...revised, audience: audienceOfPractice(log.audience) });
}

/** Deletes a log. Errors are those of saveOwn. */
export async function undoLog(db: SidelineDb, log: Log): Promise<void> {
  await save(db, deleteRecord(log, Date.now()));
}
