/**
 * The device's own settings and state, one row of `meta` per key. The store need not know what the values
 * mean, because each module declares the types of its keys next to the code that reads and writes them:
 *
 *     declare module '#lib/store/meta.ts' {
 *       interface MetaValues {
 *         owed: Owed;
 *       }
 *     }
 *
 * The compiler then rejects undeclared keys, values of the wrong type, and declarations that disagree. Keys
 * and values are on people's devices, so changing one takes a step in upgrade.ts.
 */
import type { SidelineDb } from './db.ts';
import { storing } from './errors.ts';

export interface MetaValues extends Record<never, unknown> {}

export async function readMeta<K extends keyof MetaValues>(
  db: SidelineDb,
  key: K,
): Promise<MetaValues[K] | undefined> {
  // Only writeMeta writes this table, so the value has the type declared for its key.
  return (await db.meta.get(key))?.value as MetaValues[K] | undefined;
}

/** Throws StorageFullError. */
export async function writeMeta<K extends keyof MetaValues>(
  db: SidelineDb,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await storing(() => db.meta.put({ key, value }));
}

export async function deleteMeta(db: SidelineDb, ...keys: (keyof MetaValues)[]): Promise<void> {
  await db.meta.bulkDelete(keys);
}
