/**
 * Half-written notes. Each belongs to the composer (the surface) that last wrote it, and is stored under the id of the
 * note it will become. A composer that writes under an id it no longer owns gets a new id, so both texts survive.
 */
import type { ComposerDraft, DraftHere, DraftsHere, SaveDraftOutcome } from '#lib/messages/contract.ts';
import { type Artifact, artifactKeys } from '#lib/records/artifact.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Draft, draftsAt, noteDraftId } from '#lib/store/drafts.ts';
import { storing } from '#lib/store/errors.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { ownCopy } from './notes/copy-ids.ts';
import { otherRuling, sameDraft, saysAnything, storedAs } from './notes/draft-words.ts';

/** Is this composer showing this half-written note right now? */
export type IsShown = (surface: string, noteId: string) => Promise<boolean>;

/** Characters of a half-written note that are enough to tell it from the others. */
const EXCERPT = 80;

/**
 * Saves what `surface` has written on this artifact. If another surface has taken the note over in the meantime, or
 * the note was sent, other content becomes a note of its own and the answer carries its new ids. Throws
 * StorageFullError.
 */
export async function saveHalfWritten(
  db: SidelineDb,
  artifact: Artifact,
  draft: ComposerDraft,
  surface: string,
  now: number,
): Promise<SaveDraftOutcome> {
  const identity = await loadIdentity(db);
  const { workspaceId } = identity;
  const rowOf = (body: ComposerDraft): Draft => ({
    id: noteDraftId(workspaceId, body.noteId),
    workspaceId,
    place: artifact.key,
    surface,
    body,
    updatedAt: now,
  });
  return storing(() =>
    db.transaction('rw', db.drafts, db.records, async () => {
      const old = await db.drafts.get(noteDraftId(workspaceId, draft.noteId));
      const mine = old?.surface === surface;
      if (old && !mine && sameDraft(old.body as ComposerDraft, draft)) return { state: 'elsewhere' };
      const stored = old ? 'nothing' : await storedAs(db, identity, artifact, draft);
      if (stored === 'the same' && !(await otherRuling(db, draft))) return { state: 'elsewhere' };
      if (mine || (!old && stored === 'nothing')) {
        await db.drafts.put(rowOf(draft));
        return { state: 'kept', isNew: !old };
      }
      const copy = ownCopy(draft, surface);
      await db.drafts.put(rowOf(copy));
      const { noteId, scorecardId } = copy;
      return { state: 'apart', noteId, scorecardId };
    }),
  );
}

/** The author emptied the form or discarded the note. If another surface has since taken it over, its text stays. */
export async function dropDraft(db: SidelineDb, noteId: string, surface: string): Promise<void> {
  const { workspaceId } = await loadIdentity(db);
  await db.transaction('rw', db.drafts, async () => {
    const id = noteDraftId(workspaceId, noteId);
    if ((await db.drafts.get(id))?.surface === surface) await db.drafts.delete(id);
  });
}

/**
 * The half-written notes on this artifact. With `take`, one of them goes into the form of `surface`: the one it had
 * before, or else the newest that nobody has on screen.
 */
export async function draftsHere(
  db: SidelineDb,
  artifact: Artifact,
  { surface, take }: { surface: string; take: boolean },
  isShown: IsShown,
): Promise<DraftsHere> {
  const { workspaceId } = await loadIdentity(db);
  const rows = await draftsAt(db, workspaceId, artifactKeys(artifact));
  const all = await Promise.all(rows.map(row => describe(row, surface, isShown)));
  if (!take) return { all };
  const wanted = all.find(({ held }) => held === 'here') ?? all.find(({ held }) => held === 'free');
  const seen = rows.find(row => noteIdOf(row) === wanted?.noteId);
  const draft = seen && (await takeRow(db, seen.id, surface, seen.surface));
  return draft ? { all, draft } : { all };
}

/**
 * Takes over a half-written note, whoever has it; undefined if it was sent or discarded. On an artifact other than its
 * own (`artifact`) it loses every reference to the one it was started on.
 */
export async function takeDraft(
  db: SidelineDb,
  artifact: Artifact,
  noteId: string,
  surface: string,
): Promise<ComposerDraft | undefined> {
  const { workspaceId } = await loadIdentity(db);
  return db.transaction('rw', db.drafts, async () => {
    const row = await db.drafts.get(noteDraftId(workspaceId, noteId));
    if (!row) return undefined;
    const draft = row.body as ComposerDraft;
    const isHere = row.place !== undefined && artifactKeys(artifact).includes(row.place);
    const body = isHere ? draft : withoutPlace(draft);
    await db.drafts.put({ ...row, body, surface, place: isHere ? row.place : artifact.key });
    return body;
  });
}

/** On another artifact it is a new note: what it pointed at, changed or built on stays with the old one. */
function withoutPlace(draft: ComposerDraft): ComposerDraft {
  const { place, momentAt, edits, base, instances, ...rest } = draft;
  return rest;
}

/** Takes the row unless another surface got there first. */
async function takeRow(
  db: SidelineDb,
  id: string,
  surface: string,
  last: string | undefined,
): Promise<ComposerDraft | undefined> {
  return db.transaction('rw', db.drafts, async () => {
    const row = await db.drafts.get(id);
    if (!row || row.surface !== last) return undefined;
    await db.drafts.put({ ...row, surface });
    return row.body as ComposerDraft;
  });
}

async function describe(row: Draft, surface: string, isShown: IsShown): Promise<DraftHere> {
  const noteId = noteIdOf(row);
  const elsewhere = row.surface !== undefined && row.surface !== surface;
  const held =
    row.surface === surface
      ? 'here'
      : elsewhere && (await isShown(row.surface ?? '', noteId))
        ? 'elsewhere'
        : 'free';
  return { noteId, excerpt: excerptOf(row.body as ComposerDraft), held };
}

function noteIdOf(row: Draft): string {
  return (row.body as ComposerDraft).noteId;
}

function excerptOf(draft: ComposerDraft): string {
  return saysAnything(draft).slice(0, EXCERPT);
}
