import { save } from '#lib/actions/save.ts';
import { mayNote } from '#lib/coaching/behaviours/limits.ts';
import { dayOf } from '#lib/coaching/calendar.ts';
import type { Elsewhere } from '#lib/coaching/notes/elsewhere.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Note } from '#lib/records/types.ts';
import { audienceOfAnswer } from '#lib/records/visibility.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { notesAbout } from '#lib/store/queries/records.ts';
import { furtherAbout } from './ahead.ts';

/** More notes than one person can get in a day. */
const TODAYS = 50;

/**
 * Asks one question about a note, on the same place, about the same behaviour and for the same people. Returns false
 * when the person has had their notes for today, `elsewhere` being what the server has said of notes that are not on this
 * device. Throws when it could not be saved.
 */
export async function askQuestion(
  db: SidelineDb,
  identity: Identity,
  about: Note,
  question: string,
  elsewhere?: Elsewhere,
): Promise<boolean> {
  const now = Date.now();
  const { artifact, anchor, behaviourId } = about.body;
  const record = createRecord(
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
  const rules = rulesOf(identity);
  const { calendar, notesADay } = rules;
  const today = await notesAbout(db, identity.workspaceId, about.subjectId ?? '', { limit: TODAYS });
  const sinceMidnight = today.filter(note => dayOf(note.createdAt, calendar) === dayOf(now, calendar));
  const { notesToday } = furtherAbout(record, [], now, rules, elsewhere);
  if (!mayNote(record, sinceMidnight, 0, notesADay, notesToday).ok) return false;
  await save(db, record);
  return true;
}
