/**
 * Says that the person whose work a note is about has seen the note. It is not an answer and never counts as one.
 * `refs[0]` is the note. There is one for each note and person; its id is derived from the two (see `seenId`), so that
 * two devices make the same record. Earlier versions wrote one at each look, under ids of their own: the earliest
 * counts.
 */
import { z } from '../zod.ts';

export const seenBody = z.looseObject({});
