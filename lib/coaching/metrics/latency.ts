/**
 * The time from the moment to the note, and from there to its first answer. In ms; the 24-hour clock runs at
 * weekends too.
 */

import { firstAnswers, subjectOf } from '#lib/coaching/history.ts';
import { DEFAULT_CLOCKS } from '#lib/coaching/loop/clocks.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { sentNotes } from './sent-notes.ts';
import { type Figure, figure, MINIMUM_N, median, percentile, type Share, share } from './statistics.ts';

export interface Latency {
  median: Figure;
  p90: Figure;
  onTime: Share;
  /** Medians of the two parts that the author controls. */
  observe: Figure;
  write: Figure;
  /** From sent to first answered, the closest we can measure to "seen". */
  seen: Figure;
  /** Left out because no moment is known. */
  unknown: readonly string[];
  /** Notes dated before their moment because of a wrong clock. They count as 0. */
  skewed: readonly string[];
  /** Counted, though the page said only when the work was last changed. */
  estimated: readonly string[];
  /** Drafts older than 24 hours, given by the device. They are waiting and count in no other number. */
  waiting: number;
  /** How long each of these has waited at least, in ms, the longest first: nobody knows yet how long it will be. */
  waitingAtLeast: readonly number[];
}

/** `draftMoments`: the observed moments of notes not sent yet. Notes to oneself and notes for study don't count. */
export function latencyOf(
  records: readonly Envelope[],
  now: number,
  draftMoments: readonly number[] = [],
  minimum: number = MINIMUM_N,
): Latency {
  const sent = sentNotes(records).filter(
    ({ first }) => first.authorId !== subjectOf(first) && first.body.purpose !== 'study',
  );
  const notes = sent.map(({ first }) => first);
  const timed = notes.flatMap(note =>
    note.body.momentAt === undefined
      ? []
      : [{ note, momentAt: note.body.momentAt, raw: note.createdAt - note.body.momentAt }],
  );
  const all = timed.map(({ raw }) => Math.max(0, raw));
  const opened = timed.flatMap(({ note, momentAt }) =>
    note.body.openedAt === undefined ? [] : [Math.max(0, note.body.openedAt - momentAt)],
  );
  const written = notes.flatMap(note =>
    note.body.openedAt === undefined ? [] : [Math.max(0, note.createdAt - note.body.openedAt)],
  );
  const answers = firstAnswers(records);
  const seen = sent.flatMap(({ first, ids }) => {
    const at = [...ids].flatMap(id => answers.get(`${id} ${subjectOf(first)}`)?.createdAt ?? []);
    return at.length === 0 ? [] : [Math.max(0, Math.min(...at) - first.createdAt)];
  });
  const ages = draftMoments.map(moment => now - moment).filter(age => age > DEFAULT_CLOCKS.note);
  const of = (values: readonly number[], value: number | null) => figure(value, values.length, minimum);
  return {
    median: of(all, median(all)),
    p90: of(all, percentile(all, 90)),
    onTime: share(all.filter(ms => ms <= DEFAULT_CLOCKS.note).length, all.length, minimum),
    observe: of(opened, median(opened)),
    write: of(written, median(written)),
    seen: of(seen, median(seen)),
    unknown: notes.filter(note => note.body.momentAt === undefined).map(note => note.id),
    estimated: timed.filter(({ note }) => note.body.momentFrom === 'lastChange').map(({ note }) => note.id),
    skewed: timed.filter(({ raw }) => raw < 0).map(({ note }) => note.id),
    waiting: ages.length,
    waitingAtLeast: ages.sort((a, b) => b - a),
  };
}
