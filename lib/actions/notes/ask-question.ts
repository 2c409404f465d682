import { learnLexicon } from '#lib/coaching/language/index.ts';
import type { Elsewhere } from '#lib/coaching/notes/elsewhere.ts';
import type { SendOutcome } from '#lib/messages/contract.ts';
import { createRecord } from '#lib/records/create.ts';
import { mayWriteAbout } from '#lib/records/permissions.ts';
import type { Note } from '#lib/records/types.ts';
import { audienceOfAnswer } from '#lib/records/visibility.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { save } from '../save.ts';
import { historyAbout } from './ahead.ts';
import { activeBehaviours } from './composer-context.ts';
import { draftOf } from './draft-of.ts';
import { checked } from './send.ts';

/**
 * Asks one question about a note, on the same place, about the same behaviour and for the same people, after the same
 * checks as any note. `locale` is the interface's, used when the question's language is unclear; `elsewhere` is what the
 * server has said of notes that are not on this device. Throws when it could not be saved.
 */
export async function askQuestion(
  db: SidelineDb,
  identity: Identity,
  about: Note,
  question: string,
  locale: string,
  elsewhere?: Elsewhere,
): Promise<SendOutcome> {
  const now = Date.now();
  if (!mayWriteAbout(writerOf(identity), about.subjectId ?? ''))
    return { ok: false, reason: 'may-not-write' };
  const note = questionAbout(about, identity, question.trim(), now);
  const [history, behaviours] = await Promise.all([
    historyAbout(db, note),
    activeBehaviours(db, identity.workspaceId),
  ]);
  const lexicon = learnLexicon(behaviours.map(({ body }) => body));
  const draft = draftOf(note);
  const records = checked(note, history, {
    draft,
    identity,
    locale,
    lexicon,
    now,
    asked: undefined,
    elsewhere,
  });
  if (!Array.isArray(records)) return records;
  await save(db, ...records);
  return { ok: true, noteId: note.id, waiting: true };
}

function questionAbout(about: Note, identity: Identity, question: string, now: number): Note {
  const { artifact, anchor, behaviourId } = about.body;
  return createRecord(
    {
      type: 'note',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: about.subjectId,
      audience: audienceOfAnswer(about),
      refs: [about.id],
      body: {
        kind: 'question',
        artifact,
        anchor,
        ...(behaviourId === undefined ? {} : { behaviourId }),
        observation: '',
        impact: '',
        nextAction: question,
      },
    },
    now,
  );
}
