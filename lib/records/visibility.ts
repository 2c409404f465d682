/**
 * Who may see a record. The one function that decides it, for pull, push, live and export alike: a record leaves a
 * server only through here.
 */
import type { Audience, Envelope } from './envelope.ts';
import { traits, traitsOf } from './traits.ts';

export interface Viewer {
  memberId: string;
  /** Members whom this one coaches now. */
  coachees: ReadonlySet<string>;
}

export type Scope = Pick<Envelope, 'type' | 'authorId' | 'subjectId' | 'audience'>;

/** The kinds that a coachee writes back, for a query. */
export const WRITTEN_BACK: readonly string[] = Object.entries(traits).flatMap(([type, { writtenBack }]) =>
  writtenBack ? [type] : [],
);

/** Whose coaches `coaches` means: those of the member whose work the record is about; none for nobody's. */
export function coacheeOf({ type, authorId, subjectId }: Omit<Scope, 'audience'>): string | undefined {
  return traitsOf(type).writtenBack ? authorId : subjectId;
}

/** An answer to a record, and what follows from it, is for the same people as the record itself. */
export function audienceOfAnswer(to: Pick<Envelope, 'audience'>): Audience {
  return to.audience;
}

export function maySee(record: Scope, viewer: Viewer): boolean {
  if (record.authorId === viewer.memberId) return true;
  const isSubject = record.subjectId === viewer.memberId;
  switch (record.audience) {
    case 'author':
      return false;
    case 'pair':
      return isSubject;
    case 'coaches': {
      const coachee = coacheeOf(record);
      return isSubject || (coachee !== undefined && viewer.coachees.has(coachee));
    }
    case 'workspace':
      return true;
    default:
      return false;
  }
}
