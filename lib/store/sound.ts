/**
 * Filters out rows that we cannot show. Damaged ones: written by a version or a server with wider bounds, or corrupted
 * on the disk. And those of a newer version of Sideline, with choices that this one does not know. Reads leave them
 * out, so that no single row ever breaks a whole view. They stay in the table as they are. A damaged one is in the
 * export of what only this device has, and is replaced as soon as its author or a pull brings a sound version; one of
 * a newer version shows once this device is updated.
 */
import { judgeStored, problemOf } from '#lib/records/parse.ts';
import type { SidelineDb } from './db.ts';
import { type StoredRecord, toEnvelope } from './row/row.ts';

const damaged = new Set<string>();
const newer = new Set<string>();
const listeners = new Set<() => void>();

/** A filter for reads. It warns about each damaged row in the console, once per page load. */
export function isSound(row: StoredRecord): boolean {
  const { problem, newer: isNewer } = judgeStored(toEnvelope(row));
  if (count(damaged, row.id, problem !== undefined) && problem !== undefined) {
    console.warn(`[sideline] ${row.id} is damaged and left out: ${problem}`);
  }
  count(newer, row.id, isNewer);
  return problem === undefined && !isNewer;
}

/** Puts the id in or takes it out. Returns whether that changed anything, and then says so. */
function count(ids: Set<string>, id: string, is: boolean): boolean {
  if (ids.has(id) === is) return false;
  if (is) ids.add(id);
  else ids.delete(id);
  for (const listener of listeners) listener();
  return true;
}

/** Only these have to be saved by the person; what is newer is on the server, or waits to be sent as it is. */
export function isDamaged(row: StoredRecord): boolean {
  return problemOf(toEnvelope(row)) !== undefined;
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

/** How many of them are of a newer version. */
export function newerCount(): number {
  return newer.size;
}

/** Calls `listener` whenever one of these counts changes. Returns a function that unsubscribes it. */
export function onDamaged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
