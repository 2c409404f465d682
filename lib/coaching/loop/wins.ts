/** Small wins. They come before anything else on a person's own page (R049, R072). */

import { ofType, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';

export type WinKind = 'recognised' | 'first time' | 'first after a miss' | 'streak' | 'implemented';

export interface Win {
  kind: WinKind;
  behaviourId: string | undefined;
  /** When, in ms since 1970. */
  at: number;
  recordId: string;
  /** For a streak: how many in a row. */
  count?: number;
}

/** The streak lengths we celebrate, in days. */
const STREAKS: ReadonlySet<number> = new Set([3, 5, 10, 20, 50]);

/** One person's wins, the latest first. A day without an opportunity neither breaks nor lengthens a streak. */
export function winsOf(records: readonly Envelope[], memberId: string): Win[] {
  const wins: Win[] = [];
  for (const note of ofType(records, 'note')) {
    if (note.body.kind === 'recognition' && subjectOf(note) === memberId && note.authorId !== memberId) {
      wins.push({
        kind: 'recognised',
        behaviourId: note.body.behaviourId,
        at: note.createdAt,
        recordId: note.id,
      });
    }
  }
  const commitments = new Map(ofType(records, 'commitment').map(commitment => [commitment.id, commitment]));
  for (const verdict of ofType(records, 'verdict')) {
    const commitment = commitments.get(verdict.refs[0] ?? '');
    if (commitment?.authorId !== memberId || verdict.body.finding !== 'implemented') continue;
    const { behaviourId } = commitment.body;
    wins.push({ kind: 'implemented', behaviourId, at: verdict.createdAt, recordId: verdict.id });
  }
  wins.push(...loggedWins(records, memberId));
  return wins.sort((a, b) => b.at - a.at || (a.recordId < b.recordId ? -1 : 1));
}

function loggedWins(records: readonly Envelope[], memberId: string): Win[] {
  const wins: Win[] = [];
  const rows = new Map<string, { seen: boolean; missed: boolean; streak: number; day: string }>();
  const logs = ofType(records, 'log')
    .filter(log => subjectOf(log) === memberId && log.body.result !== 'noOpportunity')
    .sort((a, b) =>
      a.body.day < b.body.day
        ? -1
        : a.body.day > b.body.day
          ? 1
          : a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
    );
  for (const log of logs) {
    const { behaviourId, day, result } = log.body;
    const row = rows.get(behaviourId) ?? { seen: false, missed: false, streak: 0, day: '' };
    rows.set(behaviourId, row);
    if (result === 'notDone') {
      row.missed = true;
      row.streak = 0;
      row.day = day;
      continue;
    }
    const win = (kind: WinKind, count?: number): Win => ({
      kind,
      behaviourId,
      at: log.body.at ?? log.createdAt,
      recordId: log.id,
      ...(count === undefined ? {} : { count }),
    });
    if (!row.seen) wins.push(win('first time'));
    else if (row.missed) wins.push(win('first after a miss'));
    // Two logs on one day count as one day of the streak.
    if (row.day !== day) row.streak += 1;
    if (row.day !== day && STREAKS.has(row.streak)) wins.push(win('streak', row.streak));
    row.seen = true;
    row.missed = false;
    row.day = day;
  }
  return wins;
}
