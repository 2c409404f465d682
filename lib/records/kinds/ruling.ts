/**
 * A ruling is a person's decision on a computed pattern or stall (R139–R148). `key` is the key of the pattern or
 * stall. `refs` are the records it was computed from.
 */
import { z } from '../zod.ts';

export const structuralCauses = ['brief', 'role', 'tool', 'template', 'none'] as const;
export const remedies = ['template', 'brief', 'role', 'workflow', 'practice', 'outsideCoaching'] as const;
export const stallClasses = ['reminder', 'strategy', 'personal'] as const;
export const diagnoses = ['skill', 'confidence', 'workload', 'support'] as const;

export const rulingBody = z.looseObject({
  on: z.enum(['pattern', 'stall']),
  key: z.string().min(1).max(300),
  behaviourId: z.string().max(128).optional(),
  /** On a pattern: the cause (`none` means it is not structural) and what will be changed. */
  cause: z.enum(structuralCauses).optional(),
  remedy: z.enum(remedies).optional(),
  /** On a stall: what the person needs, why, and whether it is resolved. */
  stallClass: z.enum(stallClasses).optional(),
  diagnosis: z.enum(diagnoses).optional(),
  resolved: z.boolean().optional(),
  /** Who takes the next step: a named person. */
  assigneeId: z.string().max(128).optional(),
  sentence: z.string().max(1000),
});

export type StructuralCause = (typeof structuralCauses)[number];
export type Remedy = (typeof remedies)[number];
export type StallClass = (typeof stallClasses)[number];
export type Diagnosis = (typeof diagnoses)[number];
