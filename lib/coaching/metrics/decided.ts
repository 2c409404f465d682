/** What was decided about one person's behaviour, to mark it where it falls among their weeks. */
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';

export interface Decided {
  recordId: string;
  /** In ms since 1970. */
  at: number;
  text: string;
}

/**
 * The decisions of reviews and the rulings about this person since `from` (ms since 1970), oldest first. One that names
 * another behaviour is left out; one that names none is about all of them. Without `behaviourId`, all.
 */
export function decidedAbout(
  records: readonly Envelope[],
  memberId: string,
  behaviourId: string | undefined,
  from: number,
): Decided[] {
  const isMeant = (record: Envelope, about: string | undefined) =>
    subjectOf(record) === memberId &&
    record.createdAt >= from &&
    (behaviourId === undefined || about === undefined || about === behaviourId);
  const decisions = ofType(records, 'decision')
    .filter(each => isMeant(each, each.body.behaviourId))
    .map(({ id, createdAt, body }) => ({ recordId: id, at: createdAt, text: body.text }));
  const rulings = ofType(records, 'ruling')
    .filter(each => each.body.sentence !== '' && isMeant(each, each.body.behaviourId))
    .map(({ id, createdAt, body }) => ({ recordId: id, at: createdAt, text: body.sentence }));
  return [...decisions, ...rulings].sort((a, b) => a.at - b.at || (a.recordId < b.recordId ? -1 : 1));
}
