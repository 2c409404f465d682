/**
 * Filters out damaged rows: those written by a version or a server with wider bounds, or corrupted on the
 * disk. Reads leave them out, so that one bad row never breaks a whole view. A damaged row stays in the
 * table, is in the export of what only this device has, and is replaced as soon as its author or a pull
 * brings a sound version.
 */
import { problemOf } from '#lib/records/parse.ts';
import type { SidelineDb } from './db.ts';
import { type StoredRecord, toEnvelope } from './row/row.ts';

const damaged = new Set<string>();
const listeners = new Set<() => void>();

/** A filter for reads. It warns about each damaged row in the console, once per page load. */
export function isSound(row: StoredRecord): boolean {
  const problem = problemOf(toEnvelope(row));
  if (damaged.has(row.id) !== (problem !== undefined)) {
    if (problem === undefined) damaged.delete(row.id);
    else {
      damaged.add(row.id);
      console.warn(`[sideline] ${row.id} is damaged and left out: ${problem}`);
    }
    for (const listener of listeners) listener();
  }
  return problem === undefined;
}

/** Looks at the damaged rows again: some may have been replaced or deleted since. Resolves to how many are left. */
export async function checkDamaged(db: SidelineDb): Promise<number> {
  const ids = [...damaged];
  const rows = await db.records.bulkGet(ids);
  for (const [i, id] of ids.entries()) {
    const row = rows[i];
    if (row) isSound(row);
    else if (damaged.delete(id)) for (const listener of listeners) listener();
  }
  return damaged.size;
}

/** How many of the rows read since this page was opened are damaged. */
export function damagedCount(): number {
  return damaged.size;
}

/** Calls `listener` whenever `damagedCount` changes. Returns a function that unsubscribes it. */
export function onDamaged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
