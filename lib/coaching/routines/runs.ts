/** What became of what was due: on time, late, left, missed (R114, R130). Minutes are noted and never counted. */
import { addDays, type Day, dayOf } from '#lib/coaching/calendar.ts';
import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Routine, Run } from '#lib/records/types.ts';
import { MINUTE } from '#lib/time.ts';
import { ROUTINE_NUMBERS } from './defaults.ts';
import { type Around, type Occasion, occasionsOf } from './occasions.ts';

export type RunState = 'due' | 'running' | 'on time' | 'late' | 'left' | 'missed';

export interface Tracked extends Occasion {
  state: RunState;
  run?: Run;
}

/**
 * The routines in which a person takes part: their own, and those of the people whom they coach. One without a subject is
 * its author's alone, who holds it for the team.
 */
export function routinesOf(
  records: readonly Envelope[],
  memberId: string,
  coachees: ReadonlySet<string> = new Set(),
): Routine[] {
  return ofType(records, 'routine').filter(each => {
    if (each.subjectId === undefined) return each.authorId === memberId;
    const whose = each.subjectId;
    return whose === memberId || (coachees.has(whose) && each.body.kind !== 'standardWork');
  });
}

/** Its last day is over. */
export function hasEnded({ body }: Routine, today: Day): boolean {
  return body.until !== undefined && body.until < today;
}

/** Is there such a rhythm already, for this person or, without one, for the team? */
export function isInstalled(
  routines: readonly Routine[],
  preset: string,
  subjectId: string | undefined,
  today: Day,
): boolean {
  return routines.some(
    each => each.body.preset?.id === preset && each.subjectId === subjectId && !hasEnded(each, today),
  );
}

/** Runs by the id of their routine. */
export type RunsOf = ReadonlyMap<string | undefined, readonly Run[]>;

export function runsOf(records: readonly Envelope[]): RunsOf {
  return Map.groupBy(ofType(records, 'run'), run => run.refs[0]);
}

/**
 * The occasions of some days with what became of each. A routine may have runs by several people: for a person's own routine
 * any of them will do, such as the coach's who held the check-in; for the team's only `memberId`'s own.
 */
export function tracked(
  routine: Routine,
  { from, to, now, memberId }: { from: Day; to: Day; now: number; memberId: string },
  runsOfRoutines: RunsOf,
  around: Around,
): Tracked[] {
  const runs = (runsOfRoutines.get(routine.id) ?? []).filter(
    run => routine.subjectId !== undefined || run.authorId === memberId,
  );
  const byOccasion = Map.groupBy(runs, occasionOf);
  return occasionsOf(routine, from, to, around).map(occasion => {
    const run = bestRun(byOccasion.get(occasion.key) ?? []);
    return { ...occasion, state: stateOf(occasion, run, now), ...(run ? { run } : {}) };
  });
}

/** Which occasion a run is for. An event's key stands beside the day; a run of a day has the day alone. */
function occasionOf({ body }: Run): string {
  return body.occasion ?? body.day;
}

/** The one that was done first; else one that is under way, else one that was left. */
function bestRun(runs: readonly Run[]): Run | undefined {
  const rank = ({ body: { doneAt, left } }: Run) =>
    doneAt ?? (left ? Number.MAX_VALUE : Number.MAX_SAFE_INTEGER);
  return [...runs].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))[0];
}

/**
 * A run keeps by when it was due, so that a routine that is moved later makes no old run late. A clock that was set back
 * may date the end before the start: what is done is done.
 */
function stateOf({ dueAt }: Occasion, run: Run | undefined, now: number): RunState {
  if (run?.body.doneAt !== undefined) return run.body.doneAt <= run.body.dueAt + GRACE ? 'on time' : 'late';
  if (run?.body.left) return 'left';
  if (run?.body.startedAt !== undefined && now <= dueAt + GRACE) return 'running';
  return now <= dueAt + GRACE ? 'due' : 'missed';
}

/** "By 9:30" means until 9:30 is over. */
const GRACE = MINUTE;

export interface DuePlan {
  /** Due now or soon, or under way, the earliest first. */
  now: Tracked[];
  /** Missed on an earlier day and not yet asked about: one question, for the latest of them. */
  ask: Tracked | undefined;
  later: Tracked[];
}

/** What the routines in which a person takes part want today. */
export function planOf(
  routines: readonly Routine[],
  memberId: string,
  records: readonly Envelope[],
  now: number,
  around: Around,
): DuePlan {
  const today = dayOf(now, around.calendar);
  const from = addDays(today, -7);
  const runs = runsOf(records);
  const all = routines
    .flatMap(each => tracked(each, { from, to: addDays(today, 7), now, memberId }, runs, around))
    .sort((a, b) => a.dueAt - b.dueAt || (a.routine.id < b.routine.id ? -1 : 1));
  const open = all.filter(({ state }) => state === 'due' || state === 'running');
  const isNow = (each: Tracked) =>
    each.state === 'running' ||
    each.routine.body.rhythm.every === 'event' ||
    each.day === today ||
    each.dueAt <= now + ROUTINE_NUMBERS.showBefore;
  return {
    now: open.filter(isNow),
    later: open.filter(each => !isNow(each)),
    ask: toAskAbout(all, today),
  };
}

/**
 * The latest missed one of the days that are still asked about, if its run has no answer yet. Not of a routine that the
 * whole workspace sees: its runs hold no reasons, so nobody is asked for one.
 */
function toAskAbout(all: readonly Tracked[], today: Day): Tracked | undefined {
  const missed = all.filter(
    each => each.state === 'missed' && each.day < today && each.routine.audience !== 'workspace',
  );
  const lastDay = missed.at(-1)?.day;
  // After a weekend "yesterday" is Friday: days on which nothing was due are not counted.
  const dueDays = [...new Set(all.map(({ day }) => day))].filter(day => day < today);
  if (lastDay === undefined || !dueDays.slice(-ROUTINE_NUMBERS.askDays).includes(lastDay)) return undefined;
  return missed.findLast(
    each => each.run?.body.gotInTheWay === undefined && each.run?.body.missReason === undefined,
  );
}
