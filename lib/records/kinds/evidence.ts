/** Evidence of practice for a commitment (R066). `refs[0]` is the commitment, or the note if there is no commitment. */
import { anchorSchema } from '../anchor.ts';
import { artifactSchema } from '../artifact.ts';
import { z } from '../zod.ts';

export const evidenceKinds = [
  'workSample',
  'reflection',
  'beforeAfter',
  'peerFeedback',
  'realWorld',
] as const;
export const practiceContexts = ['practice', 'real'] as const;

/**
 * The longest picture in a record, in characters of its data URL, because the record must stay under its size limit.
 */
export const MAX_PICTURE = 50_000;

const link = z.string().max(2048);

export const evidenceBody = z.looseObject({
  kind: z.enum(evidenceKinds),
  /** Rehearsed, or applied in real work (R071). */
  context: z.enum(practiceContexts),
  text: z.string().max(2000),
  link: link.optional(),
  /** For `beforeAfter`: links to both states. */
  before: link.optional(),
  after: link.optional(),
  /** A small picture of the visible tab, `data:image/…`. */
  picture: z.string().max(MAX_PICTURE).optional(),
  artifact: artifactSchema.optional(),
  anchor: anchorSchema.optional(),
});

export type PracticeContext = (typeof practiceContexts)[number];
export type EvidenceKind = (typeof evidenceKinds)[number];
