/**
 * What one person says about one stage (a week or a phase) of a programme: which items are done, and whether it is
 * closed. `refs[0]` is the programme. The id is derived from programme, stage and author.
 */
import { measure, whole } from '../bounds.ts';
import { z } from '../zod.ts';
import { daySchema } from './leave.ts';

export const stageBody = z.looseObject({
  programmeId: z.string().min(1).max(128),
  /** The stage's id in the playbook: `week1`, `discovery`. */
  stage: z.string().min(1).max(64),
  /** Ids of the items that are done. */
  items: z.array(z.string().min(1).max(64)).max(40),
  closed: z.boolean(),
  /** What was normal before coaching began: the days, how many values, and their mean (R152). */
  baseline: z
    .looseObject({ from: daySchema, to: daySchema, count: whole, mean: measure.optional() })
    .optional(),
  sentence: z.string().max(1000).optional(),
});
