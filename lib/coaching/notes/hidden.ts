/** Notes and scores that the person whom they are about would never see (R190, R228). */
import type { Envelope } from '#lib/records/envelope.ts';

/**
 * "Only me" is for what one writes about oneself. About somebody else, a note is half-written on the device until that
 * person may see it. Earlier versions stored such notes: their authors send or delete them.
 */
export function isHiddenFromSubject(
  record: Pick<Envelope, 'type' | 'authorId' | 'subjectId' | 'audience' | 'deletedAt'>,
): boolean {
  return (
    (record.type === 'note' || record.type === 'scorecard') &&
    record.deletedAt === undefined &&
    record.audience === 'author' &&
    record.subjectId !== undefined &&
    record.subjectId !== record.authorId
  );
}
