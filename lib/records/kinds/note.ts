/** A note: what was seen, why it matters, what to do next time, on one place, about one behaviour (R029–R033). */
import { anchorSchema } from '../anchor.ts';
import { artifactSchema } from '../artifact.ts';
import { instant } from '../bounds.ts';
import { z } from '../zod.ts';

export const noteKinds = ['correction', 'recognition', 'question'] as const;

/** The fields of a note that hold its author's words, in the order in which they are written. */
export const noteTexts = ['observation', 'impact', 'nextAction', 'affirmation'] as const;

export type NoteText = (typeof noteTexts)[number];

/**
 * The longest text of one part of a note, in UTF-16 units. Notes are meant to be short; this is only the hard limit.
 */
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
  /** When the observed moment happened, if the page shows it. */
  momentAt: instant.optional(),
  /** Read from the page: beside the place or for the whole work (`page`), or only when it was last changed. */
  momentFrom: z.enum(['page', 'lastChange']).optional(),
  /** When the composer was opened, for the latency measure. */
  openedAt: instant.optional(),
  /** The work was looked at for study, long afterwards, so the note does not count for latency. */
  purpose: z.enum(['feedback', 'study']).optional(),
  /** One occasion, or a habit seen several times; for a habit `refs` holds at least two notes (R054). */
  scope: z.enum(['instance', 'pattern']).optional(),
  /** Seen as it happened, away from any page: the anchor is the whole (R034). */
  live: z.boolean().optional(),
  /** Too big for a note: the question asks for a conversation (R044). */
  route: z.literal('conversation').optional(),
  /** The note that this one is a new version of. It is in `refs` too. */
  replaces: z.string().max(128).optional(),
  /** Set if the author sent it although the language check wanted it clearer, with the version that did. */
  override: z.object({ verdict: z.string().max(32), version: z.string().max(32).optional() }).optional(),
  /** The ruling that allowed a fourth correction of the same behaviour; it is in `refs` too. */
  rulingId: z.string().max(128).optional(),
});

export type NoteKind = (typeof noteKinds)[number];
