/**
 * Decides who may see a record. Pull, push, live and export all use this one function: no record leaves a server any
 * other way.
 */
import type { Audience, Envelope } from './envelope.ts';
import { traits, traitsOf } from './traits.ts';

export interface Viewer {
  memberId: string;
  /** The members this one coaches now. */
  coachees: ReadonlySet<string>;
}

export type Scope = Pick<Envelope, 'type' | 'authorId' | 'subjectId' | 'audience'>;

/** The types that a coachee writes back, for a query. */
export const WRITTEN_BACK: readonly string[] = Object.entries(traits).flatMap(([type, { writtenBack }]) =>
  writtenBack ? [type] : [],
);

/**
 * The member whose coaches `coaches` means: the one whose work the record is about; undefined if it is about nobody.
 */
export function coacheeOf({ type, authorId, subjectId }: Omit<Scope, 'audience'>): string | undefined {
  return traitsOf(type).writtenBack ? authorId : subjectId;
}

/** An answer to a record, and everything that follows from it, has the record's own audience. */
export function audienceOfAnswer(to: Pick<Envelope, 'audience'>): Audience {
  return to.audience;
}

/**
 * Whom a record reaches, whatever it says. A person's practice concerns their coaches: earlier versions wrote the log of
 * a behaviour from the catalogue for the whole workspace, and such a record cannot be changed by anybody but its author.
 */
export function reachOf({ type, audience }: Pick<Scope, 'type' | 'audience'>): Audience {
  return type === 'log' && audience === 'workspace' ? 'coaches' : audience;
}

export function maySee(record: Scope, viewer: Viewer): boolean {
  if (record.authorId === viewer.memberId) return true;
  const isSubject = record.subjectId === viewer.memberId;
  switch (reachOf(record)) {
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
