import { ask } from '#lib/messages/ask.ts';
import type { Answer } from '#lib/records/acknowledgement.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Note } from '#lib/records/types.ts';
import { audienceOfAnswer } from '#lib/records/visibility.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { saveOwn } from '#lib/store/records.ts';

/** Saves the answer, durable on this device, and lets it go out. Throws when it could not be kept. */
export async function answerNote(
  db: SidelineDb,
  identity: Identity,
  note: Note,
  answer: Answer,
  sentence: string,
): Promise<void> {
  const record = createRecord(
    {
      type: 'acknowledgement',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: note.authorId,
      audience: audienceOfAnswer(note),
      refs: [note.id],
      body: { answer, sentence },
    },
    Date.now(),
  );
  await saveOwn(db, record);
  await ask('sync.now', null);
}
