/** The fields that several forms share, each with the problems that it can have. */
import { instant } from '#lib/records/bounds.ts';
import { z } from '#lib/records/zod.ts';
import { roles } from '#lib/sync/protocol.ts';
import { DAY } from '#lib/time.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from '#server/auth/limits.ts';
import type { ProblemKey } from '#server/words/choose-language.ts';

/** Names a problem for a form's schema by its key in the words, so that a misspelt key does not compile. */
export function problem(key: ProblemKey): { error: ProblemKey } {
  return { error: key };
}

/** A name that can be read: not only spaces, marks or zero-width characters. */
const named = (key: ProblemKey, max: number) =>
  z
    .string(problem(key))
    .trim()
    .max(max, problem('too-long'))
    .refine(text => /[\p{L}\p{N}]/u.test(text), problem(key));

export const personName = named('your-name', 80);
export const workspaceNameField = named('workspace-name', 80);
export const email = z
  .string(problem('email'))
  .trim()
  .toLowerCase()
  .max(200, problem('too-long'))
  .pipe(z.email(problem('email')));
export const newPassword = z
  .string(problem('password'))
  .min(MIN_PASSWORD, problem('password-short'))
  .max(MAX_PASSWORD, problem('password-long'));
export const roleList = z.array(z.enum(roles, problem('role')), problem('role')).min(1, problem('role'));
/** An id in the form that this server makes. */
export const idField = z.string(problem('unknown')).regex(/^[A-Za-z0-9-]{1,64}$/, problem('unknown'));

/** A day as a date field gives it (`2026-11-22`) → its beginning in UTC, ms since 1970. */
export const day = z
  .string(problem('date'))
  .regex(/^\d{4}-\d{2}-\d{2}$/, problem('date'))
  .transform(text => Date.parse(text))
  // The last day has an end, which must be an instant that can be stored too.
  .refine(at => instant.safeParse(at).success && instant.safeParse(endOf(at)).success, problem('date'));

/** The instant at which this day ends. */
export function endOf(dayStart: number): number {
  return dayStart + DAY;
}
