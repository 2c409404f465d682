/**
 * A position is what a member does and how far along they are (R027, R193): it steers which behaviours are offered and
 * which expectations are shown, and gives no right to anything. Written by the person it is about or by an owner, under
 * an id derived from both; the person's own word comes before an owner's.
 */
import { z } from '../zod.ts';

export const jobs = ['rep', 'creator', 'editor', 'producer', 'creatorLead', 'manager'] as const;
export const levels = ['frontline', 'mid', 'senior'] as const;

export const positionBody = z.looseObject({
  job: z.enum(jobs).optional(),
  level: z.enum(levels).optional(),
});

export type Job = (typeof jobs)[number];
export type Level = (typeof levels)[number];
