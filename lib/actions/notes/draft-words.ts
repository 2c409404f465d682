/** Compares a half-written note with another one, or with what is stored under its id. */
import type { ComposerDraft, RulingDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { reviseRecord } from '#lib/records/create.ts';
import { isType, type Ruling } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { canonical } from '#lib/store/row/versions.ts';
import { noteFrom, scorecardFrom } from './build.ts';
import { saysTheSame } from './same-content.ts';

/** All the words, one part a line; '' if there are none. */
export function saysAnything(draft: ComposerDraft): string {
  const { observation, impact, nextAction, affirmation, ruling } = draft;
  return [observation, impact, nextAction, affirmation, ruling?.sentence]
    .map(text => text?.trim())
    .filter(Boolean)
    .join('\n');
}

/** True when both drafts would become the same note: the same words, for the same person, on the same place. */
export function sameDraft(a: ComposerDraft, b: ComposerDraft): boolean {
  return printOf(a) === printOf(b);
}

/** A fingerprint of everything in the draft that its author wrote or chose. */
export function printOf(draft: ComposerDraft): string {
  // The rest is ids, when the form was opened, and which text the draft was started from.
  const { noteId, scorecardId, openedAt, edits, base, place, ruling, ...chosen } = draft;
  const { id: _, ...answer } = ruling ?? { id: '' };
  return canonical({ ...chosen, affirmation: draft.affirmation ?? '', anchor: place?.anchor, answer });
}

/** Is the draft's note stored already: not at all, with exactly this content, or with other content? */
export async function storedAs(
  db: SidelineDb,
  identity: Identity,
  artifact: Artifact,
  draft: ComposerDraft,
): Promise<'nothing' | 'the same' | 'something else'> {
  const [note, card] = await db.records.bulkGet([draft.noteId, draft.scorecardId]);
  if (!note && !card) return 'nothing';
  const { openedAt } = draft;
  const noteSame = note
    ? saysTheSame(note, noteFrom(identity, artifact, draft, openedAt))
    : saysAnything(draft) === '';
  const cardSame = card
    ? saysTheSame(card, scorecardFrom(identity, artifact, draft, [], openedAt))
    : Object.keys(draft.scores).length === 0;
  return noteSame && cardSame ? 'the same' : 'something else';
}

/** The ruling that is stored under the id of the draft's own, if it says something else. */
export async function otherRuling(db: SidelineDb, draft: ComposerDraft): Promise<Ruling | undefined> {
  const { ruling } = draft;
  if (!ruling?.sentence.trim()) return undefined;
  const stored = await db.records.get(ruling.id);
  if (!stored || !isType(stored, 'ruling') || stored.deletedAt !== undefined) return undefined;
  return saysTheSame(stored, rulingAs(stored, ruling, stored.updatedAt)) ? undefined : stored;
}

/** The stored ruling, saying what the draft says now. */
export function rulingAs(stored: Ruling, { cause, remedy, sentence }: RulingDraft, now: number): Ruling {
  return reviseRecord(stored, { ...stored.body, cause, remedy, sentence: sentence.trim() }, now);
}
