/**
 * Seen: the person whose work a note is about has had it before their eyes. Not an answer, and never taken for one.
 * `refs[0]` is the note. Two devices may both say so; the earliest counts.
 */
import { z } from './zod.ts';

export const seenBody = z.looseObject({});
