/** One row of the records table: the envelope as it is sent, plus the fields that only this device knows. */
import { currentKey, pageKeyOf } from '#lib/artifacts/identify/current-key.ts';
import type { Envelope } from '#lib/records/envelope.ts';

/**
 * `local`: belongs to the solo workspace and is never sent. `pending`: the server has not accepted it yet.
 * `accepted`: the server holds it. `refused`: the server said no and gave a reason. `stale`: the author wrote
 * on two devices and must choose one text.
 */
export type SyncState = 'local' | 'pending' | 'accepted' | 'refused' | 'stale';

export interface Refusal {
  code: string;
  message: string;
}

export interface StoredRecord extends Envelope {
  /**
   * The key of the artifact that a record is about, by today's rules (`currentKey`); indexed. Absent on a tombstone.
   */
  place?: string;
  /**
   * The key that the same address has as a plain page, where another device was taught a site that this one may not
   * know; indexed. Absent where it is the same as `place`.
   */
  address?: string;
  /** 1 where the record brings the definition of a taught site; indexed. */
  brings?: 1;
  sync: SyncState;
  refusal?: Refusal;
  /** The server's copy, when we know of one that differs from this row's text. Always set when `stale`. */
  theirs?: Envelope;
  /** When we last received the server's text, or its answer about ours, in ms since 1970. */
  receivedAt?: number;
  /** The version known to the server that an own change is based on; absent if there was none. */
  base?: Envelope;
  /**
   * True on a pending row whose text the server once accepted and seems to have lost: a resend, not an edit.
   */
  lostUpstream?: boolean;
  /**
   * Digests of earlier versions that, as far as this device knows, this text replaced: those the server
   * accepted, and those rewritten before its answer came. Only on own records.
   */
  past?: string[];
  /**
   * Set while we know the server's copy only from its answer to a push, until a pull shows it: first
   * `awaited`, then `missed` after one complete pull that did not show it. Indexed.
   */
  unconfirmed?: 'awaited' | 'missed';
  /**
   * The id of the last full resync that showed this row. The field keeps its old name because it is on every
   * row: renaming it would mean rewriting every database from end to end.
   */
  round?: string;
  /**
   * Fields of the envelope that share a name with one of the above: kept here, and put back before sending.
   */
  kept?: Record<string, unknown>;
}

const LOCAL_FIELDS = [
  'place',
  'address',
  'brings',
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

type DerivedField = 'place' | 'address' | 'brings';
type LocalFields = Pick<StoredRecord, (typeof LOCAL_FIELDS)[number]>;

/**
 * The record without this device's fields, for sending, exporting or showing as JSON. An envelope that was
 * never a row comes back unchanged.
 */
export function toEnvelope(row: StoredRecord | Envelope): Envelope {
  const envelope: Record<string, unknown> = { ...row };
  for (const field of LOCAL_FIELDS) delete envelope[field];
  return { ...envelope, ...(row.kept as StoredRecord['kept']) } as Envelope;
}

/**
 * Makes a row for `envelope`, which must not be a row already: a field in it that shares a name with one of
 * ours is treated as the record's own.
 */
export function toRow(envelope: Envelope, local: Omit<LocalFields, DerivedField | 'kept'>): StoredRecord {
  const row: Record<string, unknown> = { ...envelope };
  const kept: Record<string, unknown> = {};
  for (const field of LOCAL_FIELDS) {
    if (Object.hasOwn(row, field)) kept[field] = row[field];
    delete row[field];
  }
  return {
    ...(row as Envelope),
    ...derivedFields(envelope),
    ...(Object.keys(kept).length === 0 ? {} : { kept }),
    ...local,
  };
}

/** What is kept beside a record so that it is found, by today's rules. */
export function derivedFields(envelope: Envelope): Pick<StoredRecord, DerivedField> {
  const place = placeOf(envelope);
  const artifact = artifactIn(envelope);
  const address =
    isTaught(artifact) && typeof artifact.url === 'string' ? pageKeyOf(artifact.url) : undefined;
  return {
    ...(place === undefined ? {} : { place }),
    ...(address === undefined || address === place ? {} : { address }),
    ...(isTaught(artifact) && artifact.taught !== undefined ? { brings: 1 as const } : {}),
  };
}

/** The keys under which a row is found. */
export function placesOf({ place, address }: Pick<StoredRecord, 'place' | 'address'>): string[] {
  return [place, address].filter(each => each !== undefined);
}

function artifactIn({ body }: Envelope): Record<string, unknown> | undefined {
  const { artifact } = body;
  return typeof artifact === 'object' && artifact !== null
    ? (artifact as Record<string, unknown>)
    : undefined;
}

function isTaught(artifact: Record<string, unknown> | undefined): artifact is Record<string, unknown> {
  return typeof artifact?.site === 'string' && artifact.site.startsWith('taught-');
}

/** The key, by today's rules, of the artifact that a record is about. */
export function placeOf(envelope: Envelope): string | undefined {
  const artifact = artifactIn(envelope);
  if (!artifact) return undefined;
  const { key, site, url } = artifact;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return typeof key === 'string' ? currentKey({ key, site: text(site), url: text(url) }) : undefined;
}
