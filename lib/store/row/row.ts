/**
 * One row of the records table: the envelope as it travels, and beside it what only this device knows. The rules for
 * changing a row are pure functions, here and in reconcile.ts, so that they can be tested as tables.
 */
import { type Envelope, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { digest, sameWords } from './versions.ts';

/**
 * `local`: of the solo workspace, never sent. `pending`: the server has not accepted it yet. `accepted`: the server
 * holds it. `refused`: set aside with the server's reason. `stale`: the author wrote on two devices and must choose.
 */
export type SyncState = 'local' | 'pending' | 'accepted' | 'refused' | 'stale';

export interface Refusal {
  code: string;
  message: string;
}

export interface StoredRecord extends Envelope {
  /** `body.artifact.key` of a record that lives on an artifact; indexed. Absent on a tombstone. */
  place?: string;
  sync: SyncState;
  refusal?: Refusal;
  /** The server's copy, where this device has heard of one that is not this row's text. Always there when `stale`. */
  theirs?: Envelope;
  /** When the server's text or its word about ours came, in ms since 1970. */
  receivedAt?: number;
  /** The version known to the server that an own change stands on; absent when there was none. */
  base?: Envelope;
  /** True on a pending row whose text the server once accepted and seems to have lost. It is sent again, not edited. */
  lostUpstream?: boolean;
  /**
   * Digests of the versions that this device knows its author to have had before this text: older ones that the server
   * accepted, and such as were rewritten before its answer came. Only on own records.
   */
  past?: string[];
  /**
   * Set when only the server's answer to a push tells of this row's text, until a pull shows it: `awaited` at first,
   * `missed` after one complete pull that did not show it. Indexed.
   */
  unconfirmed?: 'awaited' | 'missed';
  /**
   * The full resync that last showed this row. It keeps the name under which it has always been stored: it is on every
   * row, so to rename it would mean rewriting every database from end to end.
   */
  round?: string;
  /** Fields of the envelope that bear the name of one of the above: kept, and put back for the wire. */
  kept?: Record<string, unknown>;
}

const LOCAL_FIELDS = [
  'place',
  'sync',
  'refusal',
  'theirs',
  'receivedAt',
  'base',
  'lostUpstream',
  'past',
  'unconfirmed',
  'round',
  'kept',
] as const;

type LocalFields = Pick<StoredRecord, (typeof LOCAL_FIELDS)[number]>;

/** Older versions than these are forgotten; if one of them ever comes up again, the author is asked. */
const MAX_PAST = 200;

/**
 * The row's record without this device's fields: for the wire, for export, for showing as JSON. A record that was never
 * a row comes back as it is.
 */
export function toEnvelope(row: StoredRecord | Envelope): Envelope {
  const envelope: Record<string, unknown> = { ...row };
  for (const field of LOCAL_FIELDS) delete envelope[field];
  return { ...envelope, ...(row.kept as StoredRecord['kept']) } as Envelope;
}

/** A row for `envelope`, which must not be a row itself: what bears a local field's name in it is the record's own. */
export function toRow(envelope: Envelope, local: Omit<LocalFields, 'place' | 'kept'>): StoredRecord {
  const row: Record<string, unknown> = { ...envelope };
  const kept: Record<string, unknown> = {};
  for (const field of LOCAL_FIELDS) {
    if (Object.hasOwn(row, field)) kept[field] = row[field];
    delete row[field];
  }
  const place = placeOf(envelope);
  return {
    ...(row as Envelope),
    ...(place === undefined ? {} : { place }),
    ...(Object.keys(kept).length === 0 ? {} : { kept }),
    ...local,
  };
}

/** The key of the artifact that a record lives on. */
export function placeOf(envelope: Envelope): string | undefined {
  const artifact = envelope.body.artifact;
  if (typeof artifact !== 'object' || artifact === null || !('key' in artifact)) return undefined;
  return typeof artifact.key === 'string' ? artifact.key : undefined;
}

/** The rev that the server is known to hold, or to have held, below this row's text; 0 for none. */
export function baseRev(row: StoredRecord): number {
  if (row.sync === 'accepted' || row.lostUpstream) return row.rev;
  return row.base?.rev ?? 0;
}

/** The row for a record of one's own that is not in the table yet. */
export function firstRow(record: Envelope): StoredRecord {
  return toRow(record, { sync: record.workspaceId === SOLO_WORKSPACE ? 'local' : 'pending' });
}

/**
 * The row after its author changed it. However often a change is rewritten before the server has it, it stays one
 * change on top of what the server is known to hold: a higher rev would pass over what another device wrote meanwhile.
 * Its time is never before the one that it follows, whatever the clocks: that is how versions written aside of each
 * other can be told from versions that follow (see lib/store/row/reconcile.ts).
 */
export function revisedRow(old: StoredRecord, record: Envelope): StoredRecord {
  const updatedAt = Math.max(record.updatedAt, old.updatedAt);
  const text = { ...record, createdAt: old.createdAt, updatedAt };
  const asked = old.sync === 'stale' || conflictsWithTheirs(old);
  if (asked && old.theirs && sameWords(text, old.theirs)) return theirsAccepted(old, old.theirs);
  if (old.sync === 'local') return toRow({ ...text, rev: old.rev + 1 }, { sync: 'local' });
  // What a stale text stands on is decided by keepMine; until then its rev says nothing.
  const rev = asked ? old.rev : baseRev(old) + 1;
  const settled = old.sync === 'accepted' || old.lostUpstream === true;
  const base = settled && !asked ? toEnvelope(old) : old.base;
  return toRow(
    { ...text, rev },
    {
      sync: asked ? 'stale' : 'pending',
      ...(base === undefined ? {} : { base }),
      ...pastOf(text, knownBefore(old)),
      ...(old.theirs === undefined ? {} : { theirs: old.theirs }),
      ...(old.receivedAt === undefined ? {} : { receivedAt: old.receivedAt }),
      ...(old.round === undefined ? {} : { round: old.round }),
      ...(asked && old.unconfirmed !== undefined ? { unconfirmed: old.unconfirmed } : {}),
    },
  );
}

/**
 * A text that was refused, of which the server meanwhile holds another version: sent as the next change, this one would
 * pass over words that its author has not seen.
 */
function conflictsWithTheirs(row: StoredRecord): boolean {
  const { sync, theirs } = row;
  return (
    sync === 'refused' && theirs !== undefined && !isForerunner(theirs, row) && theirs.rev <= baseRev(row)
  );
}

/** The server's copy in the row's place, with all that is known of it. */
export function theirsAccepted(row: StoredRecord, theirs: Envelope): StoredRecord {
  const accepted = acceptedRow(theirs, row.receivedAt ?? row.updatedAt, row);
  return row.unconfirmed === undefined ? accepted : { ...accepted, unconfirmed: row.unconfirmed };
}

/** The row's own text as the next change on top of `base`, to be sent. */
export function rebase(row: StoredRecord, base: Envelope): StoredRecord {
  const text = { ...toEnvelope(row), rev: base.rev + 1 };
  const past = pastOf(text, [...knownBefore(row), digest(base)]);
  return toRow(text, { sync: 'pending', base, ...past, ...seen(row) });
}

/** A text that the server accepted before and no longer shows, to be offered again under its own rev. */
export function requeue(row: StoredRecord): StoredRecord {
  return toRow(toEnvelope(row), {
    sync: 'pending',
    lostUpstream: true,
    ...pastOf(row, row.past ?? []),
    ...seen(row),
  });
}

/** What the server holds. `before` is the own row in whose place it comes, if there was one. */
export function acceptedRow(envelope: Envelope, receivedAt: number, before?: StoredRecord): StoredRecord {
  return toRow(envelope, {
    sync: 'accepted',
    ...(before ? { ...pastOf(envelope, knownBefore(before)), ...seen(before) } : {}),
    receivedAt,
  });
}

/** Was `copy` there before the row's text, as far as this device knows? Then the text may take its place. */
export function isForerunner(copy: Envelope, row: StoredRecord): boolean {
  return row.past?.includes(digest(copy)) ?? false;
}

/** What its author has had before them when something takes the row's place. */
export function knownBefore(row: StoredRecord): string[] {
  return [...(row.past ?? []), digest(row)];
}

function pastOf(text: Envelope, known: string[]): { past?: string[] } {
  const own = digest(text);
  const past = [...new Set(known)].filter(each => each !== own).slice(-MAX_PAST);
  return past.length === 0 ? {} : { past };
}

function seen(row: StoredRecord): Pick<StoredRecord, 'round' | 'receivedAt'> {
  return {
    ...(row.round === undefined ? {} : { round: row.round }),
    ...(row.receivedAt === undefined ? {} : { receivedAt: row.receivedAt }),
  };
}
