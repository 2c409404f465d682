/** From pilot to rollout, and from few behaviours to more: only where it holds in a few groups already (R159, R160). */
import type { Programme } from '#lib/records/types.ts';
import { PROGRAMME_NUMBERS } from './defaults.ts';

export interface CohortAdherence {
  cohortId: string;
  /** Occasions done, and those that there were. Days of rest and leave are not in them. */
  done: number;
  of: number;
}

export interface Expansion {
  open: boolean;
  /** Cohorts that hold, and how many are needed. */
  holding: number;
  needed: number;
  /** Cohorts of which nothing can be said yet. */
  tooFew: number;
}

/** May behaviours be added, or the pilot become a rollout? Counts are pooled within a cohort, never between them. */
export function expansionOf(programme: Programme, adherence: readonly CohortAdherence[]): Expansion {
  const own = new Set(programme.body.cohorts.map(({ id }) => id));
  const pooled = new Map<string, { done: number; of: number }>();
  for (const { cohortId, done, of } of adherence) {
    if (!own.has(cohortId)) continue;
    const sum = pooled.get(cohortId) ?? { done: 0, of: 0 };
    pooled.set(cohortId, { done: sum.done + done, of: sum.of + of });
  }
  const enough = [...pooled.values()].filter(({ of }) => of >= PROGRAMME_NUMBERS.occasions);
  const holding = enough.filter(({ done, of }) => done >= PROGRAMME_NUMBERS.reliable * of).length;
  const needed = PROGRAMME_NUMBERS.reliableCohorts;
  return { open: holding >= needed, holding, needed, tooFew: own.size - enough.length };
}
