/** Sends a note: checks it again, then stores it durably before anybody is told "sent". */

import { withDefinition } from '#lib/actions/brought-sites.ts';
import { activeBehaviours } from '#lib/actions/notes/composer-context.ts';
import { ownCopy } from '#lib/actions/notes/copy-ids.ts';
import { otherRuling, printOf, rulingAs, sameDraft, storedAs } from '#lib/actions/notes/draft-words.ts';
import { type Lexicon, learnLexicon } from '#lib/coaching/language/index.ts';
import type { Elsewhere } from '#lib/coaching/notes/elsewhere.ts';
import { gateNote, languageOfNote } from '#lib/coaching/notes/language-gate.ts';
import { type NoteProblem, noteProblems } from '#lib/coaching/notes/requirements.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { beforeSending } from '#lib/coaching/stalls/patterns.ts';
import type { ComposerDraft, NoteGap, SendOutcome } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { type Envelope, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { MAX_NOTE_TEXT } from '#lib/records/kinds/note.ts';
import { parseRecord } from '#lib/records/parse.ts';
import { mayWriteAbout } from '#lib/records/permissions.ts';
import type { Body, Note, Ruling } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { clearDraft, noteDraftId } from '#lib/store/drafts.ts';
import { isStorageFull } from '#lib/store/errors.ts';
import { type Identity, loadIdentity, writerOf } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { digest } from '#lib/store/row/versions.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { furtherAbout, historyAbout, isWithinDailyLimit } from './ahead.ts';
import { noteFrom, rulingFrom, scorecardFrom } from './build.ts';
import { asEdited } from './edit.ts';
import { onScreen } from './on-screen.ts';
import { saysTheSame } from './same-content.ts';

interface Sending {
  draft: ComposerDraft;
  identity: Identity;
  locale: string;
  lexicon: Lexicon;
  now: number;
  asked: string | undefined;
  /** What the server has said of notes that are not on this device. */
  elsewhere?: Elsewhere | undefined;
}

/** The data behind a decision changed before we could store the result, so the decision has to be made again. */
class StoreMovedOn extends Error {}

/** Nobody else can interfere more often than this. If it still fails, something is broken and the error is shown. */
const TRIES = 5;

/**
 * Stores the note, the scorecard or both durably before it answers. Sending the same draft twice gives one note;
 * different words under a stored id give a second note. A refusal writes nothing and leaves the draft alone. `surface`
 * is the composer that sends. `locale` is the interface's, used when the text's language is unclear. `asked` is the next
 * action that its author has been asked about: these words may go although no camera would see them. `elsewhere` is what
 * the server has said of notes that are not on this device: nobody waits for it here.
 */
export async function send(
  db: SidelineDb,
  artifact: Artifact,
  draft: ComposerDraft,
  now: number,
  locale: string,
  surface: string,
  asked?: string,
  elsewhere?: Elsewhere,
): Promise<SendOutcome> {
  for (let left = TRIES; ; left--) {
    try {
      return await sendOnce(db, artifact, draft, { now, locale, surface, asked, elsewhere });
    } catch (error) {
      if (!(error instanceof StoreMovedOn) || left === 1) throw error;
    }
  }
}

async function sendOnce(
  db: SidelineDb,
  work: Artifact,
  whole: ComposerDraft,
  {
    now,
    locale,
    surface,
    asked,
    elsewhere,
  }: Pick<Sending, 'now' | 'locale' | 'asked' | 'elsewhere'> & { surface: string },
): Promise<SendOutcome> {
  const given = onScreen(whole);
  const [identity, { artifact, isFound }] = await Promise.all([loadIdentity(db), withDefinition(db, work)]);
  const stored = await storedAs(db, identity, artifact, given);
  const isSecond = stored === 'something else';
  const draft = isSecond ? ownCopy(given, printOf(given)) : given;
  if (draft.subjectId === undefined) return { ok: false, reason: 'incomplete', problem: 'subject' };
  // A note that is on its way already stays so, whatever has changed since.
  if (stored !== 'the same' && !mayWriteAbout(writerOf(identity), draft.subjectId))
    return { ok: false, reason: 'may-not-write' };
  if (stored !== 'the same' && draft.audience === 'author' && draft.subjectId !== identity.memberId)
    return { ok: false, reason: 'incomplete', problem: 'audience' };
  if (textsOf(draft).some(text => text.length > MAX_NOTE_TEXT))
    return { ok: false, reason: 'too-long', message: `At most ${MAX_NOTE_TEXT} characters.` };
  const records: Envelope[] = [];
  if (hasText(draft)) {
    const fresh = noteFrom(identity, artifact, draft, now);
    // Read in parallel, because the store is the slowest thing we wait for.
    const [behaviours, note, history] = await Promise.all([
      activeBehaviours(db, identity.workspaceId),
      asEdited(db, identity, draft, fresh, now),
      historyAbout(db, fresh),
    ]);
    if (!('body' in note)) return note;
    const lexicon = learnLexicon(behaviours.map(each => each.body));
    const found = checked(note, history, { draft, identity, locale, lexicon, now, asked, elsewhere });
    if (!Array.isArray(found)) return found;
    records.push(...found);
  }
  if (Object.keys(draft.scores).length > 0) {
    const refs = records.filter(({ type }) => type === 'note').map(({ id }) => id);
    records.push(scorecardFrom(identity, artifact, draft, refs, now));
  }
  const said = draft.ruling && (await otherRuling(db, draft));
  if (draft.ruling && said && !records.some(({ id }) => id === said.id)) {
    // The note went before, the answer was lost, and its author has reworded the ruling since.
    records.push(rulingAs(said, draft.ruling, now));
  }
  if (records.length === 0) return { ok: false, reason: 'incomplete', problem: 'nothing' };
  for (const record of records) {
    const parsed = parseRecord(record);
    if (!parsed.ok) return { ok: false, reason: 'too-long', message: parsed.reason };
  }
  try {
    await db.transaction('rw', db.records, db.drafts, async () => {
      for (const record of records) await store(db, record, draft);
      await forget(db, noteDraftId(identity.workspaceId, given.noteId), whole, surface);
    });
  } catch (error) {
    if (isStorageFull(error)) {
      return { ok: false, reason: 'storage-full', message: 'storage-full' };
    }
    throw error;
  }
  const noteId = records.find(record => record.type === 'note')?.id;
  const second = isSecond ? { second: true } : {};
  return {
    ok: true,
    ...(noteId ? { noteId } : {}),
    waiting: identity.workspaceId !== SOLO_WORKSPACE,
    ...(isFound ? {} : { onlyInToday: true as const }),
    ...second,
  };
}

/**
 * Stores one record unless the same content is stored already. Throws StoreMovedOn if something else was stored in the
 * meantime.
 */
async function store(db: SidelineDb, record: Envelope, draft: ComposerDraft): Promise<void> {
  const old = await db.records.get(record.id);
  if (record.id === draft.edits) {
    // asEdited compared it before the transaction began, so compare again.
    const isSame =
      old && (draft.base === undefined || digest(old) === draft.base || saysTheSame(old, record));
    if (!isSame) throw new StoreMovedOn('The note was changed meanwhile.');
    await saveOwn(db, record);
  } else if (!old || (record.type === 'ruling' && !saysTheSame(old, record))) await saveOwn(db, record);
  else if (!saysTheSame(old, record)) {
    throw new StoreMovedOn('Something else was stored under this id meanwhile.');
  }
}

/** Deletes the draft that was sent, unless another composer has since changed it. */
async function forget(db: SidelineDb, id: string, sent: ComposerDraft, surface: string): Promise<void> {
  const row = await db.drafts.get(id);
  if (!row) return;
  if (row.surface === surface || sameDraft(row.body as ComposerDraft, sent)) await clearDraft(db, id);
}

type Refused = Extract<SendOutcome, { ok: false }>;

/** The note as it may be sent, with the ruling that has to precede it; or why it may not be sent. */
export function checked(
  note: Note,
  history: readonly StoredRecord[],
  { draft, identity, locale, lexicon, now, asked, elsewhere }: Sending,
): [Note] | [Ruling, Note] | Refused {
  const [problem] = noteProblems(note.body);
  if (problem?.code === 'blank') return { ok: false, reason: 'blank', part: problem.part };
  if (problem) return { ok: false, reason: 'incomplete', problem: gapOf(note.body, problem) };
  const gate = gateNote(note.body, languageOfNote(note.body, locale), lexicon);
  const stopped = gate.parts.find(part => part.effect === 'stops');
  if (stopped) return { ok: false, reason: 'reword', part: stopped.part };
  const open = gate.parts.find(part => part.effect === 'asks');
  if (open && asked?.trim() !== note.body.nextAction) return { ok: false, reason: 'ask', part: open.part };
  const rules = rulesOf(identity);
  const further = furtherAbout(note, history, now, rules, elsewhere);
  const again = beforeSending(note, history, now, rules.patterns, further.corrections);
  const { ruling: given } = draft;
  const answered = given !== undefined && given.sentence.trim() !== '';
  if (again.asks === 'ruling first' && !answered) return { ok: false, reason: 'ruling-first' };
  if (!isWithinDailyLimit(note, history, now, rules, further))
    return { ok: false, reason: 'enough-today', limit: rules.notesADay };
  const override =
    gate.send === 'override' ? { override: { verdict: gate.verdict, version: gate.version } } : {};
  const body = { ...note.body, ...override };
  if (!answered || again.asks === 'nothing') return [{ ...note, body }];
  const ruling = rulingFrom(identity, { ...draft, ruling: given }, again, now);
  return [ruling, { ...note, refs: [...note.refs, ruling.id], body: { ...body, rulingId: ruling.id } }];
}

/** What the note lacks. */
function gapOf(body: Body<'note'>, problem: Exclude<NoteProblem, { code: 'blank' }>): NoteGap {
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
