/**
 * Days on which somebody is away, both included. Deadlines wait and nothing is due. It has no field for the reason,
 * because nobody needs to know it.
 */
import { z } from '../zod.ts';

/** A date on the calendar of the person whom it concerns: `2026-11-22`. */
export const daySchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const leaveBody = z
  .looseObject({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, { message: 'The last day is before the first.', path: ['to'] });
