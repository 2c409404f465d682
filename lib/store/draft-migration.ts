/**
 * Migrates drafts from the time when a work could have only one. A note's draft was then keyed by the work it
 * is about, with or without the member's id in front; every other draft had, and still has, a key that names
 * what it is.
 */
import { v5 as uuidv5 } from 'uuid';
import { type Draft, noteDraftId } from './drafts.ts';

/** Never change it: a migration that is interrupted and started again must make the same ids. */
const NAMESPACE = '5e0a3f0e-4d0c-4c1b-9a43-0a6b8f6a6d11';

/** The draft in today's form. It belongs to no composer, so the next one opened on its work offers it. */
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

/** Only the composer's drafts have all three of these fields. */
function isNote(body: unknown): body is object {
  return (
    typeof body === 'object' && body !== null && ['observation', 'impact', 'nextAction'].every(p => p in body)
  );
}

function idIn(body: object, name: string): string | undefined {
  const value: unknown = (body as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
