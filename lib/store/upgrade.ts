/**
 * Upgrades a database of an older version. What a version meant never changes, so nothing here uses constants
 * or types of today's code.
 */
import type { Transaction } from 'dexie';

type Fields = Record<string, unknown>;

/** Rows per step: all rows at once would not fit into a small device's memory. */
const SLICE = 500;
/** Version 1's values for how long a row has been waiting for a pull to show it. */
const UNCONFIRMED: Fields = { due: 'awaited', late: 'missed' };

/**
 * Version 2 names fields and keys as the documentation does: `again` becomes `lostUpstream`, `echo` becomes
 * `unconfirmed`; in `meta`, `aside|…` becomes `quarantined|…` and the `round` of `sync|…` becomes `resync`.
 */
export async function upgradeToVersion2(transaction: Transaction): Promise<void> {
  const records = transaction.table<Fields, string>('records');
  const ids = await records.toCollection().primaryKeys();
  for (let start = 0; start < ids.length; start += SLICE) {
    const rows = await records.bulkGet(ids.slice(start, start + SLICE));
    const renamed = rows.map(row => row && renamedRow(row)).filter(row => row !== undefined);
    if (renamed.length > 0) await records.bulkPut(renamed);
  }
  const meta = transaction.table<{ key: string; value: unknown }, string>('meta');
  for (const { key, value } of await meta.where('key').startsWith('aside|').toArray()) {
    await meta.put({ key: key.replace(/^aside/, 'quarantined'), value });
    await meta.delete(key);
  }
  await meta
    .where('key')
    .startsWith('sync|')
    .modify(row => {
      const { round, ...rest } = row.value as Fields;
      row.value = round === undefined ? rest : { ...rest, resync: round };
    });
}

/** The row with the new names, or undefined if nothing in it has to change. */
function renamedRow(row: Fields): Fields | undefined {
  const { again, echo, lostUpstream, unconfirmed, kept, ...rest } = row;
  if ([again, echo, lostUpstream, unconfirmed].every(value => value === undefined)) return undefined;
  // Version 1 had no fields of these names, so they are the record's own and have to move to `kept`.
  const own = {
    ...(kept as Fields | undefined),
    ...(lostUpstream === undefined ? {} : { lostUpstream }),
    ...(unconfirmed === undefined ? {} : { unconfirmed }),
  };
  return {
    ...rest,
    ...(Object.keys(own).length === 0 ? {} : { kept: own }),
    ...(again === undefined ? {} : { lostUpstream: again }),
    ...(echo === undefined ? {} : { unconfirmed: UNCONFIRMED[String(echo)] }),
  };
}
