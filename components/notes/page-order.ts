import { useState } from 'react';
import type { Thread } from '#components/records/live-records.ts';
import type { LoopClocks } from '#lib/coaching/loop/clocks.ts';
import { loopOf } from '#lib/coaching/loop/loop.ts';

/**
 * The notes on a page in the order a person should meet them: a win first, because the first thing people see about
 * themselves should never be a red mark; then what I owe, the earliest deadline first; then the rest, newest first.
 */
export function inPageOrder(
  threads: readonly Thread[],
  memberId: string,
  now: number,
  clocks: LoopClocks,
): Thread[] {
  const win = threads.find(({ note }) => note.body.kind === 'recognition' && note.subjectId === memberId);
  const dueAt = new Map(
    threads.map(thread => {
      const { owed } = loopOf(thread.note, thread.answers, now, clocks);
      return [thread, owed.find(step => step.memberId === memberId)?.dueAt ?? Number.POSITIVE_INFINITY];
    }),
  );
  const rank = (thread: Thread) =>
    thread === win ? Number.NEGATIVE_INFINITY : (dueAt.get(thread) ?? Number.POSITIVE_INFINITY);
  // The sort is stable: notes that nobody is waiting for stay newest first.
  return [...threads].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/**
 * The notes in that order. It stays the same until a note is added or removed, because a card must not move away from
 * somebody who is answering it.
 */
export function usePageOrder(
  threads: readonly Thread[],
  memberId: string,
  now: number,
  clocks: LoopClocks,
): Thread[] {
  const ids = threads.map(({ note }) => note.id).join(' ');
  const [kept, setKept] = useState<{ ids: string; order: readonly string[] }>({ ids: '', order: [] });
  const fresh = kept.ids === ids;
  const ordered = fresh ? byOrder(threads, kept.order) : inPageOrder(threads, memberId, now, clocks);
  if (!fresh) setKept({ ids, order: ordered.map(({ note }) => note.id) });
  return ordered;
}

function byOrder(threads: readonly Thread[], order: readonly string[]): Thread[] {
  const byId = new Map(threads.map(thread => [thread.note.id, thread]));
  return order.flatMap(id => byId.get(id) ?? []);
}
