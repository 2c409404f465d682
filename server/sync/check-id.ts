/** Keeps an id that comes from what a record is about for that record (see lib/records/derived-id.ts). */
import { isOfDerivedKind, mayHaveItsId } from '#lib/records/derived-id.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Refusal } from './decide.ts';

/** `held` is what the server has under this id. */
export function checkId(record: Envelope, held: Envelope | undefined): Refusal | undefined {
  if (mayHaveItsId(record)) return undefined;
  // Records from before this rule, or of a workspace that came from another server, where its members had other ids, can
  // be changed as ever.
  if (held && held.deletedAt === undefined && !mayHaveItsId(held)) return undefined;
  const message = isOfDerivedKind(record)
    ? 'There is one record of this kind for what it is about, and its id comes from that. Give it that id.'
    : 'Ids of this form (UUIDv5) are for records whose id comes from what they are about. Give it a UUIDv7.';
  return { code: 'limit', message };
}
