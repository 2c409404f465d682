import { dayOf } from '#lib/coaching/calendar.ts';
import { deviceCalendar } from '#lib/device/calendar.ts';
import { createRecord, deleteRecord, reviseRecord } from '#lib/records/create.ts';
import type { LogResult } from '#lib/records/log.ts';
import type { Behaviour, Body, Log } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from './save.ts';

/** Logs one occasion of one's own behaviour, for those who see the behaviour. Errors are those of saveOwn. */
export async function logBehaviour(
  db: SidelineDb,
  identity: Identity,
  behaviour: Behaviour,
  result: LogResult,
): Promise<void> {
  const now = Date.now();
  const record = createRecord(
    {
      type: 'log',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: identity.memberId,
      audience: behaviour.audience,
      refs: [behaviour.id],
      body: {
        behaviourId: behaviour.id,
        result,
        day: dayOf(now, deviceCalendar()),
        at: now,
        ...measured(behaviour.body, result),
      },
    },
    now,
  );
  await save(db, record);
}

/** One tap says that a list was done as a whole. */
function measured({ measure }: Body<'behaviour'>, result: LogResult): Partial<Body<'log'>> {
  if (result === 'noOpportunity') return {};
  if (measure?.kind === 'checklist') return { items: { done: result === 'done' ? 1 : 0, applicable: 1 } };
  return {};
}

/** Says what got in the way of one that was not done. Errors are those of saveOwn. */
export async function giveReason(
  db: SidelineDb,
  log: Log,
  missReason: NonNullable<Body<'log'>['missReason']>,
): Promise<void> {
  await save(db, reviseRecord(log, { ...log.body, missReason }, Date.now()));
}

/** Takes an entry back. Errors are those of saveOwn. */
export async function undoLog(db: SidelineDb, log: Log): Promise<void> {
  await save(db, deleteRecord(log, Date.now()));
}
