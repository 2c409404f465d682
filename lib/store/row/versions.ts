/**
 * Compares versions and their words, so that a device recognises its own texts when the server sends them
 * back.
 */
import type { Envelope } from '#lib/records/envelope.ts';

/** True when rev, time and words are the same. Fields that a server adds do not count. */
export function sameVersion(a: Envelope, b: Envelope): boolean {
  return a.rev === b.rev && a.updatedAt === b.updatedAt && words(a) === words(b);
}

/**
 * True when both say the same to the same people, whatever their rev and time, or when both are tombstones.
 */
export function sameWords(a: Envelope, b: Envelope): boolean {
  return (a.deletedAt !== undefined && b.deletedAt !== undefined) || words(a) === words(b);
}

/**
 * A short hash of a text and its time. It leaves out the rev, which changes when the same text is rebased.
 * Two different texts collide by chance once in 2^53.
 */
export function digest(envelope: Envelope): string {
  return cyrb53(`${envelope.updatedAt} ${words(envelope)}`).toString(36);
}

function words(e: Envelope): string {
  const deleted = e.deletedAt !== undefined;
  return canonical([e.type, e.authorId, e.subjectId ?? null, e.audience, e.refs, deleted, e.schema, e.body]);
}

/** JSON with sorted keys, because a database may reorder them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}

/**
 * A 53-bit hash by bryc (public domain),
 * https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
function cyrb53(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
