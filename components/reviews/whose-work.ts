/** Whose work is most likely looked back on: the person whom the page names for sure, else of the newest note here, else mine. */
import { subjectOf } from '#lib/coaching/history.ts';
import { matchName, type Named } from '#lib/names/match-name.ts';
import type { Note } from '#lib/records/types.ts';

/** `people` are those whose work may be looked back on, oneself first; `notes` are those on the work, newest first. */
export function whoseWork(
  owner: string | undefined,
  people: readonly [Named, ...Named[]],
  notes: readonly Note[],
): string {
  const match = matchName(owner ?? '', people);
  if (match.kind === 'sure') return match.id;
  const subjects = notes.map(subjectOf).filter(id => people.some(person => person.id === id));
  return subjects[0] ?? people[0].id;
}
