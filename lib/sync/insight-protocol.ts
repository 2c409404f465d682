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

export type EscalationClock = z.infer<typeof clock>;
export type EscalationsAnswer = z.infer<typeof escalationsResponse>;
