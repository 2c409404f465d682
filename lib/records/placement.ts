/**
 * A placement: where a note's place is now, pointed at by a person because it was not found any more. `refs` is the
 * note. The note itself stays as it was written. By the note's author, with the note's audience, it holds for all; by
 * anybody else, with the audience `author`, for themself (lib/coaching/notes/placement.ts).
 */
import { anchorSchema } from './anchor.ts';
import { z } from './zod.ts';

export const placementBody = z.looseObject({
  anchor: anchorSchema,
});
