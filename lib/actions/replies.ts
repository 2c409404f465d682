import { createRecord } from '#lib/records/create.ts';
import type { ReplyOutcome } from '#lib/records/kinds/reply.ts';
import type { Acknowledgement, Note } from '#lib/records/types.ts';
import { audienceOfAnswer } from '#lib/records/visibility.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from './save.ts';

/** Saves the author's reply to a "discuss" or "dispute" and sends it. Throws when it could not be saved. */
export async function replyToAnswer(
  db: SidelineDb,
  identity: Identity,
  note: Note,
  answer: Acknowledgement,
  outcome: ReplyOutcome,
  sentence: string,
): Promise<void> {
  const record = createRecord(
    {
      type: 'reply',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: answer.authorId,
      audience: audienceOfAnswer(note),
      refs: [note.id, answer.id],
      body: { outcome, sentence },
    },
    Date.now(),
  );
  await save(db, record);
}
