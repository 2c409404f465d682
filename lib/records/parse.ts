/** Parses records from outside: a message, a server, a file. */
import { oddValueIn } from './bounds.ts';
import { type Envelope, envelopeSchema, MAX_RECORD_BYTES } from './envelope.ts';
import { bareTombstone } from './tombstone.ts';
import { isRecordType, recordBodies } from './types.ts';
import { isUnknownChoice } from './unknown-choice.ts';

export type Parsed = { ok: true; record: Envelope } | { ok: false; reason: string };

/** `text` is the record as JSON. `bytes` is its size in UTF-8 if it is too large. */
export type ParsedText =
  | { ok: true; record: Envelope; text: string }
  | { ok: false; reason: string; bytes?: number };

/**
 * Checks a record against its envelope, the size limit and, if we know its type and schema version, its body. Unknown
 * types, newer schema versions, unknown fields and unknown choices (unknown-choice.ts) pass unchanged; only a deleted record
 * loses the fields that we do not know. Never throws.
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
  return judgeStored(input).problem;
}

/** The same, and whether it is of a newer version: see `isOfNewerVersion`. */
export function judgeStored(input: unknown): Judgement {
  const envelope = envelopeSchema.safeParse(input);
  if (!envelope.success) return { problem: describe(envelope.error), newer: false };
  if (envelope.data.deletedAt !== undefined) return SOUND;
  const odd = oddValueIn(input);
  return odd === undefined ? judgeBody(envelope.data) : { problem: odd, newer: false };
}

/**
 * Was this record written by a newer version: in another schema of a type that we know, or with a choice that we do not
 * know? We keep it and pass it on as it is, but cannot show or change it.
 */
export function isOfNewerVersion(record: Envelope): boolean {
  return record.deletedAt === undefined && judgeBody(record).newer;
}

interface Judgement {
  problem?: string;
  newer: boolean;
}

const SOUND: Judgement = { newer: false };

function problemOfBody(record: Envelope): string | undefined {
  return judgeBody(record).problem;
}

function judgeBody({ type, schema, body }: Envelope): Judgement {
  if (!isRecordType(type)) return SOUND;
  if (schema !== 1) return { newer: true };
  const parsed = recordBodies[type].safeParse(body);
  if (parsed.success) return SOUND;
  const wrong = parsed.error.issues.filter(issue => !isUnknownChoice(issue, body));
  return wrong.length === 0 ? { newer: true } : { problem: describe({ issues: wrong }), newer: false };
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
