/**
 * Every record has the same envelope; its type defines the `body` (see types.ts). A record has one author, and only
 * the author may change it. Everybody else answers with a record of their own.
 */
import { instant, wholeFrom1 } from './bounds.ts';
import { z } from './zod.ts';

/** Who may see a record; only its author sets it. `pair` is author and subject. */
export const audiences = ['author', 'pair', 'coaches', 'workspace'] as const;

/** The workspace of one person without a server. Its records never leave the device. */
export const SOLO_WORKSPACE = 'solo';
/** The author of everything in the solo workspace. */
export const SOLO_MEMBER = 'me';

/** A server refuses a record larger than this, as JSON in bytes of UTF-8. */
export const MAX_RECORD_BYTES = 64 * 1024;

/** How many other records one record may refer to. */
export const MAX_REFS = 32;

const id = z.string().min(1).max(128);
export const envelopeSchema = z.looseObject({
  /** A UUIDv7 made on the author's device, or derived where two devices must agree on one record. */
  id,
  type: z.string().min(1).max(64),
  workspaceId: id,
  authorId: id,
  /** The member whose work it is about. */
  subjectId: id.optional(),
  audience: z.enum(audiences),
  /** Ids of the records that this one answers or builds on, the nearest first. */
  refs: z.array(id).max(MAX_REFS),
  /** Starts at 1 and rises by one each time its author changes it. */
  rev: wholeFrom1,
  /** Instants are from the author's clock. */
  createdAt: instant,
  updatedAt: instant,
  /** Set on a tombstone, whose body is empty. */
  deletedAt: instant.optional(),
  /** Version of the body's schema. */
  schema: wholeFrom1,
  body: z.record(z.string(), z.unknown()),
});

/**
 * The envelope of a record already in a store. It may date from a time with wider limits, and we must be able to read
 * it to show it to whoever repairs or erases it. Incoming records never use this schema.
 */
export const storedEnvelopeSchema = z.looseObject({
  ...envelopeSchema.shape,
  rev: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
  deletedAt: z.number().optional(),
  schema: z.number(),
});

export type Audience = (typeof audiences)[number];
export type Envelope = z.infer<typeof envelopeSchema>;
