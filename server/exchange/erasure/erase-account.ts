/** Erases a person for good: their words, and with them their membership and their way to sign in. */
import { type Kysely, sql } from 'kysely';
import { removeMember } from '#server/auth/membership.ts';
import type { People } from '#server/auth/people.ts';
import type { LiveHub } from '#server/live/hub.ts';
import { checkpointWal } from '#server/store/checkpoint-wal.ts';
import { findMember, membershipsOf } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { erasePerson } from './erase.ts';

/**
 * Ends the membership first, so that nothing more can come in by or about the person. Then erases everything by and
 * about them, and their name here. If no other workspace has the account, that is deleted as well: name, address,
 * password, passkeys, sessions, open links. `headers` are those of the owner, whose member id is `by`. If it is broken
 * off, it can be repeated: the person is a former member then.
 * @throws AccountProblem when it would leave the workspace without an owner, and then nothing was erased.
 */
export async function eraseAltogether(
  people: People,
  hub: LiveHub,
  headers: Headers,
  input: { workspaceId: string; memberId: string; by: string },
  now: number,
): Promise<{ records: number; account: boolean }> {
  const { db } = people;
  const { workspaceId, memberId, by } = input;
  const userId = await userIdOf(db, workspaceId, memberId);
  const user =
    userId === undefined
      ? undefined
      : await db.selectFrom('user').select('email').where('id', '=', userId).executeTakeFirst();
  // Nobody may come back by an open invitation meanwhile.
  if (user) await deleteInvitations(db, workspaceId, user.email);
  if (await findMember(db, workspaceId, memberId)) await removeMember(people, hub, headers, input, now);
  const { count, touched } = await erasePerson(db, { workspaceId, by, now }, memberId, 'both');
  hub.notify(workspaceId, touched);
  await db
    .deleteFrom('former_members')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .execute();
  if (userId === undefined || !user) return { records: count, account: false };
  const account = (await membershipsOf(db, userId)).length === 0;
  if (account) await deleteUser(db, userId, user.email);
  await checkpointWal(db);
  return { records: count, account };
}

async function deleteInvitations(db: Kysely<Tables>, workspaceId: string, email: string): Promise<void> {
  await db
    .deleteFrom('invitation')
    .where('organizationId', '=', workspaceId)
    .where('email', '=', email)
    .execute();
}

async function userIdOf(
  db: Kysely<Tables>,
  workspaceId: string,
  memberId: string,
): Promise<string | undefined> {
  const member = await findMember(db, workspaceId, memberId);
  if (member) return member.userId;
  const former = await db
    .selectFrom('former_members')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return former?.user_id;
}

/**
 * Deletes from every table of the auth library, because on SQLite nothing else deletes the rows that refer to a person.
 */
async function deleteUser(db: Kysely<Tables>, userId: string, email: string): Promise<void> {
  await db.transaction().execute(async trx => {
    for (const table of ['session', 'account', 'passkey', 'deviceCode'] as const) {
      await trx.deleteFrom(table).where('userId', '=', userId).execute();
    }
    await trx.deleteFrom('known_browsers').where('user_id', '=', userId).execute();
    await trx.deleteFrom('invitation').where('inviterId', '=', userId).execute();
    await trx.deleteFrom('invitation').where('email', '=', email).execute();
    for (const text of [userId, email]) {
      const somewhere = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
      await trx.deleteFrom('verification').where(sql<boolean>`value like ${somewhere} escape '\\'`).execute();
    }
    await trx.deleteFrom('user').where('id', '=', userId).execute();
  });
}
