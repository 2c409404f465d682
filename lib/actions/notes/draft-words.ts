/** Compares the words of a half-written note with another one, or with what is stored under its id. */
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { NoteText } from '#lib/records/kinds/note.ts';
import { noteTexts } from '#lib/records/kinds/note.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';

/** All the words, one part a line; '' if there are none. */
export function saysAnything(draft: ComposerDraft): string {
  const { observation, impact, nextAction, affirmation, ruling } = draft;
  return [observation, impact, nextAction, affirmation, ruling?.sentence]
    .map(text => text?.trim())
    .filter(Boolean)
    .join('\n');
}

/** True when both drafts have the same content, wherever they point. */
export function sameDraftWords(a: ComposerDraft, b: ComposerDraft): boolean {
  return printOf(a) === printOf(b);
}

/** A fingerprint of the draft's content. */
export function printOf({ kind, scores, ruling, ...draft }: ComposerDraft): string {
  const texts = [draft.observation, draft.impact, draft.nextAction, draft.affirmation ?? ''];
  return JSON.stringify([kind, texts, sorted(scores), ruling?.sentence ?? '']);
}

const sorted = (scores: ComposerDraft['scores']) =>
  Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** Is the draft's note stored already: not at all, with exactly these words, or with others? */
export async function storedAs(
  db: SidelineDb,
  draft: ComposerDraft,
): Promise<'nothing' | 'the same' | 'something else'> {
  const [note, card] = await db.records.bulkGet([draft.noteId, draft.scorecardId]);
  if (!note && !card) return 'nothing';
  const noteSame = note ? saysNote(note, draft) : saysAnything(draft) === '';
  const cardSame = card ? saysCard(card, draft) : Object.keys(draft.scores).length === 0;
  return noteSame && cardSame ? 'the same' : 'something else';
}

/** Does this record, which has the draft's note id, say the same as the draft? */
export function saysNote(record: Envelope, draft: ComposerDraft): boolean {
  if (!isType(record, 'note') || record.deletedAt !== undefined) return false;
  const { body } = record;
  const words = (part: NoteText) => (body[part] ?? '') === (draft[part] ?? '').trim();
  return body.kind === draft.kind && noteTexts.every(words);
}

/** The same for the scorecard. */
export function saysCard(record: Envelope, draft: ComposerDraft): boolean {
  if (!isType(record, 'scorecard') || record.deletedAt !== undefined) return false;
  const given = Object.fromEntries(record.body.scores.map(({ criterion, level }) => [criterion, level]));
  return JSON.stringify(sorted(given)) === JSON.stringify(sorted(draft.scores));
}
