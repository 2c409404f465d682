/**
 * What the server computes over everybody's records for those who answer for the workspace: the owner's escalations, and
 * figures about at least so many people. Both sides share this file, as they share protocol.ts.
 */
import { z } from '../records/zod.ts';

/** Whom each call is for, by the roles that somebody has now. */
export const INSIGHT_ROLES = {
  escalations: ['owner'],
  coverage: ['owner', 'sponsor', 'liaison'],
  programme: ['owner', 'sponsor', 'liaison'],
} as const;

/** The clock that ran out: a setting of the workspace with what it is set to, or the plan of a programme. */
const clock = z.discriminatedUnion('name', [
  z.object({ name: z.literal('replyHours'), value: z.int() }),
  z.object({ name: z.literal('verdictDays'), value: z.int() }),
  z.object({ name: z.literal('silentDays'), value: z.int() }),
  z.object({ name: z.literal('plan') }),
]);

/** Whose turn it is, to whom, and since when it is late (ms since 1970); never a record's id or a word of it. */
export const escalationSchema = z.object({
  kind: z.enum(['reply overdue', 'verdict overdue', 'coach silent', 'milestone missed']),
  whoId: z.string(),
  whomId: z.string().optional(),
  since: z.int(),
  /** Who takes it up, where that is not the owner. */
  assigneeId: z.string().optional(),
  clock,
});

/** GET /v1/insight/escalations, for owners: what is theirs to take up, the longest open first. */
export const escalationsResponse = z.object({ escalations: z.array(escalationSchema) });

/** `k` of `n`, 0 to 1 as `value`, with Wilson's 95 % interval: lib/coaching/metrics/statistics.ts. */
export const shareSchema = z.object({
  value: z.number().nullable(),
  k: z.number(),
  n: z.number(),
  interval: z.tuple([z.number(), z.number()]).readonly().nullable(),
  enough: z.boolean(),
});

/** The share of people reached, and how unevenly coaches coach: standard deviation over mean of their week. */
export const coverageSchema = z.object({ share: shareSchema, spread: z.number().nullable() });

/** A week is named by its first day. What is null is about too few people, or not over yet. */
const week = z.string();

/**
 * GET /v1/insight/coverage: the last closed weeks, oldest first, each about at least `minimum` people and never taken
 * back or changed.
 */
export const coverageResponse = z.object({
  minimum: z.int(),
  weeks: z.array(
    z.object({
      week,
      /** By coaches: people with a note, of those who were there. */
      coverage: coverageSchema.nullable(),
      /** By coaches: verdicts in time. */
      verdicts: shareSchema.nullable(),
      /** By people: notes answered in time. */
      answers: shareSchema.nullable(),
      /** By members: who took part. */
      adoption: shareSchema.nullable(),
    }),
  ),
});

/** GET /v1/insight/programme/:id, for a team's programme: how far its behaviours were practised, and promises kept. */
export const programmeResponse = z.object({
  minimum: z.int(),
  weeks: z.array(z.object({ week, practised: shareSchema.nullable(), kept: shareSchema.nullable() })),
});

export type CoverageAnswer = z.infer<typeof coverageResponse>;
export type ProgrammeAnswer = z.infer<typeof programmeResponse>;
export type EscalationClock = z.infer<typeof clock>;
export type EscalationsAnswer = z.infer<typeof escalationsResponse>;
