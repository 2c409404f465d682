/** What tells people of one name apart, so that nobody writes to, or reads of, the wrong one. */

export interface Named {
  id: string;
  name: string;
  /** Ids of those who coach them; nobody's where that is not known. */
  coachIds?: readonly string[];
}

/** The names of their coaches, where those differ; else a number that stays the same as long as they are all here. */
export type Telling = { coaches: string[] } | { number: number };

/** By id, for those who share their name with somebody else here. Letter case and spaces make no other name of it. */
export function tellApart(everybody: readonly Named[]): Map<string, Telling> {
  const names = new Map(everybody.map(({ id, name }) => [id, name]));
  const coachesOf = ({ id, coachIds = [] }: Named) =>
    coachIds.flatMap(each => (each === id ? [] : (names.get(each) ?? []))).sort();
  const telling = new Map<string, Telling>();
  for (const namesakes of Map.groupBy(everybody, ({ name }) => plain(name)).values()) {
    if (namesakes.length < 2) continue;
    const byCoaches = Map.groupBy(namesakes, each => coachesOf(each).join('\n'));
    const ids = namesakes.map(({ id }) => id).sort();
    for (const each of namesakes) {
      const coaches = coachesOf(each);
      const isAlone = byCoaches.get(coaches.join('\n'))?.length === 1;
      telling.set(
        each.id,
        isAlone && coaches.length > 0 ? { coaches } : { number: ids.indexOf(each.id) + 1 },
      );
    }
  }
  return telling;
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
