/** When a behaviour did not happen, look at its design before you look at the person (R038–R043, R145). */

import { ofType, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Adjustment, MissReason } from '#lib/records/kinds/commitment.ts';
import type { Body, Commitment, Log } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';
import { compareSizes, type SizeChange } from './sizes.ts';

/** Misses of one behaviour within `MISS_WINDOW` ms that suggest a resize automatically. */
export const MISSES_TO_RESIZE = 3;
export const MISS_WINDOW = 7 * DAY;
/** How soon a coach should ask about a miss, in ms. */
export const PROMPT_WITHIN = DAY;

/**
 * What each reason suggests to change first (R040). A suggestion: the person chooses, and may choose several. For
 * somebody who has lost heart the step gets so small that doing it at all is the win.
 */
export const SUGGESTED: Readonly<Record<MissReason, Adjustment>> = {
  process: 'smaller',
  cue: 'cue',
  schedule: 'environment',
  demoralised: 'smaller',
};

export interface Miss {
  memberId: string;
  behaviourId: string;
  /** When it was missed, in ms since 1970, as precisely as we know. */
  at: number;
  recordId: string;
  /** Since when somebody knows of it: a late verdict says it long after the day. */
  knownAt: number;
  reason: MissReason | null;
  /** When somebody should have asked about it. */
  promptBy: number;
}

/**
 * One person's misses, oldest first: behaviours logged as not done, and commitments that a coach found not done. If
 * the person and a coach both logged the same day, it counts once.
 */
export function missesOf(records: readonly Envelope[], memberId: string): Miss[] {
  const miss = (
    recordId: string,
    behaviourId: string,
    at: number,
    reason: MissReason | null,
    knownAt = at,
  ): Miss => ({
    memberId,
    behaviourId,
    at,
    recordId,
    knownAt,
    reason,
    promptBy: knownAt + PROMPT_WITHIN,
  });
  const logged = new Map<string, { own: Log[]; others: Log[] }>();
  for (const log of ofType(records, 'log')) {
    if (subjectOf(log) !== memberId || log.body.result !== 'notDone') continue;
    const key = `${log.body.behaviourId} ${log.body.day}`;
    const entry = logged.get(key) ?? { own: [], others: [] };
    (log.authorId === memberId ? entry.own : entry.others).push(log);
    logged.set(key, entry);
  }
  const misses = [...logged.values()].flatMap(({ own, others }) =>
    (others.length > own.length ? others : own).map(log =>
      miss(log.id, log.body.behaviourId, log.body.at ?? log.createdAt, log.body.missReason ?? null),
    ),
  );
  const commitments = new Map(ofType(records, 'commitment').map(commitment => [commitment.id, commitment]));
  for (const verdict of ofType(records, 'verdict')) {
    const commitment = commitments.get(verdict.refs[0] ?? '');
    if (!commitment || commitment.authorId !== memberId || verdict.body.finding !== 'not') continue;
    const { behaviourId, dueAt } = commitment.body;
    if (behaviourId !== undefined) {
      misses.push(miss(verdict.id, behaviourId, dueAt, null, Math.max(dueAt, verdict.createdAt)));
    }
  }
  return misses.sort((a, b) => a.at - b.at || (a.recordId < b.recordId ? -1 : 1));
}

export interface ResizeSuggestion {
  memberId: string;
  behaviourId: string;
  misses: readonly Miss[];
  /** The change that the given reasons suggest; a smaller step if there are none. */
  adjustment: Adjustment;
}

/** Behaviours missed for the third time within seven days, which means that the size is wrong (R043). */
export function resizesDue(records: readonly Envelope[], memberId: string, now: number): ResizeSuggestion[] {
  const recent = missesOf(records, memberId).filter(({ at }) => at > now - MISS_WINDOW && at <= now);
  const resized = ofType(records, 'commitment').filter(
    commitment => commitment.authorId === memberId && commitment.body.resizes !== undefined,
  );
  return [...new Set(recent.map(miss => miss.behaviourId))].sort().flatMap(behaviourId => {
    const last = Math.max(
      -Infinity,
      ...resized.filter(c => c.body.behaviourId === behaviourId).map(commitment => commitment.createdAt),
    );
    const misses = recent.filter(miss => miss.behaviourId === behaviourId && miss.at > last);
    return misses.length >= MISSES_TO_RESIZE
      ? [{ memberId, behaviourId, misses, adjustment: moveFor(misses) }]
      : [];
  });
}

function moveFor(misses: readonly Miss[]): Adjustment {
  const reason = usualReason(misses);
  return reason ? SUGGESTED[reason] : 'smaller';
}

