/**
 * A template is a note that its author wants to reuse (R051, R055). It contains nobody's work. With the audience
 * `author` it is private, with `workspace` it is the team's.
 */

import { z } from '../zod.ts';
import { noteKinds } from './note.ts';

const text = z.string().max(1000).optional();

export const templateBody = z.looseObject({
  name: z.string().min(1).max(80),
  kind: z.enum(noteKinds),
  behaviourId: z.string().max(128).optional(),
  observation: text,
  impact: text,
  nextAction: text,
  affirmation: text,
});
