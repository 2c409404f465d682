/** A company's own sign-in for tests: a real OpenID provider on this machine, and a person who goes through it. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface Company {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What it says about each address from now on. */
  claims: Record<string, { sub?: string; email_verified?: boolean; name?: string; email?: string }>;
  stop(): Promise<void>;
}

/** Lets back only to `redirectUri`. */
export async function startCompany(redirectUri: string): Promise<Company> {
  const server: Server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claims: Company['claims'] = {};
  const clientId = 'sideline';
  const clientSecret = 'a secret of the company';
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key for cookies'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => {
        const { sub = id, ...rest } = claims[id] ?? {};
        return { sub, email: id, email_verified: true, name: `Person ${id.split('@')[0]}`, ...rest };
      },
    }),
    // Whoever signed in has agreed.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    claims,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Signs in at the company's page as `email`; returns the address to which it sends the browser back. */
export async function passThrough(authorizeUrl: string, email: string): Promise<string> {
  const jar = new Map<string, string>();
  const { origin } = new URL(authorizeUrl);
  let target = authorizeUrl;
  let body: string | undefined;
  for (let hop = 0; hop < 10; hop += 1) {
    const response = await fetch(target, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    body = undefined;
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location === null) {
      const form = /action="([^"]+)"/.exec(await response.text())?.[1];
      if (form === undefined) throw new Error(`The company's page has no form: ${response.status}`);
      target = new URL(form, target).href;
      body = new URLSearchParams({ prompt: 'login', login: email, password: 'x' }).toString();
    } else {
      target = new URL(location, target).href;
      if (new URL(target).origin !== origin) return target;
    }
  }
  throw new Error('The company sends the browser round and round.');
}
