/** Parses records from outside: a message, a server, a file. */
import { oddValueIn } from './bounds.ts';
import { type Envelope, envelopeSchema, MAX_RECORD_BYTES } from './envelope.ts';
import { bareTombstone } from './tombstone.ts';
import { isRecordType, recordBodies } from './types.ts';

export type Parsed = { ok: true; record: Envelope } | { ok: false; reason: string };

/** `text` is the record as JSON. `bytes` is its size in UTF-8 if it is too large. */
export type ParsedText =
  | { ok: true; record: Envelope; text: string }
  | { ok: false; reason: string; bytes?: number };

/**
 * Checks a record against its envelope, the size limit and, if we know its type and schema version, its body. Unknown
 * types, newer schema versions and unknown fields pass unchanged; only a deleted record loses the fields that we do not
 * know. Never throws.
 */
export function parseRecord(input: unknown): Parsed {
  const parsed = parseToText(input);
  return parsed.ok ? { ok: true, record: parsed.record } : { ok: false, reason: parsed.reason };
}

/** The same for callers that store the record as JSON, because measuring it requires serialising it anyway. */
export function parseToText(input: unknown): ParsedText {
  const envelope = envelopeSchema.safeParse(input);
  if (!envelope.success) return { ok: false, reason: describe(envelope.error) };
  const odd = oddValueIn(input);
  if (odd !== undefined) return { ok: false, reason: odd };
  const record = withoutWordsIfDeleted(envelope.data);
  const text = JSON.stringify(record);
  const bytes = bytesBeyondLimit(text);
  if (bytes !== undefined) {
    const reason = `The record has ${bytes} bytes; at most ${MAX_RECORD_BYTES} are allowed.`;
    return { ok: false, reason, bytes };
  }
  if (record.deletedAt !== undefined) {
    const empty = Object.keys(record.body).length === 0;
    return empty ? { ok: true, record, text } : { ok: false, reason: 'A deleted record has an empty body.' };
  }
  const problem = problemOfBody(record);
  return problem === undefined ? { ok: true, record, text } : { ok: false, reason: problem };
}

/** The body stays for now: one that is not empty is refused, and its author hears of it. */
function withoutWordsIfDeleted(record: Envelope): Envelope {
  const { deletedAt, body } = record;
  return deletedAt === undefined ? record : { ...bareTombstone({ ...record, deletedAt }), body };
}

/** What is wrong with a record that is already stored, ignoring its size; undefined if nothing is. */
export function problemOf(input: unknown): string | undefined {
  const envelope = envelopeSchema.safeParse(input);
  if (!envelope.success) return describe(envelope.error);
  return envelope.data.deletedAt === undefined
    ? (oddValueIn(input) ?? problemOfBody(envelope.data))
    : undefined;
}

function problemOfBody({ type, schema, body }: Envelope): string | undefined {
  if (!isRecordType(type) || schema !== 1) return undefined;
  const parsed = recordBodies[type].safeParse(body);
  return parsed.success ? undefined : describe(parsed.error);
}

/** A UTF-16 unit takes at most this many bytes in UTF-8. */
const MOST_BYTES = 3;

/** The size in UTF-8 if it is too large. Nearly every record is so short that we need not count. */
function bytesBeyondLimit(text: string): number | undefined {
  if (text.length * MOST_BYTES <= MAX_RECORD_BYTES) return undefined;
  const bytes = new TextEncoder().encode(text).length;
  return bytes > MAX_RECORD_BYTES ? bytes : undefined;
}

function describe(error: { issues: { path: PropertyKey[]; message: string }[] }): string {
  const first = error.issues[0];
  return first ? `${first.path.join('.') || 'record'}: ${first.message}` : 'The record is not valid.';
}
