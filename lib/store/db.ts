/** The device's database: one for the whole extension. Every row says which workspace it belongs to. */
import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Note } from '#lib/records/types.ts';
import { migratedDrafts } from './draft-migration.ts';
import type { Draft } from './drafts.ts';
import { reindexPlaces } from './reindex-places.ts';
import type { StoredRecord } from './row/row.ts';
import { upgradeToVersion2 } from './upgrade.ts';

export type StoredNote = StoredRecord & Note;

export interface MetaRow {
  key: string;
  value: unknown;
}

const RECORD_INDEXES = [
  'id',
  '[workspaceId+place+createdAt+id]',
  '[workspaceId+type+createdAt+id]',
  '[workspaceId+type+subjectId+createdAt+id]',
  '[workspaceId+type+authorId+createdAt+id]',
  '[workspaceId+sync]',
  '*refs',
];

/**
 * `records` is the store and the outbox in one: what no server has accepted yet is `pending` there. Writes
 * use strict durability, because Chrome's IndexedDB otherwise reports success before the words are on the
 * disk. lib/store/meta.ts explains what `meta` holds.
 */
export class SidelineDb extends Dexie {
  declare records: Table<StoredRecord, string>;
  declare drafts: Table<Draft, string>;
  declare meta: Table<MetaRow, string>;
  /**
   * Why nothing can be read or written: an older window keeps its database open, or a newer one has changed it so that
   * this code cannot read it.
   */
  held: 'by an older window' | 'by a newer window' | undefined = undefined;
  private readonly listeners = new Set<() => void>();

  constructor(name: string, engine: IndexedDbEngine) {
    super(name, { ...engine, chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      records: [...RECORD_INDEXES, '[workspaceId+echo]'].join(','),
      drafts: 'id,workspaceId',
      meta: 'key',
    });
    this.version(2)
      .stores({ records: [...RECORD_INDEXES, '[workspaceId+unconfirmed]'].join(',') })
      .upgrade(upgradeToVersion2);
    // Since version 3 a work can have several half-written notes, each under its own id.
    this.version(3)
      .stores({ drafts: 'id,workspaceId,[workspaceId+place]' })
      .upgrade(async transaction => {
        const drafts = transaction.table<Draft, string>('drafts');
        const old = await drafts.toArray();
        await drafts.clear();
        await drafts.bulkPut(migratedDrafts(old));
      });
    // Version 4 has no session ids in the places of plain pages, and knows more pages of known sites.
    this.version(4).stores({}).upgrade(reindexPlaces);
    // Since version 5 a note on a site that somebody else taught is found by its address too.
    this.version(5)
      .stores({
        records: [
          ...RECORD_INDEXES,
          '[workspaceId+unconfirmed]',
          '[workspaceId+address+createdAt+id]',
          '[workspaceId+brings]',
        ].join(','),
      })
      .upgrade(reindexPlaces);
    // The version before has to be closed first. Dexie goes on by itself once it is.
    this.on('blocked', () => this.setHeld('by an older window'));
    this.on('ready', () => this.setHeld(undefined));
    this.on('versionchange', event => {
      // A deletion is no new version, and what is made anew can be read at once.
      if (event.newVersion) this.setHeld('by a newer window');
    });
  }

  /** Calls `listener` whenever `held` changes. Returns a function that unsubscribes it. */
  onHeld(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private setHeld(held: SidelineDb['held']): void {
    this.held = held;
    for (const listener of this.listeners) listener();
  }

  /** Dexie remembers for good that it could not open. What was wrong may be over at the next request. */
  override open() {
    return super.open().catch((error: unknown) => {
      // Whoever waits for this opening has to hear first that it did not work.
      setTimeout(() => {
        if (!this.isOpen() && this.hasFailed()) this.close({ disableAutoOpen: false });
      });
      throw error;
    });
  }
}

/** If left out, the browser's own IndexedDB is used. */
type IndexedDbEngine = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

/**
 * Opens the database, creating it on first use. Only the background and top-level extension pages may call
 * this.
 */
export function openDb(name = 'sideline', engine: IndexedDbEngine = {}): SidelineDb {
  return new SidelineDb(name, engine);
}
