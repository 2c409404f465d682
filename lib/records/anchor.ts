/**
 * An anchor is a place in an artifact: words, a field, a moment or range, a region of a frame, or the whole.
 * Plain JSON, W3C Web Annotation selectors in shape where one exists. Describing and finding are in lib/anchors.
 */
import { z } from './zod.ts';

/** The longest quote that is stored, in UTF-16 units; a longer selection keeps its start and its length. */
export const MAX_QUOTE = 500;

const quoteSelector = z.object({
  exact: z.string().max(MAX_QUOTE),
  prefix: z.string().max(128),
  suffix: z.string().max(128),
});

/** Words in a text. `start`/`end` count in the normalised visible text of the root (see lib/anchors). */
export const textAnchor = z.looseObject({
  kind: z.literal('words'),
  quote: quoteSelector,
  position: z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).optional(),
});

/** A labelled field of a record, with the value it had when the note was written. */
export const fieldAnchor = z.looseObject({
  kind: z.literal('field'),
  /** The site's own stable name of the field, where the site definition knows one. */
  key: z.string().max(200).optional(),
  label: z.string().max(200),
  value: z.string().max(MAX_QUOTE),
});

/** A moment (no `end`) or a stretch of a recording, in seconds of media time. */
export const momentAnchor = z.looseObject({
  kind: z.literal('moment'),
  start: z.number().nonnegative(),
  end: z.number().nonnegative().optional(),
  /** The media's duration in seconds when the note was written; absent for a live stream. */
  duration: z.number().positive().optional(),
  /** The caption line spoken at `start`. */
  caption: z.string().max(MAX_QUOTE).optional(),
});

/** A point or rectangle in 0–1 coordinates of the picture itself, on an image or a paused frame. */
export const regionAnchor = z.looseObject({
  kind: z.literal('region'),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
  moment: momentAnchor.optional(),
});

/** The artifact as a whole, or text that cannot be reached (`quote` then keeps the words). */
export const wholeAnchor = z.looseObject({
  kind: z.literal('whole'),
  quote: z.string().max(MAX_QUOTE).optional(),
});

export const anchorSchema = z.discriminatedUnion('kind', [
  textAnchor,
  fieldAnchor,
  momentAnchor,
  regionAnchor,
  wholeAnchor,
]);

export type TextAnchor = z.infer<typeof textAnchor>;
export type FieldAnchor = z.infer<typeof fieldAnchor>;
export type MomentAnchor = z.infer<typeof momentAnchor>;
export type RegionAnchor = z.infer<typeof regionAnchor>;
export type WholeAnchor = z.infer<typeof wholeAnchor>;
export type Anchor = z.infer<typeof anchorSchema>;
