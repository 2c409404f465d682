/**
 * Decides what happens to one pushed record. These are the rules only, without storage. Expected outcomes are values,
 * and their messages are for the record's author.
 */
import { isDeepStrictEqual } from 'node:util';
import { editWindow } from '#lib/coaching/notes/edit-window.ts';
import { hasDerivedId } from '#lib/records/derived-id.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import type { PushResult } from '#lib/sync/protocol.ts';
import { NOBODY } from '#server/store/schema.ts';

export type RefusalCode = Extract<PushResult, { status: 'refused' }>['code'];

export interface Refusal {
  code: RefusalCode;
  message: string;
}

export type Decision =
  | { kind: 'write' }
  /** The server has this very revision already: the answer to the first push got lost. */
  | { kind: 'same' }
  | { kind: 'stale' }
  /** Deletes what was deleted so long ago that nothing is left of it. */
  | { kind: 'gone' }
  | ({ kind: 'refuse' } & Refusal);

export interface Author {
  workspaceId: string;
  memberId: string;
}

/** Is it the caller's own record, in this workspace? Does not look at what the server holds. */
export function checkAuthor(record: Envelope, author: Author): Refusal | undefined {
  if (record.workspaceId !== author.workspaceId) {
    return { code: 'wrong-workspace', message: 'This record belongs to another workspace.' };
  }
  if (record.authorId !== author.memberId) {
    return {
      code: 'not-yours',
      message: 'Only its author can change a record. Answer with one of your own.',
    };
  }
  return undefined;
}

/**
 * The server accepts a change only on top of the revision that it holds. A record that it does not hold may have any
 * revision: after a restore, devices offer again what the backup does not have.
 * `answers` are the records that refer to it, `receivedAt` and `now` ms since 1970 by the server's clock.
 */
export function decide(
  record: Envelope,
  held: { record: Envelope; receivedAt: number; damaged?: boolean } | undefined,
  answers: readonly Envelope[],
  now: number,
): Decision {
  if (!held) return { kind: 'write' };
  const before = held.record;
  if (before.authorId === NOBODY && record.deletedAt !== undefined) return { kind: 'gone' };
  if (before.authorId === NOBODY) {
    return { kind: 'refuse', code: 'immutable', message: 'It was deleted. Write a new one.' };
  }
  if (before.authorId !== record.authorId) {
    return { kind: 'refuse', code: 'not-yours', message: 'This id is taken. Give the record a new one.' };
  }
  // Nobody can say which revision a damaged row held. Its author's device has it, and brings it back.
  if (held.damaged && before.deletedAt === undefined && record.type === before.type) return { kind: 'write' };
  if (record.rev === before.rev && isDeepStrictEqual(record, before)) return { kind: 'same' };
  if (record.rev !== before.rev + 1) return { kind: 'stale' };
  if (record.type !== before.type || record.createdAt !== before.createdAt) {
    return {
      kind: 'refuse',
      code: 'immutable',
      message: 'The type and the date of a record cannot change. Write a new one.',
    };
  }
  if (before.deletedAt !== undefined && !isWrittenAnew(record, before.deletedAt)) {
    return { kind: 'refuse', code: 'immutable', message: 'It was deleted. Write a new one.' };
  }
  const late = record.deletedAt === undefined && isTooLate(held, answers, now);
  if (late) {
    return {
      kind: 'refuse',
      code: 'too-late',
      message:
        'A note can be changed for ten minutes or until it is answered. Write a new one that refers to it.',
    };
  }
  return { kind: 'write' };
}

/**
 * Of a kind that is there once for what it is about, nobody could ever write another one. So its author may write it
 * anew: after the deletion, because what was deleted must not come back from a device that did not know.
 */
function isWrittenAnew(record: Envelope, deletedAt: number): boolean {
  return record.deletedAt === undefined && record.updatedAt >= deletedAt && hasDerivedId(record);
}

function isTooLate(
  held: { record: Envelope; receivedAt: number },
  answers: readonly Envelope[],
  now: number,
): boolean {
  const { record, receivedAt } = held;
  if (!isType(record, 'note')) return false;
  // A device whose clock is fast must not get a longer time to edit than others.
  const note = { ...record, createdAt: Math.min(record.createdAt, receivedAt) };
  return !editWindow(note, answers, record.authorId, now).may;
}
