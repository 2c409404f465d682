/** How notes are answered. */

import { firstAnswers, ofType, retractedNotes, subjectOf } from '#lib/coaching/history.ts';
import { DEFAULT_CLOCKS } from '#lib/coaching/loop/clocks.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Answer } from '#lib/records/kinds/acknowledgement.ts';
import { type Figure, figure, MINIMUM_N, median, type Share, share } from './statistics.ts';

export interface AcknowledgementRate {
  /** Answered in time, out of the notes answered or past their deadline. */
  inTime: Share;
  /** Answered at all, out of the same notes. */
  ever: Share;
  /** Median ms from sent to answered. */
  time: Figure;
  /** First answers by kind; a dispute is an answer. */
  mix: Readonly<Record<Answer, number>>;
  /** Not yet due, so on neither side of the share. */
  open: number;
}

export function acknowledgementRate(
  records: readonly Envelope[],
  now: number,
  allowed: number = DEFAULT_CLOCKS.answer,
  minimum: number = MINIMUM_N,
): AcknowledgementRate {
  const firsts = firstAnswers(records);
  const retracted = retractedNotes(records);
  const mix = { accept: 0, discuss: 0, dispute: 0 };
  const times: number[] = [];
  let inTime = 0;
  let elapsed = 0;
  let open = 0;
  for (const note of ofType(records, 'note')) {
    const subject = subjectOf(note);
    if (subject === note.authorId) continue;
    const first = firsts.get(`${note.id} ${subject}`);
    if (!first && retracted.has(note.id)) continue;
    if (first) {
      const took = Math.max(0, first.createdAt - note.createdAt);
      times.push(took);
      mix[first.body.answer] += 1;
      elapsed += 1;
      if (took <= allowed) inTime += 1;
    } else if (now > note.createdAt + allowed) elapsed += 1;
    else open += 1;
  }
  return {
    inTime: share(inTime, elapsed, minimum),
    ever: share(times.length, elapsed, minimum),
    time: figure(median(times), times.length, minimum),
    mix,
    open,
  };
}
