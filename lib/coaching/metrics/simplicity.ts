/** Is there more to keep in mind than before? At most as much is the aim. */

export interface Load {
  behaviours: number;
  routines: number;
  metrics: number;
}

export function simplicityDelta(now: Load, before: Load): { delta: number; simpler: boolean } {
  const of = ({ behaviours, routines, metrics }: Load) => behaviours + routines + metrics;
  const delta = of(now) - of(before);
  return { delta, simpler: delta <= 0 };
}
