/** Sending a note: checked once more where it counts, then durable before anybody hears "sent". */
import { canSend, noteProblems } from '#lib/coaching/compose.ts';
import { gateNote, languageOfNote } from '#lib/coaching/gate.ts';
import { type Lexicon, learnLexicon } from '#lib/coaching/language.ts';
import { shippedRubric } from '#lib/coaching/rubrics.ts';
import type { ComposerDraft, NoteGap, SendOutcome } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createRecord } from '#lib/records/create.ts';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { MAX_NOTE_TEXT } from '#lib/records/note.ts';
import { parseRecord } from '#lib/records/parse.ts';
import type { Body, RecordOf } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { clearDraft } from '#lib/store/drafts.ts';
import { isStorageFull } from '#lib/store/errors.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { saveOwn } from '#lib/store/records.ts';
import { activeBehaviours, draftId } from './compose.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

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
  const behaviours = await activeBehaviours(db, identity.workspaceId);
  const lexicon = learnLexicon(behaviours.map(each => each.body));
  const records = buildRecords(identity, artifact, draft, now, { locale, lexicon });
  if (!Array.isArray(records)) return records;
  for (const record of records) {
    const parsed = parseRecord(record);
    if (!parsed.ok) return { ok: false, reason: 'too-long', message: parsed.reason };
  }
  try {
    await db.transaction('rw', db.records, db.drafts, async () => {
      for (const record of records) {
        if (!(await db.records.get(record.id))) await saveOwn(db, record);
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

function buildRecords(
  identity: Identity,
  artifact: Artifact,
  draft: ComposerDraft,
  now: number,
  { locale, lexicon }: { locale: string; lexicon: Lexicon },
): (RecordOf<'note'> | RecordOf<'scorecard'>)[] | Extract<SendOutcome, { ok: false }> {
  if (textsOf(draft).some(text => text.length > MAX_NOTE_TEXT))
    return { ok: false, reason: 'too-long', message: `At most ${MAX_NOTE_TEXT} characters.` };
  const anchor = draft.place?.anchor ?? { kind: 'whole' as const };
  const common = {
    workspaceId: identity.workspaceId,
    authorId: identity.memberId,
    subjectId: draft.subjectId ?? identity.memberId,
    audience: draft.audience,
  };
  const records: (RecordOf<'note'> | RecordOf<'scorecard'>)[] = [];
  const scores = Object.entries(draft.scores).map(([criterion, level]) => ({ criterion, level }));
  if (hasText(draft)) {
    const body: Body<'note'> = {
      kind: draft.kind,
      artifact,
      anchor,
      ...(draft.behaviourId ? { behaviourId: draft.behaviourId } : {}),
      observation: draft.observation.trim(),
      impact: draft.impact.trim(),
      nextAction: draft.nextAction.trim(),
      ...(draft.affirmation?.trim() ? { affirmation: draft.affirmation.trim() } : {}),
      ...(draft.checkInDays === undefined ? {} : { checkInAt: now + draft.checkInDays * DAY_MS }),
      openedAt: draft.openedAt,
    };
    if (!canSend(body)) {
      return { ok: false, reason: 'incomplete', problem: gapOf(body) };
    }
    const gate = gateNote(body, languageOfNote(body, locale), lexicon);
    const stopped = gate.parts.find(part => part.effect === 'stops');
    if (stopped) return { ok: false, reason: 'reword', part: stopped.part };
    const override = gate.send === 'override' ? { override: { verdict: gate.verdict } } : {};
    records.push(
      createRecord({ id: draft.noteId, type: 'note', ...common, body: { ...body, ...override } }, now),
    );
  }
  if (scores.length > 0) {
    const body: Body<'scorecard'> = {
      artifact,
      anchor,
      rubric: { id: shippedRubric.id, version: shippedRubric.version },
      scores,
      ...(draft.behaviourId ? { behaviourId: draft.behaviourId } : {}),
      openedAt: draft.openedAt,
    };
    const refs = records.map(record => record.id);
    records.push(createRecord({ id: draft.scorecardId, type: 'scorecard', ...common, refs, body }, now));
  }
  if (records.length === 0) return { ok: false, reason: 'incomplete', problem: 'nothing' };
  return records;
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
