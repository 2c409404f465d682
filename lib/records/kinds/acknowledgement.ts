/**
 * An acknowledgement: the coachee's answer to a note (R060), or to a behaviour proposed for them. `refs[0]` is the
 * note or the behaviour; after a reply, `refs[1]` is that reply.
 */
import { z } from '../zod.ts';

export const answers = ['accept', 'discuss', 'dispute'] as const;

export const acknowledgementBody = z.looseObject({
  answer: z.enum(answers),
  sentence: z.string().max(1000),
  /** The next action in the coachee's own words (R033). */
  repeatBack: z.string().max(1000).optional(),
  /** Prefers to talk in person, because strategic or emotional matters do not belong in a note (R044). */
  conversation: z.boolean().optional(),
});

export type Answer = (typeof answers)[number];
