/** A scorecard: one rater's scores on one version of a rubric of three to five criteria. */
import { anchorSchema } from '../anchor.ts';
import { artifactSchema } from '../artifact.ts';
import { instant, wholeFrom1 } from '../bounds.ts';
import { z } from '../zod.ts';

export const scorecardBody = z.looseObject({
  artifact: artifactSchema,
  anchor: anchorSchema,
  rubric: z.object({ id: z.string().max(128), version: wholeFrom1 }),
  scores: z
    .array(
      z.object({
        criterion: z.string().max(64),
        /** Index of the level in the rubric, lowest first; null is "not applicable". */
        level: z.int().min(0).max(9).nullable(),
      }),
    )
    .min(1)
    .max(5),
  /** How the hook began, if the rubric asks for it (R053). */
  hookType: z.enum(['outcome', 'tension', 'contrast', 'other']).optional(),
  behaviourId: z.string().max(128).optional(),
  openedAt: instant.optional(),
});
