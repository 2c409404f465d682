/** The device's database. One for the whole extension; every row says which workspace it is of. */

import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Note } from '#lib/records/types.ts';
import { migratedDraft } from './draft-migration.ts';
import type { Draft } from './drafts.ts';
import type { StoredRecord } from './row/row.ts';

export type StoredNote = StoredRecord & Note;

export interface MetaRow {
  key: string;
  value: unknown;
}

/**
 * `records` is the store and the outbox in one: what a server has not accepted is `pending` there. Written with strict
 * durability: Chrome's IndexedDB otherwise answers before the words are on the disk.
 */
export class SidelineDb extends Dexie {
  declare records: Table<StoredRecord, string>;
  declare drafts: Table<Draft, string>;
  declare meta: Table<MetaRow, string>;

  constructor(name: string, engine: IndexedDbEngine) {
    super(name, { ...engine, chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      records: [
        'id',
        '[workspaceId+place+createdAt+id]',
        '[workspaceId+type+createdAt+id]',
        '[workspaceId+type+subjectId+createdAt+id]',
        '[workspaceId+type+authorId+createdAt+id]',
        '[workspaceId+sync]',
        '[workspaceId+echo]',
        '*refs',
      ].join(','),
      drafts: 'id,workspaceId',
      meta: 'key',
    });
    // Several half-written notes on one work, each under an id of its own.
    this.version(2)
      .stores({ drafts: 'id,workspaceId,[workspaceId+place]' })
      .upgrade(async transaction => {
        const drafts = transaction.table<Draft, string>('drafts');
        const old = await drafts.toArray();
        await drafts.clear();
        await drafts.bulkPut(old.map(migratedDraft));
      });
  }
}

/** The browser's own IndexedDB where nothing is given. */
type IndexedDbEngine = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

/** Opens (and on first use makes) the database. Only in the background and in top-level extension pages. */
export function openDb(name = 'sideline', engine: IndexedDbEngine = {}): SidelineDb {
  return new SidelineDb(name, engine);
}
