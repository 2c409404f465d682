/**
 * A company's own sign-in, by OpenID Connect: authorization code with PKCE, state and nonce; the ID token is verified
 * with the issuer's keys. It only tells us who somebody is. Whether they may come in depends on an invitation, or on
 * the list of the company's e-mail domains.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { GenericOAuthConfig, GenericOAuthUserInfo } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import type { CompanyConfig } from '#server/config.ts';
import type { Tables } from '#server/store/schema.ts';
import { addMember, type People } from './people.ts';

/** The provider's id; its callback is /api/auth/callback/company. */
export const COMPANY = 'company';

/**
 * Whether the person who is signing in may come in. The library asks for that within its own transaction, and the
 * embedded database can answer nobody else meanwhile. So we decide earlier, when the library reads the profile.
 */
export const arrival = new AsyncLocalStorage<{ mayComeIn: boolean }>();

export function companyProvider(
  company: CompanyConfig,
  db: Kysely<Tables>,
): GenericOAuthConfig<typeof COMPANY> {
  return {
    providerId: COMPANY,
    name: company.name,
    discoveryUrl: `${company.issuer}/.well-known/openid-configuration`,
    clientId: company.clientId,
    clientSecret: company.clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    async mapProfileToUser(profile) {
      const emailVerified = company.trustEmail || profile.emailVerified === true;
      const found = arrival.getStore();
      if (found) found.mayComeIn = emailVerified && (await mayComeIn(db, company, profile.email));
      return { name: nameOf(profile), emailVerified };
    },
  };
}

function nameOf({ name, email }: GenericOAuthUserInfo): string {
  const given = typeof name === 'string' ? name.trim().slice(0, 80) : '';
  return given === '' ? (email?.split('@')[0] ?? '').slice(0, 80) : given;
}

/** May this address have an account? Yes, if it is invited somewhere or belongs to one of the domains. */
async function mayComeIn(
  db: Kysely<Tables>,
  company: CompanyConfig,
  address: string | null | undefined,
): Promise<boolean> {
  const email = address?.toLowerCase();
  return email !== undefined && (isOfDomain(company, email) || (await isInvited(db, email)));
}

function isOfDomain({ domains }: CompanyConfig, email: string): boolean {
  return domains.includes(email.slice(email.lastIndexOf('@') + 1));
}

async function isInvited(db: Kysely<Tables>, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .select('id')
    .where('email', '=', email)
    .where('status', '=', 'pending')
    .where('expiresAt', '>', new Date().toISOString())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Makes somebody with an address of those domains a coachee of the server's workspace, if there is only one and they
 * are in none. Returns the workspace's id.
 */
export async function joinByDomain(
  people: People,
  company: CompanyConfig,
  user: { userId: string; email: string },
): Promise<string | undefined> {
  const { db } = people;
  const [only, another] = await db.selectFrom('organization').select('id').limit(2).execute();
  if (!only || another || !isOfDomain(company, user.email)) return undefined;
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('userId', '=', user.userId)
    .where('providerId', '=', COMPANY)
    .executeTakeFirst();
  const member = await db
    .selectFrom('member')
    .select('id')
    .where('userId', '=', user.userId)
    .executeTakeFirst();
  const removed = await db
    .selectFrom('former_members')
    .select('member_id')
    .where('user_id', '=', user.userId)
    .executeTakeFirst();
  if (!account || member || removed) return undefined;
  await addMember(people, { workspaceId: only.id, userId: user.userId, roles: ['coachee'] });
  return only.id;
}
