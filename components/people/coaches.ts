import { type Identity, writerOf } from '#lib/store/identity.ts';

/** By role, or because somebody is assigned to me. Somebody alone is coach and coachee in one, and Today has it all. */
export function coachesSomebody({ memberId, members, server }: Identity): boolean {
  const { roles, coachees } = writerOf({ memberId, members });
  const others = members.filter(member => member.id !== memberId);
  // An owner may write to everybody, and finds there whom to invite or to write to first.
  if (roles.includes('owner') && server !== undefined) return true;
  return others.length > 0 && (roles.includes('coach') || others.some(({ id }) => coachees.has(id)));
}
