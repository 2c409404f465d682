import { createRecord, deleteRecord } from '#lib/records/create.ts';
import { isType, type Note, type Scorecard } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from '../save.ts';

/**
 * Sends a note or score that its author had kept from the person whom it is about: to that person alone, as a new record,
 * so that nobody is late with an answer to what they could not see. Errors are those of saveOwn.
 */
export async function sendHidden(
  db: SidelineDb,
  identity: Identity,
  hidden: Note | Scorecard,
): Promise<void> {
  const now = Date.now();
  const to = {
    workspaceId: identity.workspaceId,
    authorId: identity.memberId,
    subjectId: hidden.subjectId,
    audience: 'pair' as const,
    refs: hidden.refs,
  };
  const sent = isType(hidden, 'note')
    ? createRecord(
        // The note says by itself that it comes later than the moment.
        { ...to, type: 'note', body: { ...hidden.body, momentAt: hidden.body.momentAt ?? hidden.createdAt } },
        now,
      )
    : createRecord({ ...to, type: 'scorecard', body: hidden.body as Scorecard['body'] }, now);
  await save(db, sent, deleteRecord(hidden, now));
}

/** Deletes it. Errors are those of saveOwn. */
export async function deleteHidden(db: SidelineDb, hidden: Note | Scorecard): Promise<void> {
  await save(db, deleteRecord(hidden, Date.now()));
}
