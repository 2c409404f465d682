/** Who sees what a member begins, where nobody chooses it. */
import type { Audience } from '#lib/records/envelope.ts';
import { leads } from '#lib/records/permissions.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';

/** About a person: their coaches. About nobody: all, if a coach or owner begins it; else its author alone. */
export function audienceFor(identity: Identity, subjectId: string | undefined): Audience {
  if (subjectId !== undefined) return 'coaches';
  return leads(writerOf(identity)) ? 'workspace' : 'author';
}
