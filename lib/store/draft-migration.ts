/**
 * Migrates drafts from the time when a work could have only one. A note's draft was then keyed by the work it
 * is about, with or without the member's id in front; every other draft had, and still has, a key that names
 * what it is.
 */
import { v5 as uuidv5 } from 'uuid';
import { type Draft, noteDraftId } from './drafts.ts';

/** Never change it: a migration that is interrupted and started again must make the same ids. */
const NAMESPACE = '5e0a3f0e-4d0c-4c1b-9a43-0a6b8f6a6d11';

/**
 * All drafts in today's form. Two that have the same note id become two notes: the one that was written last keeps the
 * id.
 */
export function migratedDrafts(old: readonly Draft[]): Draft[] {
  const taken = new Set<string>();
  return [...old]
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .map(draft => {
      const next = migratedDraft(draft);
      const own = taken.has(next.id) ? underOwnIds(next, draft.id) : next;
      taken.add(own.id);
      return own;
    });
}

/**
 * A note's draft beside another one that has its ids. `key` says where it came from, so that the same draft always gets
 * the same ids. Other drafts stay as they are.
 */
export function underOwnIds(draft: Draft, key = `apart ${draft.id}`): Draft {
  return isNote(draft.body) ? withOwnRuling(withIds(draft, idsFrom(key)), key) : draft;
}

/** The draft in today's form. It belongs to no composer, so the next one opened on its work offers it. */
export function migratedDraft(old: Draft): Draft {
  const { place, ...rest } = old;
  if (!isNote(old.body)) return rest;
  const own = idsFrom(old.id);
  const noteId = idIn(old.body, 'noteId') ?? own.noteId;
  const scorecardId = idIn(old.body, 'scorecardId') ?? own.scorecardId;
  return withIds({ ...rest, ...(place === undefined ? {} : { place }) }, { noteId, scorecardId });
}

interface Ids {
  noteId: string;
  scorecardId: string;
}

/** Ids of a draft's own, which follow from the key that it had. */
function idsFrom(key: string): Ids {
  return { noteId: uuidv5(`note ${key}`, NAMESPACE), scorecardId: uuidv5(`scorecard ${key}`, NAMESPACE) };
}

function withIds(draft: Draft, ids: Ids): Draft {
  const body = typeof draft.body === 'object' ? { ...draft.body, ...ids } : draft.body;
  return { ...draft, id: noteDraftId(draft.workspaceId, ids.noteId), body };
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

/** A ruling is stored under its own id, so two notes cannot share one either. */
function withOwnRuling(draft: Draft, key: string): Draft {
  const { body } = draft;
  if (typeof body !== 'object' || body === null || !('ruling' in body)) return draft;
  const { ruling } = body;
  if (typeof ruling !== 'object' || ruling === null) return draft;
  return { ...draft, body: { ...body, ruling: { ...ruling, id: uuidv5(`ruling ${key}`, NAMESPACE) } } };
}
