/**
 * A log says that a behaviour was done or not done, or that there was no opportunity (R065). `refs[0]` is the
 * behaviour.
 */

import { instant, measure, whole } from '../bounds.ts';
import { z } from '../zod.ts';
import { missReasons } from './commitment.ts';

export const logResults = ['done', 'notDone', 'noOpportunity'] as const;

export const logBody = z.looseObject({
  behaviourId: z.string().max(128),
  result: z.enum(logResults),
  /** The date of the occasion where the subject is, `2026-11-22`. Weeks are counted from it. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** When it happened, in ms since 1970, if that is known more precisely than by day. */
  at: instant.optional(),
  /** For a response-time behaviour: how many minutes it took. */
  minutes: measure.optional(),
  /** For a checklist behaviour: items done out of those that applied. */
  items: z.object({ done: whole, applicable: whole }).optional(),
  /** The member with whom it was done, for a behaviour that counts each person. */
  withId: z.string().max(128).optional(),
  /** How hard it felt. For the person only; never counted (R065). */
  effort: z.string().max(500).optional(),
  missReason: z.enum(missReasons).optional(),
  /** The answer to "what would make this 20% easier to do?" (R038). */
  easier: z.string().max(500).optional(),
});

export type LogResult = (typeof logResults)[number];
