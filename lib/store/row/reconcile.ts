/**
 * What becomes of a row when the server says something about it. Pure: a table of cases, tested as one. The rule behind
 * all of it: nobody's words vanish silently. A text that is not known to be a forerunner of the other is the author's
 * to choose; `stale` asks.
 */
import type { Envelope } from '#lib/records/envelope.ts';
import type { PushResult } from '#lib/sync/protocol.ts';
import {
  acceptedRow,
  baseRev,
  isForerunner,
  rebase,
  requeue,
  type StoredRecord,
  toEnvelope,
  toRow,
} from './row.ts';
import { sameVersion, sameWords } from './versions.ts';

/**
 * A pull showed `copy`, written by `row`'s author; the row is one's own. Resolves to the row as it is to be now, which
 * is `row` itself where nothing changes.
 */
export function reconcileCopy(row: StoredRecord, copy: Envelope, now: number): StoredRecord {
  if (sameVersion(row, copy)) {
    // Shown as it was accepted: nothing to do but to note that the server really has it.
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
  // The server was restored, and has lost what the change stands on: under the number that followed it, the change would
  // pass over what another device writes in the place of the lost text.
  if (isForerunner(copy, row) && copy.rev < baseRev(row)) {
    return { ...rebase(row, copy), theirs: copy, receivedAt: now };
  }
  // An own change that waits is never overwritten: the push will tell whether the server takes it. Unless what the
  // server now holds was written aside of what the change stands on: it would take it and pass over those words.
  return isForerunner(copy, row) || copy.rev > baseRev(row)
    ? { ...row, theirs: copy, receivedAt: now }
    : stale(row, copy, now);
}

/** The row holds nothing that was not accepted once. */
function reconcileSettled(row: StoredRecord, copy: Envelope, now: number): StoredRecord {
  if (takesThePlaceOf(copy, row)) return acceptedRow(copy, now, row);
  if (!isForerunner(copy, row)) return stale(row, copy, now);
  // The server went back: it was restored from a backup. What it lost is offered again, as what follows the copy: under
  // a higher number it would pass over what another device writes in between.
  const resent = copy.rev + 1 < row.rev ? rebase(row, copy) : requeue(row);
  return { ...resent, theirs: copy, receivedAt: now };
}

/**
 * The server's answer for `sent`, a version that was pushed; `row` is what the table holds now. What was accepted under
 * a `seq` above `pulledTo` has yet to come by in a pull (see requeueUnconfirmed).
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
      // The text that was refused is no longer there; the new one waits for its own answer.
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
  // Our own earlier text: its answer was lost and its author has long rewritten it, or the server was restored.
  if (isForerunner(theirs, row)) return rebase(row, theirs);
  if (isSettled(row) && takesThePlaceOf(theirs, row)) return unconfirmed(acceptedRow(theirs, now, row), row);
  return unconfirmed(stale(row, theirs, now), row);
}

/** The server's copy in `row` is known from an answer only: a pull must show it yet, unless one had before. */
function unconfirmed(row: StoredRecord, before: StoredRecord): StoredRecord {
  const copy = row.theirs ?? row;
  return before.theirs && sameVersion(before.theirs, copy) ? row : { ...row, unconfirmed: 'awaited' };
}

/** The server says that an own record is not for us to have any more: erased, or past its time. */
export function reconcileAbsence(row: StoredRecord): StoredRecord | undefined {
  if (isSettled(row)) return undefined;
  const { theirs: _theirs, base: _base, ...rest } = row;
  return row.sync === 'stale' ? { ...rest, sync: 'pending' } : rest;
}

/**
 * All that the server has came by and this row was not among it: whatever copy we knew of is lost there. The device
 * that wrote it will offer it again, and then be asked in its turn.
 */
export function reconcileLoss(row: StoredRecord): StoredRecord {
  const { theirs, unconfirmed: _unconfirmed, ...rest } = row;
  if (theirs === undefined) return row;
  return row.sync === 'stale' ? { ...rest, sync: 'pending' } : rest;
}

/**
 * May the server's copy replace what the server had accepted? A tombstone always may, also one that the owner wrote to
 * erase the record. A later version may, unless its time shows that it was not written on top of ours. It never may when
 * ours is a tombstone: nobody can write on top of one, so a living text comes from a server that had lost the deletion,
 * and its author has not seen the deletion.
 */
function takesThePlaceOf(copy: Envelope, row: StoredRecord): boolean {
  if (copy.deletedAt !== undefined) return true;
  return row.deletedAt === undefined && copy.rev > row.rev && copy.updatedAt >= row.updatedAt;
}

function isSettled(row: StoredRecord): boolean {
  return row.sync === 'accepted' || row.lostUpstream === true;
}

function confirmed(row: StoredRecord): StoredRecord {
  if (row.unconfirmed === undefined) return row;
  const { unconfirmed: _unconfirmed, ...rest } = row;
  return rest;
}

/** The author is to choose, where there is a choice. */
function stale(row: StoredRecord, theirs: Envelope, now: number): StoredRecord {
  // That a note was seen has no words: two devices may say it of other readers, and nobody is asked which one stays.
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
