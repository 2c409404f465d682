/** Parsing of records from outside: a message, a server, a file. */
import { type Envelope, envelopeSchema, MAX_RECORD_BYTES } from './envelope.ts';
import { isRecordType, recordBodies } from './types.ts';

export type Parsed = { ok: true; record: Envelope } | { ok: false; reason: string };

/**
 * Checks a record against its envelope, the size limit and, for a type and schema version that we know, its body.
 * Unknown types, newer schema versions and unknown fields pass unchanged. Never throws.
 */
export function parseRecord(input: unknown): Parsed {
  const envelope = envelopeSchema.safeParse(input);
  if (!envelope.success) return { ok: false, reason: describe(envelope.error) };
  const record = envelope.data;
  const bytes = new TextEncoder().encode(JSON.stringify(record)).length;
  if (bytes > MAX_RECORD_BYTES) {
    return { ok: false, reason: `The record has ${bytes} bytes; at most ${MAX_RECORD_BYTES} are allowed.` };
  }
  if (record.deletedAt !== undefined) {
    const empty = Object.keys(record.body).length === 0;
    return empty ? { ok: true, record } : { ok: false, reason: 'A deleted record has an empty body.' };
  }
  if (isRecordType(record.type) && record.schema === 1) {
    const body = recordBodies[record.type].safeParse(record.body);
    if (!body.success) return { ok: false, reason: describe(body.error) };
  }
  return { ok: true, record };
}

function describe(error: { issues: { path: PropertyKey[]; message: string }[] }): string {
  const first = error.issues[0];
  return first ? `${first.path.join('.') || 'record'}: ${first.message}` : 'The record is not valid.';
}
