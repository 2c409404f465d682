/** Words for what the auth library refuses, and for trying too often. */
import type { Context } from 'hono';
import type { AccountProblem } from '#server/auth/people.ts';
import { messagePage } from './layout.ts';

const words: Readonly<Record<string, string>> = {
  USER_ALREADY_EXISTS: 'There is an account with this address already. Sign in with it.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is an account with this address already. Sign in with it.',
  INVALID_EMAIL: 'This is not an e-mail address.',
  PASSWORD_TOO_SHORT: 'Choose a longer password.',
  PASSWORD_TOO_LONG: 'Choose a shorter password.',
  USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: 'This person is a member already.',
  USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION:
    'There is an open invitation for this address. Withdraw it first.',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER:
    'A workspace needs an owner. Make somebody else one first.',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER:
    'A workspace needs an owner. Make somebody else one first.',
  INVITATION_LIMIT_REACHED: 'There are too many open invitations. Withdraw some first.',
};

export function wordsFor(problem: AccountProblem): string {
  return words[problem.code] ?? 'This could not be done. Reload the page and try again.';
}

export function tooManyPage(c: Context, waitMs: number): Response | Promise<Response> {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  c.header('retry-after', String(seconds));
  const text = `That was a lot of tries in a short time. Wait ${seconds} seconds and try again.`;
  return c.html(messagePage('A moment, please', text), 429);
}
