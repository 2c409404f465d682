/** With what a review begins: what it is about, by which it is told from the next of its kind, and which notes are in it. */
import { addDays, type Calendar, type Day, weekOf } from '#lib/coaching/calendar.ts';
import { ofType } from '#lib/coaching/history.ts';
import { type Artifact, keptArtifact } from '#lib/records/artifact.ts';
import { type Envelope, MAX_REFS } from '#lib/records/envelope.ts';
import type { ReviewKind } from '#lib/records/kinds/review.ts';
import type { Body, Review } from '#lib/records/types.ts';
import { isOfOneself } from './about-oneself.ts';
import { notesOfSitting } from './finish.ts';

/** By what a review is told from the next of its kind: the week, the month, else the day. */
const WEEKLY: readonly ReviewKind[] = ['weekly', 'leadership', 'intake'];
const MONTHLY: readonly ReviewKind[] = ['monthly', 'quarterly', 'cycle'];
/** So much of a work's key stands in front of a day, which still leaves room for it. */
const LONGEST_KEY = 1000;

export interface Beginning {
  kind: ReviewKind;
  about: string;
  subjectId: string;
  more: Partial<Pick<Body<'review'>, 'artifact' | 'from' | 'to' | 'noteIds' | 'publishedAt'>>;
}

interface Asked {
  kind: ReviewKind;
  memberId: string;
  /** Whose work it is. A look back at one's own week is one's own, whoever is named here. */
  subjectId: string;
  today: Day;
  calendar: Calendar;
}

/** A review of a week, a month, a day, or of the last sitting. A second sitting on one day is another review. */
export function ofPeriod(records: readonly Envelope[], asked: Asked): Beginning {
  const { kind, memberId, today, calendar } = asked;
  const subjectId = isOfOneself(kind) ? memberId : asked.subjectId;
  const period = periodOf(kind, today, calendar);
  const notes = kind === 'finish' ? notesOfSitting(records, memberId, subjectId) : [];
  const noteIds = notes.slice(-MAX_REFS).map(note => note.id);
  return { kind, about: noteIds.at(-1) ?? period.from, subjectId, more: { ...period, noteIds } };
}

/**
 * A review of one work. There is one debrief of it; after-action reviews can follow each other, and one that is still
 * open is gone on with. `publishedAt` is when it came out, in ms, where that is known.
 */
export function ofWork(
  records: readonly Envelope[],
  asked: Asked,
  work: { artifact: Artifact; publishedAt?: number | undefined },
): Beginning {
  const { kind, memberId, subjectId, today } = asked;
  const artifact = keptArtifact(work.artifact);
  const open = ofType(records, 'review').find(
    each =>
      each.authorId === memberId &&
      each.subjectId === subjectId &&
      each.body.kind === kind &&
      isOn(each, [artifact.key]) &&
      each.body.doneAt === undefined,
  );
  const { publishedAt } = work;
  const dated = `${artifact.key.slice(0, LONGEST_KEY)}|${today}`;
  return {
    kind,
    about: open?.body.about ?? (kind === 'debrief' ? artifact.key : dated),
    subjectId,
    more: { artifact, from: today, to: today, ...(publishedAt === undefined ? {} : { publishedAt }) },
  };
}

/** Is it a review of the work that has one of these keys? */
export function isOn({ body }: Review, keys: readonly string[]): boolean {
  return keys.includes(body.artifact?.key ?? body.about);
}

/** Days and weeks as the workspace counts them. */
function periodOf(kind: ReviewKind, today: Day, calendar: Calendar): { from: Day; to: Day } {
  if (WEEKLY.includes(kind)) {
    const from = weekOf(today, calendar);
    return { from, to: addDays(from, 6) };
  }
  const from = MONTHLY.includes(kind) ? `${today.slice(0, 7)}-01` : today;
  return { from, to: today };
}
