/** What came back, what was decided about it, and whether that helped: the workspace's memory of its repeats (R055). */
import { distinct, ofType, retractedNotes, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note, type Ruling } from '#lib/records/types.ts';
import { DEFAULT_PATTERNS } from './patterns.ts';

/** `open`: nothing came back yet, but the time in which it would count as a repeat is not over. */
export type Helped = 'helped' | 'open' | 'came back';

export interface Lesson {
  behaviourId: string;
  ruling: Ruling;
  /** Corrections that the decision was about, as far as they are known here. */
  before: number;
  /** Corrections of the same behaviour since, for the same person, or for anybody where it was about the workspace. */
  since: number;
  helped: Helped;
}

/** Decisions on repeated corrections, the latest first. `window` is the time in ms in which a correction is a repeat. */
export function lessonsOf(
  records: readonly Envelope[],
  now: number,
  window: number = DEFAULT_PATTERNS.window,
): Lesson[] {
  const retracted = retractedNotes(records);
  const corrections = distinct(records)
    .filter(record => isType(record, 'note'))
    .filter(note => note.body.kind === 'correction' && !retracted.has(note.id));
  return ofType(records, 'ruling')
    .filter(({ body }) => body.on === 'pattern' && body.behaviourId !== undefined)
    .map(ruling => lessonOf(ruling, corrections, now, window))
    .reverse();
}

function lessonOf(ruling: Ruling, corrections: readonly Note[], now: number, window: number): Lesson {
  const { behaviourId = '' } = ruling.body;
  const since = corrections.filter(
    note =>
      note.body.behaviourId === behaviourId &&
      note.authorId !== subjectOf(note) &&
      (ruling.subjectId === undefined || subjectOf(note) === ruling.subjectId) &&
      // The correction that was sent along with the decision is what it was about.
      note.body.rulingId !== ruling.id &&
      note.createdAt > ruling.createdAt &&
      note.createdAt <= ruling.createdAt + window,
  ).length;
  const isOver = now > ruling.createdAt + window;
  const before = corrections.filter(({ id }) => ruling.refs.includes(id)).length;
  return {
    behaviourId,
    ruling,
    before,
    since,
    helped: since > 0 ? 'came back' : isOver ? 'helped' : 'open',
  };
}

/** The lessons in which all words of a search stand: in the behaviour's name or in what was decided. */
export function searchLessons(
  lessons: readonly Lesson[],
  words: string,
  nameOf: (behaviourId: string) => string,
): Lesson[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return lessons.filter(({ behaviourId, ruling }) => {
    const text = `${nameOf(behaviourId)} ${ruling.body.sentence}`.toLocaleLowerCase();
    return wanted.every(word => text.includes(word));
  });
}
