/** The fields that several forms have, with messages for the person who fills them in. */
import { z } from '#lib/records/zod.ts';
import { roles } from '#lib/sync/protocol.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from '#server/auth/auth.ts';

/** A name that says something: not only spaces, marks or zero-width characters. */
const named = (what: string, max: number) =>
  z
    .string({ error: `Give ${what}.` })
    .trim()
    .max(max, { error: `${what} can have at most ${max} characters.` })
    .refine(text => /[\p{L}\p{N}]/u.test(text), { error: `Give ${what}.` });

export const personName = named('your name', 80);
export const workspaceNameField = named('the workspace a name', 80);
export const email = z
  .string({ error: 'Give an e-mail address.' })
  .trim()
  .toLowerCase()
  .max(200)
  .pipe(z.email({ error: 'This is not an e-mail address.' }));
export const newPassword = z
  .string({ error: 'Choose a password.' })
  .min(MIN_PASSWORD, { error: `Choose a password of at least ${MIN_PASSWORD} characters.` })
  .max(MAX_PASSWORD, { error: `Choose a password of at most ${MAX_PASSWORD} characters.` });
export const roleList = z
  .array(z.enum(roles, { error: 'Choose at least one role.' }), { error: 'Choose at least one role.' })
  .min(1, { error: 'Choose at least one role.' });
/** An id as this server makes them. */
export const idField = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, { error: 'This is not known here.' });
