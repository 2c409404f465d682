/** A log: one entry of a behaviour done, not done, or no opportunity (R065). `refs[0]` is the behaviour. */

import { instant, measure, whole } from './bounds.ts';
import { missReasons } from './commitment.ts';
import { z } from './zod.ts';

export const logResults = ['done', 'notDone', 'noOpportunity'] as const;

export const logBody = z.looseObject({
  behaviourId: z.string().max(128),
  result: z.enum(logResults),
  /** The subject's own date of the occasion, `2026-11-22`: weeks are counted in it. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** When it happened, in ms since 1970, where that is known better than by the day. */
  at: instant.optional(),
  /** For a response-time behaviour: minutes it took. */
  minutes: measure.optional(),
  /** For a checklist behaviour: items done of those that applied. */
  items: z.object({ done: whole, applicable: whole }).optional(),
  /** How hard it felt. Kept for the person; never counted (R065). */
  effort: z.string().max(500).optional(),
  missReason: z.enum(missReasons).optional(),
});

export type LogResult = (typeof logResults)[number];
