/**
 * A cycle is a period in which one person works on a few behaviours. A starter cycle has one operational issue (R005,
 * R010).
 */
import { instant } from '../bounds.ts';
import { z } from '../zod.ts';

export const cycleKinds = ['starter', 'full'] as const;
export const problemCategories = ['revenue', 'customerExperience', 'throughput'] as const;

export const cycleBody = z.looseObject({
  kind: z.enum(cycleKinds),
  /** Ms since 1970. */
  startAt: instant,
  endAt: instant,
  executionProblem: z
    .looseObject({ text: z.string().max(500), category: z.enum(problemCategories) })
    .optional(),
});
