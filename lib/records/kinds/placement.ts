/**
 * A placement says where a note's place is now. A person pointed at it because the place could no longer be found.
 * `refs` is the note, which stays as it was written. A placement by the note's author has the note's audience and
 * holds for everybody; one by anybody else has the audience `author` and holds only for them
 * (lib/coaching/notes/placement.ts). It names another artifact where the record was merged or converted.
 */
import { anchorSchema } from '../anchor.ts';
import { artifactSchema } from '../artifact.ts';
import { z } from '../zod.ts';

export const placementBody = z.looseObject({
  anchor: anchorSchema,
  /** The work on which the note stands now; absent while it is the one that it was written on. */
  artifact: artifactSchema.optional(),
});
