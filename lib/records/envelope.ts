/**
 * Every record has the same envelope; `body` is what its type says (see types.ts). One author a record: only the
 * author may change it, everybody else answers with a record of their own.
 */
import { instant, wholeFrom1 } from './bounds.ts';
import { z } from './zod.ts';

/** Who may see a record; set by its author alone. `pair` is author and subject. */
export const audiences = ['author', 'pair', 'coaches', 'workspace'] as const;

/** The workspace of one person with no server. Its records never leave the device. */
export const SOLO_WORKSPACE = 'solo';
/** The author of everything in the solo workspace. */
export const SOLO_MEMBER = 'me';

/** The size of one record as JSON, in bytes of UTF-8, at which a server refuses it. */
export const MAX_RECORD_BYTES = 64 * 1024;

/** So many others may one record refer to. */
export const MAX_REFS = 32;

const id = z.string().min(1).max(128);
export const envelopeSchema = z.looseObject({
  /** UUIDv7 made on the author's device, or derived where two devices must agree on one record. */
  id,
  type: z.string().min(1).max(64),
  workspaceId: id,
  authorId: id,
  /** The member whose work it is about. */
  subjectId: id.optional(),
  audience: z.enum(audiences),
  /** Ids of the records that this one answers or builds on, the nearest first. */
  refs: z.array(id).max(MAX_REFS),
  /** 1 at first; rises by one with each change by its author. */
  rev: wholeFrom1,
  /** Instants are by the author's clock. */
  createdAt: instant,
  updatedAt: instant,
  /** Set on a tombstone, whose body is empty. */
  deletedAt: instant.optional(),
  /** Version of the body's schema. */
  schema: wholeFrom1,
  body: z.record(z.string(), z.unknown()),
});

/**
 * The same as it lies in a store, where records may be of a time with wider bounds: they must be read to be shown to
 * whoever mends or erases them. Nothing comes in by it.
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
