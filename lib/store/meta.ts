/**
 * The device's own settings and state, one row of `meta` for each key. Whoever owns a key declares the type of its value
 * beside the code that reads and writes it, so that the store need not know what the values are about:
 *
 *     declare module '#lib/store/meta.ts' {
 *       interface MetaValues {
 *         owed: Owed;
 *       }
 *     }
 *
 * The compiler then refuses a key that nobody declared, a value of another type, and two declarations that disagree.
 * Keys and values are on people's devices: changing one takes a step in upgrade.ts.
 */
import type { SidelineDb } from './db.ts';
import { storing } from './errors.ts';

export interface MetaValues extends Record<never, unknown> {}

/** What is stored under a key; undefined where nothing is. */
export async function readMeta<K extends keyof MetaValues>(
  db: SidelineDb,
  key: K,
): Promise<MetaValues[K] | undefined> {
  // Only writeMeta writes this table, so the value is of the type that its key has.
  return (await db.meta.get(key))?.value as MetaValues[K] | undefined;
}

/** Stores a value in the place of an earlier one. Throws StorageFullError. */
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
