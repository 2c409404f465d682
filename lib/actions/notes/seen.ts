import { save } from '#lib/actions/save.ts';
import { createRecord, seenId } from '#lib/records/create.ts';
import type { Note } from '#lib/records/types.ts';
import { audienceOfAnswer } from '#lib/records/visibility.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { hasSeen } from '#lib/store/seen.ts';

/**
 * Tells a note's author that the person it is about has seen it: once only, on whichever page or device. Errors are
 * those of saveOwn.
 */
export async function markSeen(
  db: SidelineDb,
  { workspaceId, memberId }: Pick<Identity, 'workspaceId' | 'memberId'>,
  note: Note,
): Promise<void> {
  if (await hasSeen(db, note.id, memberId)) return;
  const record = createRecord(
    {
      id: seenId(note.id, memberId),
      type: 'seen',
      workspaceId,
      authorId: memberId,
      subjectId: note.authorId,
      audience: audienceOfAnswer(note),
      refs: [note.id],
      body: {},
    },
    Date.now(),
  );
  await save(db, record);
}
