import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Body, RecordOf } from '#lib/records/types.ts';
import { audienceOfAnswer } from '#lib/records/visibility.ts';
import type { Identity } from '#lib/store/identity.ts';

type WrittenBack = 'acknowledgement' | 'commitment' | 'evidence';

/**
 * What a coachee writes back about `to` (a note, or a behaviour proposed for them): addressed to its author, visible
 * to whoever sees `to`. `refs` must begin with what the record's type requires first.
 */
export function writtenBack<T extends WrittenBack>(
  type: T,
  identity: Identity,
  to: Pick<Envelope, 'authorId' | 'audience'>,
  refs: string[],
  body: Body<T>,
): RecordOf<T> {
  return createRecord(
    {
      type,
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: to.authorId,
      audience: audienceOfAnswer(to),
      refs,
      body,
    },
    Date.now(),
  );
}
