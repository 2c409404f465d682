/** The one way by which a record of one's own gets into the store. */
import type { Envelope } from '#lib/records/envelope.ts';
import { parseRecord } from '#lib/records/parse.ts';
import type { SidelineDb } from './db.ts';
import { NotYoursError, RecordNotValidError, storing } from './errors.ts';
import { firstRow, revisedRow, type StoredRecord, toEnvelope } from './row/row.ts';
import { sameWords } from './row/versions.ts';

/**
 * Keeps a new or revised record of one's own; durable when it resolves, and then on its way to the server by the next
 * sync. The row that comes back has the rev that was kept, which may be lower than the one given (see revisedRow).
 * Saving the same words again changes nothing. Throws RecordNotValidError, NotYoursError or StorageFullError, and then
 * has kept nothing.
 */
export async function saveOwn(db: SidelineDb, input: Envelope): Promise<StoredRecord> {
  // What is saved is often a revised row, and what a row knows besides its record is not to be sent.
  const record = toEnvelope(input);
  const parsed = parseRecord(record);
  if (!parsed.ok) throw new RecordNotValidError(parsed.reason);
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
