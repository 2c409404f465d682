/** The fields that several forms have, with the problem that each can have. */
import { z } from '#lib/records/zod.ts';
import { roles } from '#lib/sync/protocol.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from '#server/auth/limits.ts';

/** A name that says something: not only spaces, marks or zero-width characters. Messages are keys of words.problems. */
const named = (problem: string, max: number) =>
  z
    .string({ error: problem })
    .trim()
    .max(max, { error: 'too-long' })
    .refine(text => /[\p{L}\p{N}]/u.test(text), { error: problem });

export const personName = named('your-name', 80);
export const workspaceNameField = named('workspace-name', 80);
export const email = z
  .string({ error: 'email' })
  .trim()
  .toLowerCase()
  .max(200, { error: 'too-long' })
  .pipe(z.email({ error: 'email' }));
export const newPassword = z
  .string({ error: 'password' })
  .min(MIN_PASSWORD, { error: 'password-short' })
  .max(MAX_PASSWORD, { error: 'password-long' });
export const roleList = z
  .array(z.enum(roles, { error: 'role' }), { error: 'role' })
  .min(1, { error: 'role' });
/** An id as this server makes them. */
export const idField = z.string({ error: 'unknown' }).regex(/^[A-Za-z0-9-]{1,64}$/, { error: 'unknown' });

const DAY_MS = 24 * 60 * 60_000;

/** A day as a date field gives it (`2026-11-22`) → its beginning in UTC, ms since 1970. */
export const day = z
  .string({ error: 'date' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })
  .transform(text => Date.parse(text))
  .refine(Number.isFinite, { error: 'date' });

/** The instant at which a day is over. */
export function endOf(dayStart: number): number {
  return dayStart + DAY_MS;
}
