/**
 * better-auth does accounts, sessions, workspaces, invitations, links, passkeys, a company's own sign-in and the device
 * flow. A workspace is one of its organizations. None of its HTTP routes is open: our own routes call it in the
 * process.
 */
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import { bearer, deviceAuthorization, genericOAuth, magicLink, organization } from 'better-auth/plugins';
import { createAccessControl } from 'better-auth/plugins/access';
import { defaultStatements, ownerAc } from 'better-auth/plugins/organization/access';
import type { Kysely } from 'kysely';
import { DAY, SECOND } from '#lib/time.ts';
import { type CompanyConfig, INVITATION_MS } from '#server/config.ts';
import type { DatabaseKind } from '#server/store/database.ts';
import type { Tables } from '#server/store/schema.ts';
import { arrival, companyProvider } from './company.ts';
import { forgetBrowsers } from './known-browsers.ts';
import { MAX_PASSWORD, MIN_PASSWORD, PASSWORD_LINK_SECONDS, SIGN_IN_LINK_SECONDS } from './limits.ts';
import { handOver } from './links.ts';

/** The extension's name in the device flow (RFC 8628). */
export const DEVICE_CLIENT_ID = 'sideline-extension';

/** How long a device code is valid, and how often a device may ask about it, in seconds. */
export const DEVICE_CODE_SECONDS = 600;
export const DEVICE_POLL_SECONDS = 2;

const accessControl = createAccessControl(defaultStatements);
/** Only owners manage a workspace; what the other roles mean is in sync/may-write.ts and lib/records/visibility.ts. */
const member = accessControl.newRole({ organization: [] });
const workspaceRoles = { owner: ownerAc, coach: member, coachee: member, sponsor: member, liaison: member };

export interface AuthInput {
  db: Kysely<Tables>;
  kind: DatabaseKind;
  publicUrl: string;
  secret: string;
  /** Called for every sign-in to the pages, however somebody signs in. */
  onSignIn(userId: string): Promise<void>;
  /** `db` is a transaction, and everything happens within it. */
  within?: boolean;
  /** A company's own sign-in (OpenID Connect). */
  company?: CompanyConfig | undefined;
}

function options({ db, kind, publicUrl, secret, onSignIn, within = false, company }: AuthInput) {
  return {
    appName: 'Sideline',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db: within ? asOwn(db) : db, type: kind, transaction: !within },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      resetPasswordTokenExpiresIn: PASSWORD_LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }: { user: { id: string } }) => forgetBrowsers(db, user.id),
      sendResetPassword: async ({ token }: { token: string }) => handOver.getStore()?.(token),
    },
    account: { updateAccountOnSignIn: false },
    // We never call a company's server on somebody's behalf, so we do not keep its tokens.
    databaseHooks: {
      user: { create: { before: refuseStrangers } },
      account: { create: { before: async () => ({ data: NO_TOKENS }) } },
      session: { create: { after: (session: { userId: string }) => onSignIn(session.userId) } },
    },
    // The database holds links and challenges as hashes.
    verification: { storeIdentifier: 'hashed' as const },
    onAPIError: { errorURL: `${publicUrl}/sign-in` },
    session: { expiresIn: (14 * DAY) / SECOND, updateAge: DAY / SECOND },
    advanced: cookies(publicUrl),
    // We have our own limits, see http/rate-limit.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' as const, log: () => {} },
    plugins: [
      // Only signed session tokens count, so nobody can use a token copied from the database.
      bearer({ requireSignature: true }),
      organization({
        ac: accessControl,
        roles: workspaceRoles,
        creatorRole: 'owner',
        invitationExpiresIn: INVITATION_MS / 1000,
        invitationLimit: 1000,
        membershipLimit: 10_000,
        // Without mail nobody can prove their address, so the link itself is the proof.
        requireEmailVerificationOnInvitation: false,
        schema: {
          invitation: { additionalFields: { coachIds: { type: 'string', required: false, input: true } } },
        },
      }),
      magicLink({
        disableSignUp: true,
        expiresIn: SIGN_IN_LINK_SECONDS,
        storeToken: 'hashed',
        sendMagicLink: async ({ token }) => handOver.getStore()?.(token),
      }),
      passkey({ rpName: 'Sideline', rpID: new URL(publicUrl).hostname, origin: publicUrl }),
      genericOAuth({ config: company ? [companyProvider(company, db)] : [] }),
      deviceAuthorization({
        expiresIn: `${DEVICE_CODE_SECONDS}s`,
        interval: `${DEVICE_POLL_SECONDS}s`,
        verificationUri: `${publicUrl}/device`,
        validateClient: clientId => clientId === DEVICE_CLIENT_ID,
      }),
    ],
  };
}

/**
 * Lets the library work within a transaction. It asks for a connection or a transaction of its own when it does several
 * things, and gets this one.
 */
function asOwn(trx: Kysely<Tables>): Kysely<Tables> {
  const own = () => ({ execute: <T>(work: (db: Kysely<Tables>) => Promise<T>) => work(trx) });
  return new Proxy(trx, {
    get(target, key) {
      if (key === 'connection' || key === 'transaction') return own;
      const value: unknown = Reflect.get(target, key, target);
      // `fn` is a function with properties, not a method, so it must stay as it is.
      return typeof value === 'function' && key !== 'fn' ? value.bind(target) : value;
    },
  });
}

/** Without an account, the company's sign-in lets in only people with an invitation or an address of its domains. */
async function refuseStrangers(): Promise<void> {
  const found = arrival.getStore();
  if (found && !found.mayComeIn) throw new APIError('FORBIDDEN', { code: 'not_invited' });
}

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

/**
 * Over https we use a `__Host-` cookie. A browser accepts it only from this very host, over TLS and for all paths, so
 * that no sibling domain can plant a session. The library would add `__Secure-` to the name, so we set the flag
 * ourselves.
 */
function cookies(publicUrl: string) {
  const https = publicUrl.startsWith('https://');
  return {
    useSecureCookies: false,
    cookiePrefix: https ? '__Host-sideline' : 'sideline',
    defaultCookieAttributes: { secure: https, httpOnly: true, sameSite: 'lax' as const, path: '/' },
  };
}

export function createAuth(input: AuthInput) {
  return betterAuth(options(input));
}

export type Auth = ReturnType<typeof createAuth>;

/** Brings the library's own tables up to this version of it. */
export async function migrateAuth(input: AuthInput): Promise<void> {
  const { runMigrations } = await getMigrations(options(input));
  await runMigrations();
}
