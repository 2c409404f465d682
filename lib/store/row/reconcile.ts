/**
 * Decides what becomes of a row when the server says something about it. Pure functions: a table of cases,
 * tested as one. The rule behind every case is that nobody's words vanish silently: unless one text is known
 * to be an earlier version of the other, the author chooses between them, and the row becomes `stale`.
 */
import { hasDerivedId } from '#lib/records/derived-id.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { PushResult } from '#lib/sync/protocol.ts';
import { acceptedRow, baseRev, isAncestor, isSettled, rebase, requeue } from './change.ts';
import { type StoredRecord, toEnvelope, toRow } from './row.ts';
import { sameVersion, sameWords } from './versions.ts';

/**
 * A pull showed `copy` for an own row; both have the same author. Returns the row as it should now be, or
 * `row` itself if nothing changes.
 */
export function reconcileCopy(row: StoredRecord, copy: Envelope, now: number): StoredRecord {
  if (sameVersion(row, copy)) {
    return row.sync === 'accepted' ? confirmed(row) : acceptedRow(copy, now, row);
  }
  switch (row.sync) {
    case 'local':
      return row;
    case 'refused':
    case 'stale':
      if (sameWords(row, copy)) return acceptedRow(copy, now, row);
      return confirmed({ ...row, theirs: copy, receivedAt: now });
    case 'accepted':
    case 'pending':
  }
  if (isSettled(row)) return reconcileSettled(row, copy, now);
  // The server was restored and has lost the base of this change. We rebase, because under its old rev the
  // change would overwrite whatever another device writes to replace the lost text.
  if (isAncestor(copy, row) && copy.rev < baseRev(row)) {
    return { ...rebase(row, copy), theirs: copy, receivedAt: now };
  }
  // A pull never overwrites a pending change, because the push will show whether the server accepts it. The
  // exception is a copy written concurrently with the base of our change: the server would accept our change
  // over those words.
  return isAncestor(copy, row) || copy.rev > baseRev(row)
    ? { ...row, theirs: copy, receivedAt: now }
    : stale(row, copy, now);
}

function reconcileSettled(row: StoredRecord, copy: Envelope, now: number): StoredRecord {
  if (mayReplace(copy, row)) return acceptedRow(copy, now, row);
  if (!isAncestor(copy, row)) return stale(row, copy, now);
  // The server went back in time: it was restored from a backup. We resend what it lost under the rev after
  // the copy's, because a higher rev would overwrite what another device writes in between.
  const resent = copy.rev + 1 < row.rev ? rebase(row, copy) : requeue(row);
  return { ...resent, theirs: copy, receivedAt: now };
}

/**
 * The server answered a push of `sent`; `row` is what the table holds now. A pull has yet to show whatever
 * was accepted under a `seq` above `pulledTo` (see requeueUnconfirmed).
 */
export function reconcileAnswer(
  row: StoredRecord,
  sent: StoredRecord,
  answer: PushResult,
  now: number,
  pulledTo = 0,
): StoredRecord {
  const edited = !sameVersion(row, sent);
  switch (answer.status) {
    case 'accepted':
      if (edited) return rebase(row, toEnvelope(sent));
      return {
        ...acceptedRow(toEnvelope(row), now, row),
        ...(answer.seq > pulledTo ? { unconfirmed: 'awaited' as const } : {}),
      };
    case 'refused':
      // Its author has already replaced the refused text; the new one gets its own answer.
      if (edited) return row;
      return {
        ...row,
        sync: 'refused',
        refusal: { code: answer.code, message: answer.message },
        receivedAt: now,
      };
    case 'stale':
      return reconcileStale(row, answer.record, now);
  }
}

function reconcileStale(row: StoredRecord, theirs: Envelope, now: number): StoredRecord {
  if (theirs.authorId !== row.authorId) {
    const message = 'Somebody else has a record under this id. Write a new one.';
    return { ...row, sync: 'refused', refusal: { code: 'not-yours', message }, theirs, receivedAt: now };
  }
  if (sameVersion(row, theirs)) return acceptedRow(theirs, now, row);
  // Our own earlier text: its answer was lost and its author has since rewritten it, or the server was
  // restored.
  if (isAncestor(theirs, row)) return rebase(row, theirs);
  if (isSettled(row) && mayReplace(theirs, row)) return unconfirmed(acceptedRow(theirs, now, row), row);
  return unconfirmed(stale(row, theirs, now), row);
}

/**
 * We know the server's copy in `row` only from an answer, so a pull must still show it, unless one already
 * has.
 */
function unconfirmed(row: StoredRecord, before: StoredRecord): StoredRecord {
  const copy = row.theirs ?? row;
  return before.theirs && sameVersion(before.theirs, copy) ? row : { ...row, unconfirmed: 'awaited' };
}

/**
 * The server says that we may no longer have an own record: it was erased, or its retention period is over.
 */
export function reconcileAbsence(row: StoredRecord): StoredRecord | undefined {
  if (isSettled(row)) return undefined;
  const { theirs: _theirs, base: _base, ...rest } = row;
  return row.sync === 'stale' ? { ...rest, sync: 'pending' } : rest;
}

/**
 * A full resync is over and did not show this row, so the server has lost any copy we knew of. The device
 * that wrote the copy will send it again, and its author is asked there if need be.
 */
export function reconcileLoss(row: StoredRecord): StoredRecord {
  const { theirs, unconfirmed: _unconfirmed, ...rest } = row;
  if (theirs === undefined) return row;
  return row.sync === 'stale' ? { ...rest, sync: 'pending' } : rest;
}

/**
 * May the server's copy replace what the server had accepted? A tombstone always may, even one that the owner
 * wrote to erase the record. A later version may, unless its time shows that it was not written on top of
 * ours. So may one that we wrote anew elsewhere after deleting it, where only one record can have that id. Nothing
 * else may replace our tombstone: nobody can write on top of one, so a living text comes from a server that had
 * lost the deletion, and its author has not seen the deletion.
 */
function mayReplace(copy: Envelope, row: StoredRecord): boolean {
  if (copy.deletedAt !== undefined) return true;
  const mayFollow = row.deletedAt === undefined || hasDerivedId(copy);
  return mayFollow && copy.rev > row.rev && copy.updatedAt >= row.updatedAt;
}

function confirmed(row: StoredRecord): StoredRecord {
  if (row.unconfirmed === undefined) return row;
  const { unconfirmed: _unconfirmed, ...rest } = row;
  return rest;
}

/** Leaves the choice to the author, if there is one to make. */
function stale(row: StoredRecord, theirs: Envelope, now: number): StoredRecord {
  // A `seen` record has no words. Two devices may address it to different readers; either will do, so we
  // don't ask.
  if (sameWords(row, theirs) || row.type === 'seen') return acceptedRow(theirs, now, row);
  return toRow(toEnvelope(row), {
    sync: 'stale',
    theirs,
    receivedAt: now,
    ...(row.base === undefined ? {} : { base: row.base }),
    ...(row.past === undefined ? {} : { past: row.past }),
    ...(row.round === undefined ? {} : { round: row.round }),
  });
}
