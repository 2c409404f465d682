/**
 * People who were removed from a workspace. Their names stay on what they wrote, and they get their old id if they
 * return.
 */
import type { Kysely } from 'kysely';
import type { MemberRow } from './members.ts';
import type { Tables } from './schema.ts';

export async function rememberMember(
  db: Kysely<Tables>,
  workspaceId: string,
  { id, userId, name }: Pick<MemberRow, 'id' | 'userId' | 'name'>,
  now: number,
): Promise<void> {
  const left = { user_id: userId, name, left_at: now };
  await db
    .insertInto('former_members')
    .values({ workspace_id: workspaceId, member_id: id, ...left })
    .onConflict(oc => oc.columns(['workspace_id', 'member_id']).doUpdateSet(left))
    .execute();
}

/** Former members who have not returned. */
export async function listFormerMembers(
  db: Kysely<Tables>,
  workspaceId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('former_members')
    .select(['member_id as id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('left_at')
    .execute();
}

/**
 * Gives a member who returns the id they had before, so that what they wrote is theirs again. Call it before anything
 * refers to the new id. Returns the id to use from now on.
 */
export async function reuseMemberId(
  db: Kysely<Tables>,
  workspaceId: string,
  { id, userId }: { id: string; userId: string },
): Promise<string> {
  return db.transaction().execute(async trx => {
    const former = await trx
      .deleteFrom('former_members')
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', userId)
      .returning(['member_id', 'left_at'])
      .execute();
    const [last] = former.sort((a, b) => b.left_at - a.left_at);
    if (!last) return id;
    await trx
      .updateTable('member')
      .set({ id: last.member_id })
      .where('organizationId', '=', workspaceId)
      .where('id', '=', id)
      .execute();
    return last.member_id;
  });
}
