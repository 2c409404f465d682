/**
 * Seen: the person whose work a note is about has had it before their eyes. Not an answer, and never taken for one.
 * `refs[0]` is the note. One a note and person, under an id that is made of the two (see `seenId`), so that two devices
 * make the same one. Earlier versions wrote one at each look, under ids of their own: the earliest counts.
 */
import { z } from './zod.ts';

export const seenBody = z.looseObject({});
