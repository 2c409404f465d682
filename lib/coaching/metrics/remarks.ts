/**
 * What in a person's weeks is worth a coach's eye, each with its reason (R094): a week below what is usual for that
 * person, a line that rises, a behaviour that was missed again. Compared with the person's own weeks alone (R078).
 */
import { recurringMisses } from '#lib/coaching/behaviours/misses.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Run, RunPoint } from './run.ts';

export interface PracticeLine {
  behaviourId: string;
  run: Run;
}

export type Remark = { personId: string; behaviourId: string } & (
  | { kind: 'below'; point: RunPoint; lower: number; upper: number }
  | { kind: 'missed'; recordIds: readonly string[] }
  | { kind: 'improving'; n: number }
);

/** `lines` are the behaviours that the person has agreed to and practises; `records` are about that person. */
export function remarksOn(
  personId: string,
  lines: readonly PracticeLine[],
  records: readonly Envelope[],
  now: number,
): Remark[] {
  // Where the line rises all the same, that is what there is to say.
  const practised = new Set(
    lines.filter(({ run }) => run.trend.word !== 'improving').map(({ behaviourId }) => behaviourId),
  );
  const missed = recurringMisses(records, personId, now).filter(each => practised.has(each.behaviourId));
  return [
    ...lines.flatMap(line => below(personId, line)),
    ...missed.map(
      ({ behaviourId, misses }): Remark => ({
        kind: 'missed',
        personId,
        behaviourId,
        recordIds: misses.map(({ recordId }) => recordId),
      }),
    ),
    ...lines
      .filter(({ run }) => run.trend.word === 'improving')
      .map(({ behaviourId, run }): Remark => ({ kind: 'improving', personId, behaviourId, n: run.n })),
  ];
}

/** Only the last whole week: what was unusual a month ago is no news. */
function below(personId: string, { behaviourId, run }: PracticeLine): Remark[] {
  const point = run.points.findLast(({ open }) => !open);
  const { limits } = run.trend;
  if (!point || !limits || point.value === null || point.value >= limits.lower) return [];
  return [{ kind: 'below', personId, behaviourId, point, lower: limits.lower, upper: limits.upper }];
}
