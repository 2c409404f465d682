/**
 * Drafts from before a work could have several. A note's key was that of the work it is about, with or without the
 * member's id before it; whatever else is half-written had, and has, a word for itself as its key.
 */
import { v5 as uuidv5 } from 'uuid';
import { type Draft, noteDraftId } from './drafts.ts';

/** Fixed for ever, so that a migration that is broken off and begun again makes the same ids. */
const NAMESPACE = '5e0a3f0e-4d0c-4c1b-9a43-0a6b8f6a6d11';

/** The draft in its present form; nobody's, so that it is offered where its work is opened next. */
export function migratedDraft(old: Draft): Draft {
  const { place, ...rest } = old;
  if (!isNote(old.body)) return rest;
  const noteId = idIn(old.body, 'noteId') ?? uuidv5(`note ${old.id}`, NAMESPACE);
  const scorecardId = idIn(old.body, 'scorecardId') ?? uuidv5(`scorecard ${old.id}`, NAMESPACE);
  return {
    ...rest,
    ...(place === undefined ? {} : { place }),
    id: noteDraftId(old.workspaceId, noteId),
    body: { ...old.body, noteId, scorecardId },
  };
}

/** Only the composer's draft has all three of these. */
function isNote(body: unknown): body is object {
  return (
    typeof body === 'object' && body !== null && ['observation', 'impact', 'nextAction'].every(p => p in body)
  );
}

function idIn(body: object, name: string): string | undefined {
  const value: unknown = (body as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
