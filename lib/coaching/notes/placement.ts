/**
 * Where a note points now: to the place its author wrote it on, or to where somebody pointed it after that place was
 * lost.
 */
import type { Anchor } from '#lib/records/anchor.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note, type Placement } from '#lib/records/types.ts';

/**
 * The anchor that holds for this member. The author's placements hold for everybody, a reader's own only for that
 * reader; the newest of these wins. A placement by anybody else is ignored, because nobody moves another person's
 * note.
 */
export function anchorNow(note: Note, records: readonly Envelope[], memberId: string): Anchor {
  let newest: Placement | undefined;
  for (const record of records) {
    if (!isType(record, 'placement') || record.refs[0] !== note.id) continue;
    if (record.authorId !== note.authorId && record.authorId !== memberId) continue;
    if (!newest || isNewer(record, newest)) newest = record;
  }
  return newest?.body.anchor ?? note.body.anchor;
}

/** The record with which a member points a note at another place. */
export function placementOf(note: Note, anchor: Anchor, memberId: string, now: number): Placement {
  const isAuthor = note.authorId === memberId;
  return createRecord(
    {
      type: 'placement',
      workspaceId: note.workspaceId,
      authorId: memberId,
      subjectId: isAuthor ? note.subjectId : memberId,
      audience: isAuthor ? note.audience : 'author',
      refs: [note.id],
      body: { anchor },
    },
    now,
  );
}

function isNewer(one: Envelope, other: Envelope): boolean {
  return one.createdAt > other.createdAt || (one.createdAt === other.createdAt && one.id > other.id);
}
