/** Compares what two notes, scorecards or rulings say, as a person would: not their ids, times or revisions. */
import { artifactKeys } from '#lib/records/artifact.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { noteTexts } from '#lib/records/kinds/note.ts';
import { isType, type Note, type Scorecard } from '#lib/records/types.ts';
import { canonical } from '#lib/store/row/versions.ts';
import { DAY } from '#lib/time.ts';

/**
 * True when `stored` says what `fresh` says, to the same people, about the same person, behaviour and place. A record
 * that was taken back says nothing.
 */
export function saysTheSame(stored: Envelope, fresh: Envelope): boolean {
  if (stored.deletedAt !== undefined) return false;
  if (isType(stored, 'note') && isType(fresh, 'note')) {
    return sameWork(stored, fresh) && canonical(contentOfNote(stored)) === canonical(contentOfNote(fresh));
  }
  if (isType(stored, 'scorecard') && isType(fresh, 'scorecard')) {
    return sameWork(stored, fresh) && canonical(contentOfCard(stored)) === canonical(contentOfCard(fresh));
  }
  if (isType(stored, 'ruling') && isType(fresh, 'ruling')) {
    const said = ({ body: { cause, remedy, sentence } }: typeof stored) => [cause, remedy, sentence];
    return canonical(said(stored)) === canonical(said(fresh));
  }
  return false;
}

/** The earlier notes that a note about a habit refers to. Its references name its ruling and its former version too. */
export function occasionsOf({ refs, body }: Note): string[] {
  if (body.scope !== 'pattern') return [];
  return refs.filter(id => id !== body.rulingId && id !== body.replaces);
}

/** The time to look again, in whole days from when the note was written. */
export function checkInDaysOf({ createdAt, body: { checkInAt } }: Note): number | undefined {
  return checkInAt === undefined ? undefined : Math.max(0, Math.round((checkInAt - createdAt) / DAY));
}

function contentOfNote(note: Note): object {
  const { kind, anchor, behaviourId, momentAt: at, momentFrom, live, route, scope } = note.body;
  // What was read from the page is none of the author's words, and may be missing on another surface.
  const momentAt = momentFrom === undefined ? at : undefined;
  return {
    ...peopleOf(note),
    texts: noteTexts.map(part => note.body[part] ?? ''),
    about: { kind, anchor, behaviourId, momentAt, live: live === true, route, scope },
    checkInDays: checkInDaysOf(note),
    occasions: occasionsOf(note).sort(),
  };
}

function contentOfCard(card: Scorecard): object {
  const { anchor, rubric, scores, hookType, behaviourId } = card.body;
  const levels = Object.fromEntries(scores.map(({ criterion, level }) => [criterion, level]));
  return { ...peopleOf(card), anchor, rubric, levels, hookType, behaviourId };
}

function peopleOf({ authorId, subjectId = authorId, audience }: Note | Scorecard) {
  return { subjectId, audience };
}

/** The same piece of work, though it may have had another key when one of them was written. */
function sameWork(a: Note | Scorecard, b: Note | Scorecard): boolean {
  const [one, other] = [a.body.artifact, b.body.artifact];
  return artifactKeys(one).includes(other.key) || artifactKeys(other).includes(one.key);
}
