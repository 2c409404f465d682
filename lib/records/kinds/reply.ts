/**
 * A reply is the note author's answer to a "discuss" or a "dispute". `refs` are the note and the acknowledgement. It
 * may take the note back; otherwise the coachee answers once more, and that answer refers to the reply.
 */
import { z } from '../zod.ts';

export const replyOutcomes = ['stands', 'changed', 'withdrawn'] as const;

export const replyBody = z.looseObject({
  sentence: z.string().max(1000),
  outcome: z.enum(replyOutcomes),
});

export type ReplyOutcome = (typeof replyOutcomes)[number];
