/**
 * Where a note points now: to the place its author wrote it on, or to where somebody pointed it after that place was
 * lost.
 */
import type { Anchor } from '#lib/records/anchor.ts';
import { type Artifact, keptArtifact } from '#lib/records/artifact.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note, type Placement } from '#lib/records/types.ts';

/**
 * The anchor that holds for this member. The author's placements hold for everybody, a reader's own only for that
 * reader; the newest of these wins. A placement by anybody else is ignored, because nobody moves another person's
 * note.
 */
export function anchorNow(note: Note, records: readonly Envelope[], memberId: string): Anchor {
  return newestPlacement(note, records, memberId)?.body.anchor ?? note.body.anchor;
}

/** The work on which the note stands now, for this member: where it was written, or where it was taken along to. */
export function artifactNow(note: Note, records: readonly Envelope[], memberId: string): Artifact {
  return newestPlacement(note, records, memberId)?.body.artifact ?? note.body.artifact;
}

function newestPlacement(note: Note, records: readonly Envelope[], memberId: string): Placement | undefined {
  let newest: Placement | undefined;
  for (const record of records) {
    if (!isType(record, 'placement') || record.refs[0] !== note.id) continue;
    if (record.authorId !== note.authorId && record.authorId !== memberId) continue;
    if (!newest || isNewer(record, newest)) newest = record;
  }
  return newest;
}

/** The record with which a member points a note at another place, or takes it along to another work. */
export function placementOf(
  note: Note,
  anchor: Anchor,
  memberId: string,
  now: number,
  artifact?: Artifact,
): Placement {
  const isAuthor = note.authorId === memberId;
  return createRecord(
    {
      type: 'placement',
      workspaceId: note.workspaceId,
      authorId: memberId,
      subjectId: isAuthor ? note.subjectId : memberId,
      audience: isAuthor ? note.audience : 'author',
      refs: [note.id],
      body: { anchor, ...(artifact ? { artifact: keptArtifact(artifact) } : {}) },
    },
    now,
  );
}

function isNewer(one: Envelope, other: Envelope): boolean {
  return one.createdAt > other.createdAt || (one.createdAt === other.createdAt && one.id > other.id);
}
