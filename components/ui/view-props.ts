import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';

/** What every view of the sidebar receives. */
export interface ViewProps {
  db: SidelineDb;
  identity: Identity;
  /** My own practice; undefined until it is read. */
  records: readonly StoredRecord[] | undefined;
  /** True if I coach somebody and so have the view of people. */
  coaches: boolean;
  /** In ms since 1970, updated every minute. */
  now: number;
}
