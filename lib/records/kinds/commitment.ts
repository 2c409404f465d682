/**
 * A commitment: what the coachee says they will do (R061, R063). `refs[0]` is the note it comes from, or the behaviour
 * if there is no note. A resized commitment also refers to the commitment and the verdict it follows on from.
 */
import { instant, measureAbove0 } from '../bounds.ts';
import { z } from '../zod.ts';

const text = z.string().max(500);

/** What got in the way (R145). `demoralised`: it felt like failing, and then like not worth the try (R040). */
export const missReasons = ['process', 'cue', 'schedule', 'demoralised'] as const;
/** What makes it easier: less of it, another cue, fewer decisions, more support, other surroundings (R039, R218). */
export const adjustments = ['smaller', 'cue', 'decisions', 'support', 'environment'] as const;

export const commitmentBody = z.looseObject({
  behaviourId: z.string().max(128).optional(),
  /** The trigger: "when the customer asks for the price". */
  cue: text,
  /** The smallest useful step: "one sentence, on the next two calls". */
  size: text,
  /** How both people will know that it was done. */
  successCondition: text,
  /** Ms since 1970. */
  dueAt: instant,
  /** The size as a number, if it is one: it shows that a resize made it smaller. */
  amount: measureAbove0.optional(),
  /** The commitment this one replaces, with what got in the way and what changed (R039, R041). */
  resizes: z.string().max(128).optional(),
  missReason: z.enum(missReasons).optional(),
  /** The first of `adjustments`; earlier versions kept only this one. */
  adjustment: z.enum(adjustments).optional(),
  adjustments: z.array(z.enum(adjustments)).max(16).optional(),
  /** The answer to "what would make this 20% easier to do?" (R038). */
  easier: text.optional(),
});

export type MissReason = (typeof missReasons)[number];
export type Adjustment = (typeof adjustments)[number];
