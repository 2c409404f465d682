/** Opens databases in memory, one for each test. */
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { openDb, type SidelineDb } from '#lib/store/db.ts';

/** The caller must delete it. */
export function openInMemory(name: string): SidelineDb {
  return openDb(`${name}-${crypto.randomUUID()}`, { indexedDB, IDBKeyRange });
}

/** Deleted when the test is over. */
export function freshDb(): SidelineDb {
  const db = openInMemory('test');
  onTestFinished(() => db.delete());
  return db;
}
