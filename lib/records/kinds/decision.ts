/**
 * The one decision in which a review ends (R118). `refs[0]` is the review; the id is derived from it, so there is never
 * a second one, whichever device or person makes it.
 */
import { instant } from '../bounds.ts';
import { z } from '../zod.ts';

/** A review that changes none of these was too abstract (R119). */
export const decisionChanges = ['behaviour', 'process', 'template'] as const;

export const decisionBody = z.looseObject({
  changes: z.enum(decisionChanges),
  text: z.string().min(1).max(500),
  /** Who sees to it, and by when. */
  ownerId: z.string().min(1).max(128),
  dueAt: instant,
  behaviourId: z.string().max(128).optional(),
});

export type DecisionChange = (typeof decisionChanges)[number];
