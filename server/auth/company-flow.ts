/** The two steps of the company's own sign-in: to its page, and back. */
import { APIError } from 'better-auth/api';
import { arrival, COMPANY } from './company.ts';
import { asProblem, type People } from './people.ts';

/** Returns where to send the browser, and the cookie that ties the answer to it. `next` is a path on this server. */
export async function startCompanySignIn(
  { auth }: People,
  next: string,
): Promise<{ url: string; cookies: string[] }> {
  return asProblem(async () => {
    const { response, headers } = await auth.api.signInSocial({
      body: { provider: COMPANY, callbackURL: next, disableRedirect: true },
      returnHeaders: true,
    });
    if (!response.url) throw new APIError('BAD_REQUEST', { code: 'PROVIDER_NOT_FOUND' });
    return { url: response.url, cookies: headers.getSetCookie() };
  });
}

/** Handles the browser's return: the library checks state, nonce and tokens, and answers with a redirect. */
export function finishCompanySignIn(
  { auth }: People,
  query: Record<string, string>,
  headers: Headers,
): Promise<Response> {
  return arrival.run({ mayComeIn: false }, () =>
    auth.api.callbackOAuth({ method: 'GET', params: { id: COMPANY }, query, headers, asResponse: true }),
  );
}
