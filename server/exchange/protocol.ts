/** What people and owners may ask for: the shapes for the routes and for the OpenAPI document. */
import { z } from '#lib/records/zod.ts';
import { auditKinds } from '#server/audit/chain.ts';

/** The longest retention that can be set, in months. */
export const MAX_MONTHS = 240;
/** How many log entries fit into one answer. */
export const MAX_ENTRIES = 500;

/** POST /v1/erasures: one record, or everything by or about a member. */
export const erasureRequest = z.union([
  z.strictObject({ recordId: z.string().min(1).max(128) }),
  z.strictObject({ memberId: z.string().min(1).max(128), which: z.enum(['by', 'about', 'both']) }),
]);
export const erasureResponse = z.object({ erased: z.int() });

/** GET and PUT /v1/retention. `months`: null keeps everything. */
export const retentionRequest = z.strictObject({ months: z.int().min(1).max(MAX_MONTHS).nullable() });
export const retentionResponse = z.object({
  months: z.int().nullable(),
  /** How many records would be erased now with the number of months in the query. */
  past: z.int(),
});

/** GET /v1/audit?after=&limit=, in order of `n`. */
export const auditResponse = z.object({
  entries: z.array(
    z.object({
      n: z.int(),
      at: z.int(),
      kind: z.enum(auditKinds),
      actorId: z.string().nullable(),
      subjectId: z.string().nullable(),
      type: z.string().nullable(),
      targetId: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  more: z.boolean(),
});

/** GET /v1/audit/check. */
export const auditCheck = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), count: z.int(), hash: z.string() }),
  z.object({ ok: z.literal(false), at: z.int(), reason: z.enum(['changed', 'missing', 'unknown-end']) }),
]);
