/** The quiet timer of a run or a talk (R046, R110). Nothing rings: what goes over is noted. */
import { MINUTE, SECOND } from '#lib/time.ts';

/** The lengths that are offered, in seconds. */
export const TIMER_PRESETS = [90, 120, 300, 420, 600, 900] as const;

export interface Timer {
  /** Seconds since the start; never negative, also where the clock was set back. */
  elapsed: number;
  /** Seconds that are left; 0 when the time is over. */
  left: number;
  /** Seconds beyond the planned time. */
  over: number;
}

/** `startedAt` and `now` in ms, `planned` in seconds. */
export function timerAt(startedAt: number, now: number, planned: number): Timer {
  const elapsed = Math.max(0, Math.floor((now - startedAt) / SECOND));
  return { elapsed, left: Math.max(0, planned - elapsed), over: Math.max(0, elapsed - planned) };
}

/** The offered length that is nearest to a routine's minutes, the longer one of two. */
export function presetFor(minutes: number): number {
  const wanted = (minutes * MINUTE) / SECOND;
  return TIMER_PRESETS.reduce<number>(
    (best, each) => (Math.abs(each - wanted) <= Math.abs(best - wanted) ? each : best),
    TIMER_PRESETS[0],
  );
}
