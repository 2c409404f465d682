/** What tells people of one name apart, so that nobody writes to, or reads of, the wrong one. */

export interface Named {
  id: string;
  name: string;
  /** Ids of those who coach them; nobody's where that is not known. */
  coachIds?: readonly string[];
}

/** The names of their coaches, where those differ; else a number that stays the same as long as they are all here. */
export type Telling = { coaches: string[] } | { number: number };

/** Undefined where nobody else in `everybody` has this name; letter case and spaces make no other name of it. */
export function tellApart(person: Named, everybody: readonly Named[]): Telling | undefined {
  const names = new Map(everybody.map(({ id, name }) => [id, name]));
  const coachesOf = ({ id, coachIds = [] }: Named) =>
    coachIds.flatMap(each => (each === id ? [] : (names.get(each) ?? []))).sort();
  const namesakes = everybody.filter(({ name }) => plain(name) === plain(person.name));
  if (namesakes.length < 2) return undefined;
  const coaches = coachesOf(person);
  const isAlike = (other: Named) => coachesOf(other).join('\n') === coaches.join('\n');
  if (coaches.length > 0 && namesakes.filter(isAlike).length === 1) return { coaches };
  const ids = namesakes.map(({ id }) => id).sort();
  return { number: ids.indexOf(person.id) + 1 };
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
