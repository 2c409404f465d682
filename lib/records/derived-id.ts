/**
 * Which id a record has to have, if its kind exists once for what it is about. Ids of that form are for such records
 * alone: whoever knows what a record will be about can work out its id, and must not be able to take it from its author.
 */
import { version as uuidVersion, validate } from 'uuid';
import { decisionId, positionId, reviewId, runId, seenId, settingsId, stageId } from './create.ts';
import type { Envelope } from './envelope.ts';

/** Undefined where a body lacks what its id comes from, as a tombstone's does. */
type Derive = (record: Envelope) => string | undefined;

const text = (value: unknown): value is string => typeof value === 'string';

/** By type. Bodies may be of a newer version, so nothing is known of their fields. */
const DERIVE: ReadonlyMap<string, Derive> = new Map<string, Derive>([
  ['seen', ({ refs: [noteId = ''], authorId }) => seenId(noteId, authorId)],
  ['decision', ({ refs: [review = ''] }) => decisionId(review)],
  ['settings', ({ workspaceId, authorId }) => settingsId(workspaceId, authorId)],
  ['position', ({ subjectId = '', authorId }) => positionId(subjectId, authorId)],
  [
    'run',
    ({ refs: [routineId = ''], authorId, body: { day, occasion = day } }) =>
      text(occasion) ? runId(routineId, occasion, authorId) : undefined,
  ],
  [
    'review',
    ({ subjectId, authorId, body: { kind, about } }) =>
      text(kind) && text(about) ? reviewId(kind, { subjectId, about, authorId }) : undefined,
  ],
  [
    'stage',
    ({ authorId, body: { programmeId, stage } }) =>
      text(programmeId) && text(stage) ? stageId(programmeId, stage, authorId) : undefined,
  ],
]);

/** Has the id the form of those that `derivedId` makes? */
export function looksDerived(id: string): boolean {
  return validate(id) && uuidVersion(id) === 5;
}

/** Is this kind of record there once for what it is about? */
export function isOfDerivedKind({ type }: Pick<Envelope, 'type'>): boolean {
  return DERIVE.has(type);
}

/** The id that comes from what the record is about; undefined where nothing says it. */
export function derivedIdOf(record: Envelope): string | undefined {
  return DERIVE.get(record.type)?.(record);
}

/** Is the record's id the one that comes from what it is about? */
export function hasDerivedId(record: Envelope): boolean {
  return derivedIdOf(record) === record.id;
}

/**
 * May a record have this id? Earlier versions wrote a `seen` at each look, under ids of its own, and devices may still
 * offer those. What a later schema derives its id from we cannot know, but for a decision, of which nobody may make two.
 */
export function mayHaveItsId(record: Envelope): boolean {
  if (hasDerivedId(record)) return true;
  if (looksDerived(record.id)) return false;
  const { type, schema } = record;
  return !isOfDerivedKind(record) || type === 'seen' || (schema !== 1 && type !== 'decision');
}
