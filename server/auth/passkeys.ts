/** Passkeys (WebAuthn) through the auth library. The pages call it in the process; the browser answers by a form. */
import { isIP } from 'node:net';
import { oddValueIn } from '#lib/records/bounds.ts';
import { z } from '#lib/records/zod.ts';
import { AccountProblem, asProblem, type People, type SignedIn } from './people.ts';

/** A passkey needs a host name, and browsers create one only over https or on localhost. */
export function canHavePasskeys(publicUrl: string): boolean {
  const { hostname, protocol } = new URL(publicUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return false;
  return protocol === 'https:' || hostname === 'localhost';
}

interface Challenge {
  /** WebAuthn options in their JSON form. */
  options: unknown;
  /** `Set-Cookie` headers that bind the challenge to this browser. */
  cookies: string[];
}

/** The challenge for signing in. The browser has five minutes to answer it. */
export async function passkeyRequest({ auth }: People): Promise<Challenge> {
  const answer = await auth.api.generatePasskeyAuthenticationOptions({
    headers: new Headers(),
    returnHeaders: true,
  });
  return { options: answer.response, cookies: answer.headers.getSetCookie() };
}

/** @throws AccountProblem when the passkey is unknown, or this browser got another challenge. */
export async function signInWithPasskey({ auth }: People, json: string, headers: Headers): Promise<SignedIn> {
  const response = readAnswer(json, assertion);
  return asProblem(async () => {
    const answer = await auth.api.verifyPasskeyAuthentication({
      body: { response },
      headers,
      returnHeaders: true,
    });
    return { userId: answer.response.session.userId, cookies: answer.headers.getSetCookie() };
  });
}

/** @throws AccountProblem `SESSION_NOT_FRESH` when the person signed in long ago. */
export async function newPasskeyRequest({ auth }: People, headers: Headers): Promise<Challenge> {
  return asProblem(async () => {
    const answer = await auth.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true });
    return { options: answer.response, cookies: answer.headers.getSetCookie() };
  });
}

/** @throws AccountProblem when it does not answer this session's challenge. */
export async function addPasskey(
  { auth }: People,
  json: string,
  name: string,
  headers: Headers,
): Promise<void> {
  const response = readAnswer(json, z.looseObject({ id: z.string() }));
  await asProblem(() => auth.api.verifyPasskeyRegistration({ body: { response, name }, headers }));
}

/** @throws AccountProblem when it is not this person's. */
export async function removePasskey({ auth }: People, id: string, headers: Headers): Promise<void> {
  await asProblem(() => auth.api.deletePasskey({ body: { id }, headers }));
}

/** The shape of `PublicKeyCredential.toJSON()` at a sign-in. The library checks its content. */
const assertion = z.object({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().optional(),
  }),
});

function readAnswer<S extends z.ZodType>(json: string, schema: S): z.infer<S> {
  try {
    const value: unknown = JSON.parse(json);
    if (oddValueIn(value) !== undefined) throw new AccountProblem('passkey');
    return schema.parse(value);
  } catch {
    // Not from a browser's passkey.
    throw new AccountProblem('passkey');
  }
}
