/**
 * NUL is in no text that a person writes, and PostgreSQL cannot store it. We refuse it at the door, on both databases
 * alike, instead of in every field.
 */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** As it stands in an address and in a form. */
const ENCODED_NUL = '%00';

/** Nothing here has an address that holds one, and no parameter may. */
export const plainAddress = createMiddleware<AppEnv>(async (c, next) => {
  const [path = '', query = ''] = c.req.url.split('?', 2);
  if (path.includes(ENCODED_NUL)) return problem(c, { status: 404, title: 'Not found' });
  if (query.includes(ENCODED_NUL)) return problem(c, { status: 400, title: 'A parameter holds a NUL' });
  return next();
});

/** Does the body of a form hold one? */
export function hasNul(form: string): boolean {
  return form.includes(ENCODED_NUL) || form.includes('\u0000');
}
