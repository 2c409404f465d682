/** Finds records. Lists leave out tombstones and are sorted newest first. */
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from '../db.ts';
import type { StoredRecord } from '../row/row.ts';
import { isSound } from '../sound.ts';

export interface Page {
  /** All records if left out. */
  limit?: number;
  /** The last record of the previous page. */
  before?: { createdAt: number; id: string };
}

/**
 * The records on one artifact. It may have had another key before we knew its site (see artifactKeys), or have another
 * where somebody taught the site.
 */
export async function recordsAt(
  db: SidelineDb,
  workspaceId: string,
  places: readonly string[],
): Promise<StoredRecord[]> {
  const lists = await Promise.all(
    places.flatMap(place => [
      newest(db, ['workspaceId', 'place'], [workspaceId, place]),
      newest(db, ['workspaceId', 'address'], [workspaceId, place]),
    ]),
  );
  const found = lists.filter(list => list.length > 0);
  if (found.length <= 1) return found.flat();
  const each = new Map(found.flat().map(record => [record.id, record]));
  return [...each.values()].sort(newestFirst);
}

/** Sorts as the indexes do, backwards: by creation time, then by id. */
export function newestFirst(a: Envelope, b: Envelope): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}

/** The records that refer to any of `ids`. */
export async function answersTo(db: SidelineDb, workspaceId: string, ids: string[]): Promise<StoredRecord[]> {
  const rows = await db.records.where('refs').anyOf(ids).distinct().toArray();
  return rows.filter(row => row.workspaceId === workspaceId && isThere(row)).sort(newestFirst);
}

/** The records that answer any of `ids`, the answers to those, and so on: what a loop is computed from. */
export async function answersInDepth(
  db: SidelineDb,
  workspaceId: string,
  ids: string[],
): Promise<StoredRecord[]> {
  const found = new Map<string, StoredRecord>();
  const asked = new Set(ids);
  for (let next = ids; next.length > 0; ) {
    const answers = await answersTo(db, workspaceId, next);
    for (const answer of answers) found.set(answer.id, answer);
    next = answers.map(answer => answer.id).filter(id => !asked.has(id));
    for (const id of next) asked.add(id);
  }
  return [...found.values()];
}

/** All records of one type, even a type that this version does not know. */
export function recordsOfType(
  db: SidelineDb,
  workspaceId: string,
  type: string,
  page: Page = {},
): Promise<StoredRecord[]> {
  return newest(db, ['workspaceId', 'type'], [workspaceId, type], page);
}

/** Notes on the work of one member: the coachee's inbox. */
export function notesAbout(
  db: SidelineDb,
  workspaceId: string,
  memberId: string,
  page: Page = {},
): Promise<StoredRecord[]> {
  return newest(db, ['workspaceId', 'type', 'subjectId'], [workspaceId, 'note', memberId], page);
}

export function notesBy(
  db: SidelineDb,
  workspaceId: string,
  authorId: string,
  page: Page = {},
): Promise<StoredRecord[]> {
  return newest(db, ['workspaceId', 'type', 'authorId'], [workspaceId, 'note', authorId], page);
}

export function scorecardsAbout(
  db: SidelineDb,
  workspaceId: string,
  memberId: string,
  page: Page = {},
): Promise<StoredRecord[]> {
  return newest(db, ['workspaceId', 'type', 'subjectId'], [workspaceId, 'scorecard', memberId], page);
}

/**
 * One page of an index that ends in `createdAt+id`. Apart from tombstones it reads no more rows than it
 * returns.
 */
export async function newest(
  db: SidelineDb,
  fields: string[],
  values: string[],
  { limit, before }: Page = {},
): Promise<StoredRecord[]> {
  const lower = [...values, 0];
  const upper = before ? [...values, before.createdAt, before.id] : [...values, Number.POSITIVE_INFINITY];
  const range = db.records.where(`[${fields.join('+')}+createdAt+id]`).between(lower, upper, true, false);
  // Without a limit, one bulk read reversed in memory is far faster than a cursor going backwards.
  if (limit === undefined) return (await range.toArray()).filter(isThere).reverse();
  return range.reverse().filter(isThere).limit(limit).toArray();
}

/** True for a row that is neither deleted nor damaged. */
export function isThere(row: StoredRecord): boolean {
  return row.deletedAt === undefined && isSound(row);
}
