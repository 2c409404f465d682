/** The form of a half-written note as the composers send it. */
import { hookTypes } from '#lib/coaching/rubrics/rubrics.ts';
import { anchorSchema } from '#lib/records/anchor.ts';
import { audiences } from '#lib/records/envelope.ts';
import { noteKinds } from '#lib/records/kinds/note.ts';
import { remedies, structuralCauses } from '#lib/records/kinds/ruling.ts';
import { z } from '#lib/records/zod.ts';

const word = z.string().min(1).max(1024);
/** A draft may be longer than a note. We save it anyway, and sending reports what is wrong. */
const draftText = z.string().max(500_000);
/** A note names fewer (see noteFrom), but a draft that an older version stored may have more. */
const MOST_INSTANCES = 1000;

/** Wide enough for every draft that a composer can hold: what is not saved here is lost when its page closes. */
export const draftSchema = z.object({
  place: z
    .object({ anchor: anchorSchema, label: z.string().max(1000), at: z.int().nonnegative().optional() })
    .optional(),
  kind: z.enum(noteKinds),
  subjectId: word.optional(),
  behaviourId: word.optional(),
  observation: draftText,
  impact: draftText,
  nextAction: draftText,
  affirmation: draftText.optional(),
  checkInDays: z.number().min(0).optional(),
  audience: z.enum(audiences),
  scores: z.record(z.string().max(64), z.int().min(0).max(9).nullable()),
  rubric: z.object({ id: word, version: z.int().positive() }).optional(),
  hookType: z.enum(hookTypes).optional(),
  momentAt: z.int().nonnegative().optional(),
  live: z.boolean().optional(),
  route: z.literal('conversation').optional(),
  instances: z.array(word).max(MOST_INSTANCES).optional(),
  ruling: z
    .object({ id: word, cause: z.enum(structuralCauses), remedy: z.enum(remedies), sentence: draftText })
    .optional(),
  openedAt: z.int().nonnegative(),
  edits: word.optional(),
  base: word.optional(),
  noteId: word,
  scorecardId: word,
});
