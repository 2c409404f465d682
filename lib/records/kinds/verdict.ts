/**
 * A verdict is the coach's finding on a commitment (R064). `refs[0]` is the commitment, followed by the evidence
 * looked at.
 */
import { z } from '../zod.ts';

export const findings = ['implemented', 'partly', 'not', 'noOpportunity'] as const;

export const verdictBody = z.looseObject({
  finding: z.enum(findings),
  sentence: z.string().max(1000).optional(),
});

export type Finding = (typeof findings)[number];
