/** A note: what was seen, why it matters, what to do next time, on one place, about one behaviour (R029–R033). */
import { anchorSchema } from './anchor.ts';
import { artifactSchema } from './artifact.ts';
import { instant } from './bounds.ts';
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
  checkInAt: instant.optional(),
  /** When the observed moment happened, where the page tells it. */
  momentAt: instant.optional(),
  /** When the composer was opened, for the latency measure. */
  openedAt: instant.optional(),
  /** Work looked at for study, long after: left out of the latency measure. */
  purpose: z.enum(['feedback', 'study']).optional(),
  /** One occasion, or a habit seen in several; then `refs` hold two notes or more (R054). */
  scope: z.enum(['instance', 'pattern']).optional(),
  /** Seen as it happened, away from any page: the anchor is the whole (R034). */
  live: z.boolean().optional(),
  /** Too big for a note: the question asks for a talk (R044). */
  route: z.literal('conversation').optional(),
  /** The note that this one is a new version of; it is in `refs` too. */
  replaces: z.string().max(128).optional(),
  /** Set where the author sent it although the language check asked for more. */
  override: z.object({ verdict: z.string().max(32) }).optional(),
  /** The ruling that allowed a fourth correction of the same behaviour; it is in `refs` too. */
  rulingId: z.string().max(128).optional(),
});

export type NoteKind = (typeof noteKinds)[number];
