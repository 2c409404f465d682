/** What people do and how far along they are: which behaviours they are offered, and what is expected (R025, R027). */
import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { BehaviourRole } from '#lib/records/kinds/behaviour.ts';
import type { Job } from '#lib/records/kinds/position.ts';
import type { Body } from '#lib/records/types.ts';

/** Under which heading of the library the behaviours for a job stand. */
export const ROLE_OF_JOB: Readonly<Record<Job, BehaviourRole>> = {
  rep: 'sales',
  creator: 'creator',
  editor: 'editor',
  producer: 'editor',
  creatorLead: 'creatorLead',
  manager: 'leader',
};

/**
 * A member's job and level: what they say themselves, and else the latest that one of today's owners says. Part by part, so that an owner can add the level where somebody has named only their job.
 */
export function positionOf(
  records: readonly Envelope[],
  memberId: string,
  ownerIds: ReadonlySet<string>,
): Body<'position'> {
  const about = ofType(records, 'position')
    .filter(({ subjectId, audience }) => subjectId === memberId && audience !== 'author')
    .sort((a, b) => a.updatedAt - b.updatedAt || (a.id < b.id ? -1 : 1));
  const own = about.findLast(({ authorId }) => authorId === memberId)?.body;
  const other = about.findLast(({ authorId }) => authorId !== memberId && ownerIds.has(authorId))?.body;
  const job = own?.job ?? other?.job;
  const level = own?.level ?? other?.level;
  return { ...(job ? { job } : {}), ...(level ? { level } : {}) };
}