/** The reason that was given most often. */
function usualReason(misses: readonly Miss[]): MissReason | null {
  const counts = new Map<MissReason, number>();
  for (const { reason } of misses) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const [top] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return top ? top[0] : null;
}

export interface Resize {
  /** At least one. */
  adjustments: readonly Adjustment[];
  missReason: MissReason;
  /** What changes; the rest stays the same. */
  cue?: string;
  size?: string;
  amount?: number;
  successCondition?: string;
  dueAt: number;
  /** The person says that it is less; where they did not choose less, that it is no more. Asked where the words don't say. */
  isLess?: boolean;
}

export type Resized =
  | { ok: true; body: Body<'commitment'> }
  | { ok: false; code: ResizeProblem; message: string };
export type ResizeProblem =
  | 'nothing-changed'
  | 'cue-changed'
  | 'cue-unchanged'
  | 'not-smaller'
  | 'is-it-less'
  | 'is-it-more'
  | 'larger';

const PROBLEMS: Readonly<Record<ResizeProblem, string>> = {
  'nothing-changed': 'Choose what changes.',
  'cue-changed': 'Keep the cue, or say that it changes.',
  'cue-unchanged': 'Name another cue.',
  'not-smaller': 'Make it smaller than before.',
  'is-it-less': 'Is it less than before?',
  'is-it-more': 'Is it no more than before?',
  larger: 'It got larger. Start with less than before.',
};

/**
 * The commitment that replaces this one (R039, R041). It changes what the person chose: smaller, another cue, or both
 * where the schedule clashed; fewer decisions, more support, other surroundings. What was not chosen stays, and it is
 * never larger than the one before.
 */
export function resize(commitment: Commitment, change: Resize): Resized {
  const old = commitment.body;
  const [first] = change.adjustments;
  const body: Body<'commitment'> = {
    ...(old.behaviourId === undefined ? {} : { behaviourId: old.behaviourId }),
    cue: change.cue ?? old.cue,
    size: change.size ?? old.size,
    successCondition: change.successCondition ?? old.successCondition,
    ...(change.amount === undefined ? {} : { amount: change.amount }),
    dueAt: change.dueAt,
    resizes: commitment.id,
    missReason: change.missReason,
    adjustments: [...change.adjustments],
    ...(first ? { adjustment: first } : {}),
  };
  const code = problemOfResize(old, body, change);
  return code ? { ok: false, code, message: PROBLEMS[code] } : { ok: true, body };
}

function problemOfResize(
  old: Body<'commitment'>,
  body: Body<'commitment'>,
  { adjustments, isLess }: Resize,
): ResizeProblem | undefined {
  if (adjustments.length === 0) return 'nothing-changed';
  const sameCue = body.cue.trim() === old.cue.trim();
  if (!adjustments.includes('cue') && !sameCue) return 'cue-changed';
  if (adjustments.includes('cue') && sameCue) return 'cue-unchanged';
  const change = sizeChange(old, body);
  if (change === 'larger') return 'larger';
  if (change === 'smaller') return undefined;
  const mustShrink = adjustments.includes('smaller');
  if (change === 'same') return mustShrink ? 'not-smaller' : undefined;
  if (isLess) return undefined;
  return mustShrink ? 'is-it-less' : 'is-it-more';
}

/** By the number where both have one, else by the sizes that the words name. */
export function sizeChange(
  old: Pick<Body<'commitment'>, 'size' | 'amount'>,
  next: Pick<Body<'commitment'>, 'size' | 'amount'>,
): SizeChange {
  if (old.amount === undefined || next.amount === undefined) return compareSizes(old.size, next.size);
  return next.amount < old.amount ? 'smaller' : next.amount > old.amount ? 'larger' : 'same';
}

/** How far back recurring misses are looked for, in ms. */
export const RECURRING_WINDOW = 28 * DAY;

export interface RecurringMiss {
  behaviourId: string;
  misses: readonly Miss[];
  /** What was given as the reason most often, if anything was. */
  reason: MissReason | null;
}

/** Behaviours that one person missed on two occasions or more in four weeks, the most often missed first (R074). */
export function recurringMisses(
  records: readonly Envelope[],
  memberId: string,
  now: number,
): RecurringMiss[] {
  const recent = missesOf(records, memberId).filter(({ at }) => at > now - RECURRING_WINDOW && at <= now);
  return [...Map.groupBy(recent, ({ behaviourId }) => behaviourId)]
    .filter(([, misses]) => misses.length >= 2)
    .map(([behaviourId, misses]) => ({ behaviourId, misses, reason: usualReason(misses) }))
    .sort((a, b) => b.misses.length - a.misses.length || (a.behaviourId < b.behaviourId ? -1 : 1));
}
