/** Creates and changes one's own records. */
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { withoutOddText } from './bounds.ts';
import type { Audience, Envelope } from './envelope.ts';
import { bareTombstone } from './tombstone.ts';
import type { Body, RecordOf, RecordType } from './types.ts';

export interface NewRecord<T extends RecordType> {
  /** Given if the id was chosen earlier, as for a draft that may be sent twice. */
  id?: string;
  type: T;
  workspaceId: string;
  authorId: string;
  subjectId?: string | undefined;
  audience: Audience;
  refs?: string[];
  body: Body<T>;
}

export function newId(): string {
  return uuidv7();
}

/** The namespace of ids derived from what a record is about. Never change it: devices agree because of it. */
const DERIVED = '5c7c1bd3-6f0b-4b7e-9a51-2d0f8e6a9c14';

/**
 * The id of a record that exists once for these ids, whichever device makes it and however often. It is the same on
 * all devices, and different for each record type.
 */
export function derivedId(type: RecordType, ...about: readonly string[]): string {
  return uuidv5(JSON.stringify([type, ...about]), DERIVED);
}

/** The id of the one record that says this member has seen this note. */
export function seenId(noteId: string, memberId: string): string {
  return derivedId('seen', noteId, memberId);
}

/** The id of the one decision in which a review ends. */
export function decisionId(reviewId: string): string {
  return derivedId('decision', reviewId);
}

/** The id of one member's run of a routine on a day, or after an event that has a name of its own. */
export function runId(routineId: string, occasion: string, memberId: string): string {
  return derivedId('run', routineId, occasion, memberId);
}

/** The id of one member's review of something: a week, by its first day, or a work, by its key. */
export function reviewId(
  kind: string,
  { subjectId = '', about, authorId }: { subjectId?: string | undefined; about: string; authorId: string },
): string {
  return derivedId('review', kind, subjectId, about, authorId);
}

/** The id of what one member says about a stage of a programme. */
export function stageId(programmeId: string, stage: string, memberId: string): string {
  return derivedId('stage', programmeId, stage, memberId);
}

/** The id of the settings that this owner wrote for the workspace. */
export function settingsId(workspaceId: string, ownerId: string): string {
  return derivedId('settings', workspaceId, ownerId);
}

/** The id of what this author says of a member's job and level. */
export function positionId(memberId: string, authorId: string): string {
  return derivedId('position', memberId, authorId);
}

/** A first revision, dated `now` (ms since 1970). */
export function createRecord<T extends RecordType>(input: NewRecord<T>, now: number): RecordOf<T> {
  return {
    id: input.id ?? newId(),
    type: input.type,
    workspaceId: input.workspaceId,
    authorId: input.authorId,
    ...(input.subjectId === undefined ? {} : { subjectId: input.subjectId }),
    audience: input.audience,
    refs: input.refs ?? [],
    rev: 1,
    createdAt: now,
    updatedAt: now,
    schema: 1,
    body: withoutOddText(input.body),
  };
}

/**
 * A first revision about one person, for them and their coaches; about nobody, for the whole workspace. `author` is an
 * identity on this device.
 */
export function createAbout<T extends RecordType>(
  author: { workspaceId: string; memberId: string },
  { subjectId, ...input }: Pick<NewRecord<T>, 'type' | 'subjectId' | 'refs' | 'body'>,
  now: number,
): RecordOf<T> {
  const { workspaceId, memberId: authorId } = author;
  const audience = subjectId === undefined ? 'workspace' : 'coaches';
  return createRecord({ ...input, workspaceId, authorId, subjectId, audience }, now);
}

/** The next revision of one's own record, with a new body. */
export function reviseRecord<R extends Envelope>(record: R, body: R['body'], now: number): R {
  return { ...record, rev: record.rev + 1, updatedAt: now, body: withoutOddText(body) };
}

/** The tombstone of one's own record: it keeps its place in the order and loses its words. */
export function deleteRecord<R extends Envelope>(record: R, now: number): Envelope {
  return bareTombstone({ ...record, rev: record.rev + 1, updatedAt: now, deletedAt: now });
}
