/** Where a record of one's own is, as a sentence: on this device only, on the server, or in two versions. */
import { i18n } from '#i18n';
import type { StoredRecord } from '#lib/store/row/row.ts';

export type Synced = Pick<
  StoredRecord,
  'authorId' | 'sync' | 'refusal' | 'base' | 'theirs' | 'lostUpstream' | 'deletedAt'
>;

/** Do others have the record, in this text or in an earlier one? */
export function isWithOthers(record: Synced): boolean {
  if (record.sync === 'accepted') return true;
  return isBehind(record) || theirText(record) !== undefined;
}

/** What somebody who knows this record from its card should know about it; undefined where all is as it looks. */
export function syncWords(record: Synced): string | undefined {
  switch (record.sync) {
    case 'local':
    case 'accepted':
      return undefined;
    case 'pending':
      if (record.lostUpstream) return i18n.t('note.sync.again');
      return isWithOthers(record) ? i18n.t('note.sync.changeWaits') : i18n.t('note.sync.waits');
    case 'refused': {
      const reason = record.refusal?.message ?? '';
      return isWithOthers(record)
        ? i18n.t('note.sync.changeRefused', [reason])
        : i18n.t('note.sync.refused', [reason]);
    }
    case 'stale':
      return theirText(record) ? i18n.t('note.sync.two') : i18n.t('note.sync.deletedThere');
  }
}

/** Has the server an earlier text of this record? */
function isBehind({ base, lostUpstream }: Synced): boolean {
  return base !== undefined && base.deletedAt === undefined && !lostUpstream;
}

/** The server's text, if it is the same author's: under the same id somebody else may have another record. */
function theirText({ theirs, authorId }: Synced) {
  return theirs?.authorId === authorId && theirs.deletedAt === undefined ? theirs : undefined;
}
