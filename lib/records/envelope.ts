/**
 * Every record has the same envelope; `body` is what its type says (see types.ts). One author a record: only the
 * author may change it, everybody else answers with a record of their own.
 */
import { z } from './zod.ts';

/** Who may see a record; set by its author alone. `pair` is author and subject. */
export const audiences = ['author', 'pair', 'coaches', 'workspace'] as const;

/** The workspace of one person with no server. Its records never leave the device. */
export const SOLO_WORKSPACE = 'solo';
/** The author of everything in the solo workspace. */
export const SOLO_MEMBER = 'me';

/** The size of one record as JSON, in bytes of UTF-8, at which a server refuses it. */
export const MAX_RECORD_BYTES = 64 * 1024;

const id = z.string().min(1).max(128);
/** Milliseconds since 1970, by the author's clock. */
const instant = z.int().nonnegative();

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
  refs: z.array(id).max(32),
  /** 1 at first; rises by one with each change by its author. */
  rev: z.int().positive(),
  createdAt: instant,
  updatedAt: instant,
  /** Set on a tombstone, whose body is empty. */
  deletedAt: instant.optional(),
  /** Version of the body's schema. */
  schema: z.int().positive(),
  body: z.record(z.string(), z.unknown()),
});

export type Audience = (typeof audiences)[number];
export type Envelope = z.infer<typeof envelopeSchema>;
