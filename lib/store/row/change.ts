/**
 * How a row changes when its author edits it, when it is rebased or requeued, and when the server accepts it.
 * Pure functions, so that they can be tested as tables; reconcile.ts decides which one applies.
 */
import { type Envelope, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { type StoredRecord, toEnvelope, toRow } from './row.ts';
import { digest, sameWords } from './versions.ts';

/** Older versions are forgotten; if one of them ever turns up again, the author is asked. */
const MAX_PAST = 200;

/** The highest rev below this row's text that the server holds or has held, as far as we know; 0 for none. */
export function baseRev(row: StoredRecord): number {
  if (isSettled(row)) return row.rev;
  return row.base?.rev ?? 0;
}

/** True when the server has accepted everything that the row holds, even if it has since lost it. */
export function isSettled(row: StoredRecord): boolean {
  return row.sync === 'accepted' || row.lostUpstream === true;
}

/** The row for an own record that is not in the table yet. */
export function firstRow(record: Envelope): StoredRecord {
  return toRow(record, { sync: record.workspaceId === SOLO_WORKSPACE ? 'local' : 'pending' });
}

/**
 * The row after its author edited it. However often a change is rewritten before the server has it, it stays
 * one change on top of what the server holds: a higher rev would overwrite what another device wrote
 * meanwhile. Its time is never earlier than that of the version it follows, whatever the clock says: this is
 * how concurrent versions are told from successive ones (see reconcile.ts).
 */
export function revisedRow(old: StoredRecord, record: Envelope): StoredRecord {
  const updatedAt = Math.max(record.updatedAt, old.updatedAt);
  const text = { ...record, createdAt: old.createdAt, updatedAt };
  const asked = old.sync === 'stale' || conflictsWithTheirs(old);
  if (asked && old.theirs && sameWords(text, old.theirs)) return theirsAccepted(old, old.theirs);
  if (old.sync === 'local') return toRow({ ...text, rev: old.rev + 1 }, { sync: 'local' });
  // keepMine decides what a stale text is based on; until then its rev means nothing.
  const rev = asked ? old.rev : baseRev(old) + 1;
  const base = isSettled(old) && !asked ? toEnvelope(old) : old.base;
  return toRow(
    { ...text, rev },
    {
      sync: asked ? 'stale' : 'pending',
      ...(base === undefined ? {} : { base }),
      ...pastOf(text, historyOf(old)),
      ...(old.theirs === undefined ? {} : { theirs: old.theirs }),
      ...(old.receivedAt === undefined ? {} : { receivedAt: old.receivedAt }),
      ...(old.round === undefined ? {} : { round: old.round }),
      ...(asked && old.unconfirmed !== undefined ? { unconfirmed: old.unconfirmed } : {}),
    },
  );
}

/**
 * True for a refused text when the server now holds a version that its author has not seen: sending this one
 * as the next change would overwrite those words.
 */
function conflictsWithTheirs(row: StoredRecord): boolean {
  const { sync, theirs } = row;
  return sync === 'refused' && theirs !== undefined && !isAncestor(theirs, row) && theirs.rev <= baseRev(row);
}

/** Replaces the row's text with the server's copy and keeps what we know about it. */
export function theirsAccepted(row: StoredRecord, theirs: Envelope): StoredRecord {
  const accepted = acceptedRow(theirs, row.receivedAt ?? row.updatedAt, row);
  return row.unconfirmed === undefined ? accepted : { ...accepted, unconfirmed: row.unconfirmed };
}

/** The row's own text as the next change on top of `base`, to be sent. */
export function rebase(row: StoredRecord, base: Envelope): StoredRecord {
  const text = { ...toEnvelope(row), rev: base.rev + 1 };
  const past = pastOf(text, [...historyOf(row), digest(base)]);
  return toRow(text, { sync: 'pending', base, ...past, ...pullFieldsOf(row) });
}

/** Sends a text again, under its own rev: the server accepted it before and no longer shows it. */
export function requeue(row: StoredRecord): StoredRecord {
  return toRow(toEnvelope(row), {
    sync: 'pending',
    lostUpstream: true,
    ...pastOf(row, row.past ?? []),
    ...pullFieldsOf(row),
  });
}

/** The row for what the server holds. `before` is the own row that it replaces, if there was one. */
export function acceptedRow(envelope: Envelope, receivedAt: number, before?: StoredRecord): StoredRecord {
  return toRow(envelope, {
    sync: 'accepted',
    ...(before ? { ...pastOf(envelope, historyOf(before)), ...pullFieldsOf(before) } : {}),
    receivedAt,
  });
}

/**
 * True when, as far as this device knows, `copy` is an earlier version of the row's text, which may then
 * replace it.
 */
export function isAncestor(copy: Envelope, row: StoredRecord): boolean {
  return row.past?.includes(digest(copy)) ?? false;
}

/** Digests of all versions up to and including the row's text, as far as this device knows them. */
export function historyOf(row: StoredRecord): string[] {
  return [...(row.past ?? []), digest(row)];
}

function pastOf(text: Envelope, known: string[]): { past?: string[] } {
  const own = digest(text);
  const past = [...new Set(known)].filter(each => each !== own).slice(-MAX_PAST);
  return past.length === 0 ? {} : { past };
}

function pullFieldsOf(row: StoredRecord): Pick<StoredRecord, 'round' | 'receivedAt'> {
  return {
    ...(row.round === undefined ? {} : { round: row.round }),
    ...(row.receivedAt === undefined ? {} : { receivedAt: row.receivedAt }),
  };
}
