/** Creates accounts, workspaces and memberships through the auth library, for the pages and the demo. */

import { isAPIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#lib/sync/protocol.ts';
import { actorOf, logEntry } from '#server/audit/log.ts';
import type { Tables } from '#server/store/schema.ts';
import { createWorkspace } from '#server/store/workspace-tx.ts';
import type { Auth } from './auth.ts';

export interface People {
  auth: Auth;
  db: Kysely<Tables>;
}

export interface SignedIn {
  userId: string;
  /** `Set-Cookie` headers of the new session. */
  cookies: string[];
}

/** An expected refusal by the auth library, with its own code, e.g. `USER_ALREADY_EXISTS`. */
export class AccountProblem extends Error {
  override name = 'AccountProblem';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** @throws AccountProblem when the address is taken or the password too short. */
export async function signUp(
  { auth }: People,
  input: { name: string; email: string; password: string },
  browser: Headers = new Headers(),
): Promise<SignedIn> {
  return asProblem(async () => {
    const { headers, response } = await auth.api.signUpEmail({
      body: input,
      headers: browser,
      returnHeaders: true,
    });
    return { userId: response.user.id, cookies: headers.getSetCookie() };
  });
}

/** @throws AccountProblem when the address and the password do not match. */
export async function signIn(
  { auth, db }: People,
  input: { email: string; password: string },
  browser: Headers = new Headers(),
): Promise<SignedIn & { sessionId: string }> {
  return asProblem(async () => {
    const { headers, response } = await auth.api.signInEmail({
      body: input,
      headers: browser,
      returnHeaders: true,
    });
    const { id: sessionId } = await db
      .selectFrom('session')
      .select('id')
      .where('token', '=', response.token)
      .executeTakeFirstOrThrow();
    return { userId: response.user.id, sessionId, cookies: headers.getSetCookie() };
  });
}

/**
 * Accepts an address as proven without a mail, because an invitation link from an owner is proof enough. Do not use it
 * where anybody may start a workspace: anybody can invite any address there.
 */
export async function markEmailVerified({ auth }: People, userId: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.updateUser(userId, { emailVerified: true });
}

/** A new workspace with this person as its owner; returns its id. */
export async function foundWorkspace(
  { auth, db }: People,
  userId: string,
  name: string,
  now: number = Date.now(),
): Promise<string> {
  const slug = uuidv7();
  const made = await asProblem(() => auth.api.createOrganization({ body: { name, slug, userId } }));
  await createWorkspace(db, made.id);
  const actorId = await actorOf(db, made.id, userId);
  await logEntry(db, made.id, now, { kind: 'found', actorId, type: 'workspace', targetId: made.id });
  return made.id;
}

/** Makes somebody a member without an invitation. */
export async function addMember(
  { auth }: People,
  input: { workspaceId: string; userId: string; roles: readonly Role[] },
): Promise<string> {
  const made = await asProblem(() =>
    auth.api.addMember({
      body: { organizationId: input.workspaceId, userId: input.userId, role: [...input.roles] },
    }),
  );
  return made.id;
}

/** Headers that stand for a session in calls to the auth library: its cookies and nothing else. */
export function cookieHeaders(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map(cookie => cookie.split(';')[0]).join('; ') });
}

/** Who is signed in with these headers. */
export async function userOf({ auth }: People, headers: Headers): Promise<string | undefined> {
  return (await auth.api.getSession({ headers }))?.user.id;
}

export async function asProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The library's endpoints throw its own error class, but its redirects throw the router's.
    if (!isAPIError(error)) throw error;
    throw new AccountProblem(error.body?.code ?? error.message);
  }
}
