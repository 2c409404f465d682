/** Computes the loops of many notes at once, giving each record only to the notes whose loop it belongs to. */

import { distinct, ofType } from '#lib/coaching/history.ts';
import { parkedNotes } from '#lib/coaching/reviews/finish.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note } from '#lib/records/types.ts';
import { DEFAULT_CLOCKS, type LoopClocks } from './clocks.ts';
import { type Loop, loopOf } from './loop.ts';

/** For each note, the records that refer to it or to a record that does. */
export function answersByNote(records: readonly Envelope[]): Map<string, Envelope[]> {
  const live = distinct(records);
  const byId = new Map(live.map(record => [record.id, record]));
  const groups = new Map<string, Envelope[]>(
    live.filter(record => isType(record, 'note')).map(note => [note.id, []]),
  );
  const known = new Map<string, ReadonlySet<string>>();
  const rootsOf = (record: Envelope): ReadonlySet<string> => {
    const found = known.get(record.id);
    if (found) return found;
    const roots = new Set<string>();
    // Stored before it is complete, so that records that refer to each other in a cycle end here.
    known.set(record.id, roots);
    for (const ref of record.refs) {
      const target = byId.get(ref);
      if (!target) continue;
      if (target.type === 'note') roots.add(ref);
      else for (const root of rootsOf(target)) roots.add(root);
    }
    return roots;
  };
  for (const record of live) {
    const roots = new Set(rootsOf(record));
    if (isType(record, 'note') && record.body.replaces !== undefined) roots.add(record.body.replaces);
    for (const root of roots) if (root !== record.id) groups.get(root)?.push(record);
  }
  return groups;
}

/** The notes (those that `only` accepts, or all), each with its loop, oldest first. */
export function loopsOf(
  records: readonly Envelope[],
  now: number,
  clocks: LoopClocks = DEFAULT_CLOCKS,
  only: (note: Note) => boolean = () => true,
): { note: Note; loop: Loop }[] {
  const answers = answersByNote(records);
  return distinct(records)
    .filter(record => isType(record, 'note'))
    .filter(only)
    .map(note => ({ note, loop: loopOf(note, answers.get(note.id) ?? [], now, clocks) }));
}

/**
 * The loops that ask somebody for something. Nobody is asked for a note that its author parked at the end of a sitting and
 * to which nothing was said yet (R057); once it was answered it goes on as usual.
 */
export function askingLoops(...given: Parameters<typeof loopsOf>): ReturnType<typeof loopsOf> {
  const [records] = given;
  const parked = parkedNotes(records);
  if (parked.size === 0) return loopsOf(...given);
  const answered = new Set(ofType(records, 'acknowledgement').flatMap(({ refs }) => refs));
  return loopsOf(...given).filter(
    ({ note, loop }) => !parked.has(note.id) || loop.state !== 'waiting for answer' || answered.has(note.id),
  );
}
