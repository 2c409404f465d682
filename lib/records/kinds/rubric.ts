/**
 * A workspace's own rubric. Changing criteria or levels makes a new version: scores of two versions are never joined.
 */
import { artifactKinds } from '../artifact.ts';
import { measureAbove0, wholeFrom1 } from '../bounds.ts';
import { z } from '../zod.ts';

const wording = {
  question: z.string().max(300),
  levels: z.array(z.string().max(300)).min(2).max(10),
};

export const rubricBody = z.looseObject({
  id: z.string().min(1).max(128),
  version: wholeFrom1,
  name: z.string().min(1).max(80),
  criteria: z
    .array(
      z.looseObject({
        id: z.string().min(1).max(64),
        name: z.string().min(1).max(80),
        ...wording,
        weight: measureAbove0.optional(),
        critical: z.boolean().optional(),
        wording: z.partialRecord(z.enum(artifactKinds), z.object(wording)).optional(),
      }),
    )
    .min(1)
    .max(5),
});
