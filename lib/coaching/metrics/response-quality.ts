/** How many of a coach's notes have all their parts and say only what one can see (R092). */

import { subjectOf } from '#lib/coaching/history.ts';
import { gateNote, languageOfNote } from '#lib/coaching/notes/language-gate.ts';
import { noteProblems } from '#lib/coaching/notes/requirements.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Note } from '#lib/records/types.ts';
import { sentNotes } from './sent-notes.ts';
import { MINIMUM_N, type Share, share } from './statistics.ts';

export interface ResponseQuality {
  /** Notes to others with all parts, of which the language check neither stops nor asks about any. */
  share: Share;
  /** The notes that lack something, for their author to look at. */
  lacking: readonly string[];
}

/** `locale` is only for notes whose own words do not tell their language. */
export function responseQuality(
  records: readonly Envelope[],
  coachId: string,
  locale = 'en',
  minimum: number = MINIMUM_N,
): ResponseQuality {
  const own = sentNotes(records)
    .map(({ note }) => note)
    .filter(note => note.authorId === coachId && subjectOf(note) !== coachId);
  const lacking = own.filter(note => !isGood(note, locale));
  return {
    share: share(own.length - lacking.length, own.length, minimum),
    lacking: lacking.map(({ id }) => id),
  };
}

function isGood({ body }: Note, locale: string): boolean {
  if (noteProblems(body).length > 0) return false;
  return gateNote(body, languageOfNote(body, locale)).parts.every(
    ({ effect }) => effect !== 'stops' && effect !== 'asks',
  );
}
