/** A note: what was seen, why it matters, what to do next time, on one place, about one behaviour (R029–R033). */
import { anchorSchema } from './anchor.ts';
import { artifactSchema } from './artifact.ts';
import { z } from './zod.ts';

export const noteKinds = ['correction', 'recognition', 'question'] as const;

/** The longest text of one part of a note, in UTF-16 units. A note is small; this is only the wall behind it. */
export const MAX_NOTE_TEXT = 4000;

const text = z.string().max(MAX_NOTE_TEXT);

export const noteBody = z.looseObject({
  kind: z.enum(noteKinds),
  artifact: artifactSchema,
  anchor: anchorSchema,
  behaviourId: z.string().max(128).optional(),
  observation: text,
  impact: text,
  nextAction: text,
  affirmation: text.optional(),
  /** When author and subject look again, in ms since 1970. */
  checkInAt: z.int().nonnegative().optional(),
  /** When the observed moment happened, where the page tells it. */
  momentAt: z.int().nonnegative().optional(),
  /** When the composer was opened, for the latency measure. */
  openedAt: z.int().nonnegative().optional(),
});

export type NoteKind = (typeof noteKinds)[number];
