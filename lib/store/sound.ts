/**
 * Rows that can be read. A row may be damaged: written by a version or a server with wider bounds, or hurt on the disk.
 * It is set aside on reading, so that one of them never takes the rest of a view along; it stays in the table, is
 * replaced when its author or a pull brings a sound version, and is in the export of what is on this device alone.
 */
import { problemOf } from '#lib/records/parse.ts';
import { type StoredRecord, toEnvelope } from './row/row.ts';

const damaged = new Set<string>();
const listeners = new Set<() => void>();

/** A filter for reads. What is found damaged is named in the console, once for each time that the page is open. */
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

/** How many rows are damaged, of those that were read since this page was opened. */
export function damagedCount(): number {
  return damaged.size;
}

/** Calls back whenever `damagedCount` changes; what comes back ends it. */
export function onDamaged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
