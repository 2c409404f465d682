/** Sending a note: checked once more where it counts, then durable before anybody hears "sent". */

import { activeBehaviours, draftId } from '#lib/actions/drafts.ts';
import { MAX_NOTES_A_DAY } from '#lib/coaching/behaviours/limits.ts';
import { type Lexicon, learnLexicon } from '#lib/coaching/language/index.ts';
import { gateNote, languageOfNote } from '#lib/coaching/notes/gate.ts';
import { canSend, noteProblems } from '#lib/coaching/notes/requirements.ts';
import { beforeSending } from '#lib/coaching/stalls/patterns.ts';
import type { ComposerDraft, NoteGap, SendOutcome } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { type Envelope, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { MAX_NOTE_TEXT } from '#lib/records/note.ts';
import { parseRecord } from '#lib/records/parse.ts';
import type { Body, Note, Ruling } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { clearDraft } from '#lib/store/drafts.ts';
import { isStorageFull } from '#lib/store/errors.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { historyAbout, isHeard } from './ahead.ts';
import { noteFrom, rulingFrom, scorecardFrom } from './build.ts';
import { asEdited } from './edit.ts';

interface Sending {
  draft: ComposerDraft;
  identity: Identity;
  locale: string;
  lexicon: Lexicon;
  now: number;
}

/**
 * Makes the note, the scorecard or both, durable before it answers. Sending the same draft twice is one note. On any
 * refusal nothing is written and the draft stays. `locale` is the interface's, for a text whose language is not plain.
 */
export async function send(
  db: SidelineDb,
  artifact: Artifact,
  draft: ComposerDraft,
  now: number,
  locale: string,
): Promise<SendOutcome> {
  const identity = await loadIdentity(db);
  if (draft.subjectId === undefined) return { ok: false, reason: 'incomplete', problem: 'subject' };
  if (textsOf(draft).some(text => text.length > MAX_NOTE_TEXT))
    return { ok: false, reason: 'too-long', message: `At most ${MAX_NOTE_TEXT} characters.` };
  const records: Envelope[] = [];
  if (hasText(draft)) {
    const fresh = noteFrom(identity, artifact, draft, now);
    // Side by side: nothing is slower to wait for than the store.
    const [behaviours, note, history] = await Promise.all([
      activeBehaviours(db, identity.workspaceId),
      asEdited(db, identity, draft, fresh, now),
      historyAbout(db, fresh),
    ]);
    const lexicon = learnLexicon(behaviours.map(each => each.body));
    const found = checked(note, history, { draft, identity, locale, lexicon, now });
    if (!Array.isArray(found)) return found;
    records.push(...found);
  }
  if (Object.keys(draft.scores).length > 0) {
    const refs = records.filter(({ type }) => type === 'note').map(({ id }) => id);
    records.push(scorecardFrom(identity, artifact, draft, refs, now));
  }
  if (records.length === 0) return { ok: false, reason: 'incomplete', problem: 'nothing' };
  for (const record of records) {
    const parsed = parseRecord(record);
    if (!parsed.ok) return { ok: false, reason: 'too-long', message: parsed.reason };
  }
  try {
    await db.transaction('rw', db.records, db.drafts, async () => {
      for (const record of records) {
        if (record.id === draft.edits || !(await db.records.get(record.id))) await saveOwn(db, record);
      }
      await clearDraft(db, draftId(identity, artifact));
    });
  } catch (error) {
    if (isStorageFull(error)) {
      return { ok: false, reason: 'storage-full', message: 'storage-full' };
    }
    throw error;
  }
  const noteId = records.find(record => record.type === 'note')?.id;
  return { ok: true, ...(noteId ? { noteId } : {}), waiting: identity.workspaceId !== SOLO_WORKSPACE };
}

type Refused = Extract<SendOutcome, { ok: false }>;

/** The note as it may be sent, with the ruling that comes before it; or why it may not. */
function checked(
  note: Note,
  history: readonly Envelope[],
  { draft, identity, locale, lexicon, now }: Sending,
): [Note] | [Ruling, Note] | Refused {
  if (!canSend(note.body)) return { ok: false, reason: 'incomplete', problem: gapOf(note.body) };
  const gate = gateNote(note.body, languageOfNote(note.body, locale), lexicon);
  const stopped = gate.parts.find(part => part.effect === 'stops');
  if (stopped) return { ok: false, reason: 'reword', part: stopped.part };
  const again = beforeSending(note, history, now);
  const { ruling: given } = draft;
  const answered = given !== undefined && given.sentence.trim() !== '';
  if (again.asks === 'ruling first' && !answered) return { ok: false, reason: 'ruling-first' };
  if (!isHeard(note, history, now)) return { ok: false, reason: 'enough-today', limit: MAX_NOTES_A_DAY };
  const override = gate.send === 'override' ? { override: { verdict: gate.verdict } } : {};
  const body = { ...note.body, ...override };
  if (!answered || again.asks === 'nothing') return [{ ...note, body }];
  const ruling = rulingFrom(identity, { ...draft, ruling: given }, again, now);
  return [ruling, { ...note, refs: [...note.refs, ruling.id], body: { ...body, rulingId: ruling.id } }];
}

/** The first thing that a note lacks. */
function gapOf(body: Body<'note'>): NoteGap {
  const [problem] = noteProblems(body);
  if (!problem) return 'nothing';
  if (problem.code === 'more-than-one-sentence') return 'one-sentence';
  if (problem.code === 'too-long') return 'shorter';
  return problem.part === 'nextAction' && body.kind === 'question' ? 'question' : problem.part;
}

function hasText(draft: ComposerDraft): boolean {
  return textsOf(draft).some(text => text.trim() !== '');
}

function textsOf({ observation, impact, nextAction, affirmation = '' }: ComposerDraft): string[] {
  return [observation, impact, nextAction, affirmation];
}
