/** Chooses who a note on this artifact is for. Never oneself by default: if it is unclear, the author is asked. */
import type { ComposerContext } from '#lib/messages/contract.ts';
import { matchName } from '#lib/names/match-name.ts';
import type { Artifact } from '#lib/records/artifact.ts';

export interface Whom {
  /** Absent if the author has to choose. */
  subjectId: string | undefined;
  /** The people the page may mean, likeliest first. */
  candidates: string[];
}

/**
 * The person the page names. If several people fit, or the page names a colleague the author may not write about, the
 * author has to choose, unless they just chose `lastSubjectId` here. If the page names nobody we know, the only person
 * one coaches; oneself if there is nobody else at all.
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
