/**
 * A commitment: the coachee's promise (R061, R063). `refs[0]` is the note it comes from (or the behaviour, for a
 * promise without a note); a resized one also refers to the commitment, and the verdict, that it takes over from.
 */
import { instant, measureAbove0 } from './bounds.ts';
import { z } from './zod.ts';

const text = z.string().max(500);

export const missReasons = ['process', 'cue', 'schedule'] as const;
export const adjustments = ['smaller', 'cue', 'environment'] as const;

export const commitmentBody = z.looseObject({
  behaviourId: z.string().max(128).optional(),
  /** What sets it off: "when the customer asks for the price". */
  cue: text,
  /** The smallest useful step: "one sentence, on the next two calls". */
  size: text,
  /** How both will know that it was done. */
  successCondition: text,
  /** Ms since 1970. */
  dueAt: instant,
  /** The size as a number, where it is one: the proof that a resize made it smaller. */
  amount: measureAbove0.optional(),
  /** The commitment that this one takes over from, with what was in the way and what was changed (R039, R041). */
  resizes: z.string().max(128).optional(),
  missReason: z.enum(missReasons).optional(),
  adjustment: z.enum(adjustments).optional(),
  /** The answer to "what would make this 20% easier to do?" (R038). */
  easier: text.optional(),
});

export type MissReason = (typeof missReasons)[number];
export type Adjustment = (typeof adjustments)[number];
