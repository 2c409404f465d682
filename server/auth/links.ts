/**
 * Links that sign somebody in once, or let them choose a new password. The auth library makes each link; we then mail
 * it, or show it to an owner.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { asProblem, type People, type SignedIn } from './people.ts';

/** Receives the secret part of the link that is made during this call. */
export const handOver = new AsyncLocalStorage<(token: string) => void>();

/** The secret part of a link that signs this person in; undefined when nobody has this address. */
export function makeSignInLink({ auth, db }: People, email: string): Promise<string | undefined> {
  return handed(async () => {
    const known = await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst();
    if (known) await auth.api.signInMagicLink({ body: { email }, headers: new Headers() });
  });
}

/** The secret part of a link with which this person chooses a new password; undefined when nobody has this address. */
export function makePasswordLink({ auth }: People, email: string): Promise<string | undefined> {
  return handed(() => auth.api.requestPasswordReset({ body: { email } }));
}

async function handed(work: () => Promise<unknown>): Promise<string | undefined> {
  let made: string | undefined;
  await handOver.run(
    token => {
      made = token;
    },
    () => asProblem(work),
  );
  return made;
}

/** Signs in and uses the link up. @throws AccountProblem when it is unknown, used or expired. */
export function openSignInLink({ auth }: People, token: string, headers: Headers): Promise<SignedIn> {
  return asProblem(async () => {
    const answer = await auth.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true });
    return { userId: answer.response.user.id, cookies: answer.headers.getSetCookie() };
  });
}

/**
 * Sets the password and ends all browser sessions. @throws AccountProblem when the link is unknown, used or expired.
 */
export async function openPasswordLink({ auth }: People, token: string, newPassword: string): Promise<void> {
  await asProblem(() => auth.api.resetPassword({ body: { token, newPassword } }));
}
