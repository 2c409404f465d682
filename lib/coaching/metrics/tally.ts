/** How many times a behaviour was done, out of how many, by its kind of measure. */

import { addDays, type Calendar, type Day, weekOf } from '#lib/coaching/calendar.ts';
import type { Measure } from '#lib/records/kinds/behaviour.ts';
import type { Log } from '#lib/records/types.ts';

/** Done and possible, the way the measure counts them. */
export function tally(
  logs: readonly Log[],
  measure: Measure,
  from: Day,
  to: Day,
  calendar: Calendar,
): [number, number] {
  const spoken = logs.filter(log => log.body.result !== 'noOpportunity');
  const done = spoken.filter(log => log.body.result === 'done');
  switch (measure.kind) {
    case 'opportunity':
      return [done.length, spoken.length];
    case 'latency': {
      // "Done" with one tap and no minutes means "in time". We don't invent a figure for it.
      const within = done.filter(log => (log.body.minutes ?? 0) <= measure.withinMinutes);
      return [within.length, spoken.length];
    }
    case 'checklist': {
      const lists = spoken.flatMap(log => (log.body.items ? [log.body.items] : []));
      const sum = (pick: (items: { done: number; applicable: number }) => number) =>
        lists.reduce((total, items) => total + pick(items), 0);
      return [sum(items => Math.min(items.done, items.applicable)), sum(items => items.applicable)];
    }
    case 'frequency':
      return frequencyTally(logs, measure, from, to, calendar);
  }
}

/**
 * Pooled over periods: exceeding the target in one does not make up for another. Weeks that are only partly within the
 * span are left out, and so is a period in which every log says "no opportunity".
 */
function frequencyTally(
  logs: readonly Log[],
  measure: Extract<Measure, { kind: 'frequency' }>,
  from: Day,
  to: Day,
  calendar: Calendar,
): [number, number] {
  const periodOf = (day: Day) => (measure.per === 'day' ? day : weekOf(day, calendar));
  const periods = new Map<Day, { done: Log[]; spoken: boolean; logged: boolean }>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const period = periodOf(day);
    const whole = measure.per === 'day' || (period >= from && addDays(period, 6) <= to);
    if (whole) periods.set(period, { done: [], spoken: false, logged: false });
  }
  for (const log of logs) {
    const period = periods.get(periodOf(log.body.day));
    if (!period) continue;
    period.logged = true;
    if (log.body.result !== 'noOpportunity') period.spoken = true;
    if (log.body.result === 'done') period.done.push(log);
  }
  let [k, n] = [0, 0];
  for (const { done, spoken, logged } of periods.values()) {
    if (logged && !spoken) continue;
    k += reached(done, measure);
    n += measure.target * (measure.people ?? 1);
  }
  return [k, n];
}

/**
 * How much of the target was reached in one period. "Once a person" counts each person up to the target, so that six
 * times with one of six is one of six. An entry that names nobody counts as somebody else.
 */
function reached(
  done: readonly Log[],
  { target, people }: Pick<Extract<Measure, { kind: 'frequency' }>, 'target' | 'people'>,
): number {
  if (people === undefined) return Math.min(done.length, target);
  const byPerson = Map.groupBy(done, log => log.body.withId ?? log.id);
  const counts = [...byPerson.values()].map(logs => Math.min(logs.length, target));
  return Math.min(
    counts.reduce((sum, count) => sum + count, 0),
    target * people,
  );
}
