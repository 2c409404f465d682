/**
 * A review: what one person wrote when looking back on a piece of work, a week, a month, a cycle. Its subject is whose
 * work it is; a team's review has none. Each person who takes part writes a review of their own, which `joins` the first.
 * The id is derived from kind, subject, what is reviewed and author, so that two devices make one record.
 */
import { anchorSchema } from '../anchor.ts';
import { artifactSchema } from '../artifact.ts';
import { instant, wholeFrom1 } from '../bounds.ts';
import { MAX_REFS } from '../envelope.ts';
import { z } from '../zod.ts';
import { daySchema } from './leave.ts';

export const reviewKinds = [
  'weekly',
  'monthly',
  'quarterly',
  'cycle',
  'debrief',
  'afterAction',
  'finish',
  'sharedAsset',
  'leadership',
  'decisionBrief',
  'checkIn',
  'dailyCard',
  'preShoot',
  'intake',
  'sixWeeks',
  'programmeEnd',
] as const;

/** Who looks at a shared piece of work, each for another part of it (R126). */
export const seats = ['creator', 'producer', 'editor', 'manager'] as const;

const id = z.string().min(1).max(128);

export const reviewBody = z.looseObject({
  kind: z.enum(reviewKinds),
  /** What is reviewed: the key of an artifact, or the first day of the period. */
  about: z.string().min(1).max(1024),
  from: daySchema.optional(),
  to: daySchema.optional(),
  artifact: artifactSchema.optional(),
  /** When the work came out: a debrief is due a day later (R116). */
  publishedAt: instant.optional(),
  /** The questions that were asked, which stay the same within a cycle (R100). */
  questionSet: z.looseObject({ id: z.string().min(1).max(64), version: wholeFrom1 }),
  answers: z
    .array(
      z.looseObject({
        id: z.string().min(1).max(64),
        text: z.string().max(2000),
        /** What was chosen of a list. */
        choices: z.array(z.string().min(1).max(128)).max(12).optional(),
        savedAt: instant,
      }),
    )
    .max(24),
  evidence: z
    .array(
      z.looseObject({ artifact: artifactSchema, anchor: anchorSchema, text: z.string().max(500).optional() }),
    )
    .max(8),
  /** The notes that were looked at, and the one that becomes the ask; the rest is parked (R057). */
  noteIds: z.array(id).max(MAX_REFS),
  primaryNoteId: id.optional(),
  seat: z.enum(seats).optional(),
  /** Members who are asked for their view (R123). */
  invitedIds: z.array(id).max(8).optional(),
  /** The review to which this one adds its author's part. */
  joins: id.optional(),
  programmeId: id.optional(),
  doneAt: instant.optional(),
  /** It was left undone, in one tap and without an excuse. */
  left: z.boolean().optional(),
});

export type ReviewKind = (typeof reviewKinds)[number];
export type Seat = (typeof seats)[number];
