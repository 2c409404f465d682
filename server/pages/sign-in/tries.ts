/**
 * Who may try a password now. A try is counted at each of these doors in turn, and one that is refused at a door is not
 * counted behind it: so an address that has used up its tries cannot use up those of an account as well.
 */
import type { Context } from 'hono';
import type { ServerContext } from '#server/context.ts';
import { addressOf } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { networkOf } from '#server/http/network.ts';
import type { BucketName } from '#server/http/rate-limit.ts';
import { knownBrowser } from '../known-browser.ts';

export interface Try {
  /** Ms to wait; 0 to go on. */
  wait: number;
  /** Takes the try back, because the password was right. */
  wasRight(): void;
}

/** `email` as somebody typed it, in lower case. */
export async function tryPassword(c: Context<AppEnv>, context: ServerContext, email: string): Promise<Try> {
  const { limiter } = context;
  const known = await knownBrowser(c, context, email);
  const network = networkOf(addressOf(c, context));
  const doors: [BucketName, string][] =
    known === undefined
      ? [
          ['signIn', network],
          // Slower than the account's own door, so that no single address can keep that one shut.
          ['signInPair', `${network} ${email}`],
          ['signInAccount', email],
        ]
      : [['signInKnown', `${known} ${email}`]];
  for (const [bucket, key] of doors) {
    const wait = limiter.take(bucket, key);
    if (wait > 0) return { wait, wasRight: () => {} };
  }
  return { wait: 0, wasRight: () => doors.forEach(([bucket, key]) => void limiter.giveBack(bucket, key)) };
}
