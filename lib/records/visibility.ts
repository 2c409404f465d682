/**
 * Who may see a record. The one function that decides it, for pull, push, live and export alike: a record leaves a
 * server only through here.
 */
import type { Envelope } from './envelope.ts';

export interface Viewer {
  memberId: string;
  /** Members whom this one coaches now. */
  coachees: ReadonlySet<string>;
}

export function maySee(
  record: Pick<Envelope, 'authorId' | 'subjectId' | 'audience'>,
  viewer: Viewer,
): boolean {
  if (record.authorId === viewer.memberId) return true;
  const isSubject = record.subjectId === viewer.memberId;
  switch (record.audience) {
    case 'author':
      return false;
    case 'pair':
      return isSubject;
    case 'coaches':
      return isSubject || (record.subjectId !== undefined && viewer.coachees.has(record.subjectId));
    case 'workspace':
      return true;
    default:
      return false;
  }
}
