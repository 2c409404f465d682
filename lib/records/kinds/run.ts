/**
 * A run is one time that a routine was done, or honestly left. `refs[0]` is the routine; the id is derived from routine,
 * day and author, so that two devices make one record.
 */
import { instant, measure, whole } from '../bounds.ts';
import { z } from '../zod.ts';
import { missReasons } from './commitment.ts';
import { daySchema } from './leave.ts';

export const runBody = z.looseObject({
  /** The day for which it was due. */
  day: daySchema,
  /** What it follows, where a day can have several: the key of the clip that came out, the day that was missed. */
  occasion: z.string().min(1).max(1024).optional(),
  /** By when it was due, as the routine said then: a routine that is changed later does not make old runs late. */
  dueAt: instant,
  startedAt: instant.optional(),
  doneAt: instant.optional(),
  /** How long it took. Noted, never counted (R114). */
  minutes: measure.optional(),
  /** How often each step was done. */
  steps: z.array(z.looseObject({ id: z.string().min(1).max(64), done: whole })).max(12),
  /** It was left undone, in one tap and without an excuse. */
  left: z.boolean().optional(),
  /** The answer to the one question that follows a missed day. */
  gotInTheWay: z.string().max(500).optional(),
  missReason: z.enum(missReasons).optional(),
});
