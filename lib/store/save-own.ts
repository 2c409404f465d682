/** The only way to put an own record into the store. */
import type { Envelope } from '#lib/records/envelope.ts';
import { isOfNewerVersion, parseRecord } from '#lib/records/parse.ts';
import type { SidelineDb } from './db.ts';
import { NotYoursError, RecordNotValidError, storing } from './errors.ts';
import { firstRow, revisedRow } from './row/change.ts';
import { type StoredRecord, toEnvelope } from './row/row.ts';
import { sameWords } from './row/versions.ts';

/**
 * Saves a new or revised own record. When it resolves, the record is on the disk and the next sync will send
 * it. The row it returns has the rev that was saved, which may be lower than the given one (see revisedRow).
 * Saving the same words again changes nothing. Throws RecordNotValidError, NotYoursError or StorageFullError;
 * then nothing was saved.
 */
export async function saveOwn(db: SidelineDb, input: Envelope): Promise<StoredRecord> {
  // Callers often pass a revised row, whose local fields must not become part of the record.
  const record = toEnvelope(input);
  const parsed = parseRecord(record);
  if (!parsed.ok) throw new RecordNotValidError(parsed.reason);
  // Choices that we do not know may come from others, but this version cannot have made them.
  if (record.schema === 1 && isOfNewerVersion(record))
    throw new RecordNotValidError('It has an unknown choice.');
  return storing(() =>
    db.transaction('rw', db.records, async () => {
      const old = await db.records.get(record.id);
      if (old && (old.authorId !== record.authorId || old.workspaceId !== record.workspaceId)) {
        throw new NotYoursError(record.id);
      }
      if (old && old.sync !== 'refused' && sameWords(old, record)) return old;
      const row = old ? revisedRow(old, record) : firstRow(record);
      await db.records.put(row);
      return row;
    }),
  );
}
