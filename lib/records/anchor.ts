/**
 * An anchor is a place in an artifact: words, a field, a moment or range, a region of a frame, or the whole. It is
 * plain JSON, in the shape of W3C Web Annotation selectors where one exists. lib/anchors creates and finds anchors.
 */
import { MAX_WHOLE, measure, measureAbove0, offset, print, whole, wholeFrom1 } from './bounds.ts';
import { z } from './zod.ts';

/** The longest quote we store, in UTF-16 units. A longer selection keeps its beginning and its length. */
export const MAX_QUOTE = 500;

const quoteSelector = z.looseObject({
  exact: z.string().max(MAX_QUOTE),
  prefix: z.string().max(128),
  suffix: z.string().max(128),
  /** The end of a quote that is longer than `MAX_QUOTE`. */
  tail: z.string().max(128).optional(),
});

/**
 * Words in a text: W3C TextQuoteSelector and TextPositionSelector, and what was seen around them.
 * `start`/`end` count in the folded visible text of the root (see lib/anchors/fold.ts).
 */
export const textAnchor = z.looseObject({
  kind: z.literal('words'),
  quote: quoteSelector,
  position: z.object({ start: whole, end: whole }).optional(),
  /** What else was on the page when the anchor was made. It tells a deleted quote from its lookalikes. */
  seen: z
    .looseObject({
      /** How often exactly these words occurred. */
      count: whole,
      /** How often the words occurred between exactly the same contexts, and which occurrence was meant, from 0. */
      twins: wholeFrom1,
      turn: whole,
      /**
       * How many folded characters of its row or paragraph came before and after it, if that text occurred only once.
       */
      block: z.object({ before: whole, after: whole }).optional(),
      /** Where paragraphs, cells or list lines meet, in folded characters from the quote's start. */
      breaks: z.array(z.int().min(-MAX_WHOLE).max(MAX_WHOLE)).max(32).optional(),
      /**
       * Nearby texts that occurred nowhere else; `distance` is in characters before the quote's start, negative after
       * it.
       */
      landmarks: z
        .array(z.object({ text: z.string().max(128), distance: offset }))
        .max(8)
        .optional(),
      /** Other places that looked similar: how well they matched, 0–1, and how to recognise them again. */
      rivals: z
        .array(z.object({ score: z.number().min(0).max(1), left: print, right: print }))
        .max(8)
        .optional(),
      /** The quote began and ended at word boundaries. */
      wholeWords: z.boolean(),
    })
    .optional(),
  /** The attribute by which the site identifies the row or field around the words. */
  key: z.object({ attr: z.string().max(80), value: z.string().max(200) }).optional(),
  /** The path to both ends by child indices. We never trust it unless the words match. */
  path: z.object({ start: z.string().max(500), end: z.string().max(500) }).optional(),
});

/** A labelled field of a record, with the value it had when the note was written. */
export const fieldAnchor = z.looseObject({
  kind: z.literal('field'),
  /** The site's own stable name for the field, if the site definition knows one. */
  key: z.string().max(200).optional(),
  label: z.string().max(200),
  value: z.string().max(MAX_QUOTE),
  /** The attribute by which the page marks the field or its row, if there is one. */
  mark: z.object({ attr: z.string().max(80), value: z.string().max(200) }).optional(),
  /** How many fields had this label, and which of them was meant, from 0. */
  count: wholeFrom1.optional(),
  turn: whole.optional(),
});

/** A moment (no `end`) or a stretch of a recording, in seconds of media time. */
export const momentAnchor = z.looseObject({
  kind: z.literal('moment'),
  start: measure,
  end: measure.optional(),
  /** The recording's duration in seconds when the note was written; absent for a live stream. */
  duration: measureAbove0.optional(),
  /** The caption line spoken at `start`. */
  caption: z.string().max(MAX_QUOTE).optional(),
  /** The path of the recording's file, where the page had more than one. */
  clip: z.string().max(300).optional(),
});

/** A point or rectangle in 0–1 coordinates of the picture itself, on an image or a paused frame. */
export const regionAnchor = z.looseObject({
  kind: z.literal('region'),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
  /** The moment, if the picture is a frame of a recording. */
  moment: momentAnchor.optional(),
  /** What names the image: the end of its path, and of its query what is not about size. */
  image: z.string().max(300).optional(),
});

/** The artifact as a whole, or text that we cannot reach (then `quote` has the words). */
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
