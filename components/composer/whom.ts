/** For whom a note on this work is. Never silently oneself: where it is not plain, the author is asked. */
import type { ComposerContext } from '#lib/messages/contract.ts';
import { matchName } from '#lib/names/match-name.ts';
import type { Artifact } from '#lib/records/artifact.ts';

export interface Whom {
  /** Absent: the author is to choose. */
  subjectId: string | undefined;
  /** Whom the page may mean, the likeliest first. */
  candidates: string[];
}

/**
 * The person whom the page names. Where it cannot be told which of several, or the page names a colleague about whom one
 * does not write: to be chosen, unless `lastSubjectId` was chosen here just now. Where it names nobody that is known, the
 * only person whom one coaches; oneself where there is nobody else at all.
 */
export function whomFor(
  { me, members, others = [] }: Pick<ComposerContext, 'me' | 'members' | 'others'>,
  { owner = '' }: Pick<Artifact, 'owner'>,
  lastSubjectId?: string,
): Whom {
  const people = members.filter(({ id }) => id !== me.id);
  if (people.length === 0) return { subjectId: me.id, candidates: [] };
  const match = matchName(owner, [...members, ...others]);
  const mine = (id: string) => members.some(member => member.id === id);
  if (match.kind === 'sure' && mine(match.id)) return { subjectId: match.id, candidates: [] };
  const candidates = match.kind === 'unsure' ? match.ids.filter(mine) : [];
  if (lastSubjectId !== undefined || match.kind !== 'none') return { subjectId: lastSubjectId, candidates };
  const coached = people.filter(({ coachIds }) => coachIds.includes(me.id));
  const [only, ...more] = coached.length > 0 ? coached : people;
  return { subjectId: more.length === 0 ? only?.id : undefined, candidates };
}
