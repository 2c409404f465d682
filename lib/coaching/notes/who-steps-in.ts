/** Who may step in when a note stands still (R146). */
import { coacheeOf, maySee, type Scope } from '#lib/records/visibility.ts';

interface Person {
  id: string;
  coachIds: readonly string[];
}

/**
 * The note's author and the coaches of the person it is about, as far as the note reaches them: nobody is named who
 * would not hear of it. The person themself is not among them.
 */
export function whoStepsIn(note: Scope, members: readonly Person[]): string[] {
  const coachee = coacheeOf(note);
  const coachIds = members.find(({ id }) => id === coachee)?.coachIds ?? [];
  return members
    .map(({ id }) => id)
    .filter(id => id !== coachee && (id === note.authorId || coachIds.includes(id)))
    .filter(id => {
      const coachees = new Set(coachee !== undefined && coachIds.includes(id) ? [coachee] : []);
      return maySee(note, { memberId: id, coachees });
    });
}
