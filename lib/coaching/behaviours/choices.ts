/**
 * What a note about one person can be about. There is always something to choose: we never require what cannot be
 * chosen.
 */
import type { Artifact } from '#lib/records/artifact.ts';
import type { BehaviourRole } from '#lib/records/kinds/behaviour.ts';

/** One behaviour to choose from: a person's own, the workspace's, or a shipped one. */
export interface Pickable {
  id: string;
  subjectId?: string | undefined;
  /** The library entry that it was made from, or that it is. */
  libraryId?: string | undefined;
  /** Set on a library entry. */
  role?: BehaviourRole | undefined;
}

export interface Offer<T> {
  /** What the person practises now. */
  own: T[];
  /** The workspace's list, without behaviours the person has a copy of. */
  team: T[];
  /** From the library, if the person practises nothing yet: a few for this kind of work, and all the others. */
  fitting: T[];
  rest: T[];
}

const FEW = 5;

/** Which roles' behaviours to offer first for each kind of work. */
const FITS: Readonly<Record<Artifact['kind'], readonly BehaviourRole[]>> = {
  crm: ['sales', 'service', 'everyone'],
  video: ['creator', 'editor', 'creatorLead'],
  doc: ['everyone', 'sales', 'service'],
};

/** `subjectId` is absent while nobody is chosen. `all` contains everybody's active behaviours and the library. */
export function offerFor<T extends Pickable>(
  all: readonly T[],
  subjectId: string | undefined,
  kind: Artifact['kind'] | undefined,
): Offer<T> {
  const own = all.filter(each => each.subjectId !== undefined && each.subjectId === subjectId);
  const copied = libraryIdsOf(own);
  const team = all.filter(
    each => each.role === undefined && each.subjectId === undefined && !copied.has(each.libraryId ?? ''),
  );
  if (own.length > 0) return { own, team, fitting: [], rest: [] };
  const taken = libraryIdsOf(team);
  const library = all.filter(({ role, libraryId = '' }) => role !== undefined && !taken.has(libraryId));
  const fitting = (kind ? FITS[kind] : [])
    .flatMap(role => library.filter(each => each.role === role))
    .slice(0, FEW);
  return { own, team, fitting, rest: library.filter(each => !fitting.includes(each)) };
}

/**
 * What stays chosen when the note becomes one about this person: the same behaviour if they can have it, their own
 * copy of it, or the entry it was made from; otherwise nothing.
 */
export function carriedOver<T extends Pickable>(
  all: readonly T[],
  behaviourId: string | undefined,
  subjectId: string | undefined,
  kind: Artifact['kind'],
): string | undefined {
  const { own, team, fitting, rest } = offerFor(all, subjectId, kind);
  const offered = [...own, ...team, ...fitting, ...rest];
  if (offered.some(({ id }) => id === behaviourId)) return behaviourId;
  const entry = all.find(({ id }) => id === behaviourId)?.libraryId;
  return entry === undefined ? undefined : offered.find(({ libraryId }) => libraryId === entry)?.id;
}

function libraryIdsOf(list: readonly Pickable[]): Set<string> {
  return new Set(list.flatMap(({ libraryId }) => libraryId ?? []));
}
