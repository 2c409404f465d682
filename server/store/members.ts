/** The members of a workspace, from the auth library's tables. A member's id is the membership's, not the user's. */
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { type Role, roles } from '#lib/sync/protocol.ts';
import { anyOf } from './insert-rows.ts';
import type { Tables } from './schema.ts';

export interface MemberRow {
  id: string;
  userId: string;
  name: string;
  email: string;
  roles: Role[];
}

/** All members, in the order in which they joined. */
export async function listMembers(db: Kysely<Tables>, workspaceId: string): Promise<MemberRow[]> {
  const rows = await selectMembers(db)
    .where('member.organizationId', '=', workspaceId)
    .orderBy('member.createdAt')
    .orderBy('member.id')
    .execute();
  return rows.map(toMember);
}

export async function findMember(
  db: Kysely<Tables>,
  workspaceId: string,
  memberId: string,
): Promise<MemberRow | undefined> {
  const row = await selectMembers(db)
    .where('member.organizationId', '=', workspaceId)
    .where('member.id', '=', memberId)
    .executeTakeFirst();
  return row && toMember(row);
}

/** Which of these are members, and their roles as text (see `readRoles`). */
export function rolesOf(
  db: Kysely<Tables>,
  workspaceId: string,
  memberIds: Iterable<string>,
): CompiledQuery<{ id: string; role: string }> {
  return db
    .selectFrom('member')
    .select(['id', 'role'])
    .where('organizationId', '=', workspaceId)
    .where(sql<boolean>`id ${anyOf(db, memberIds)}`)
    .compile();
}

/** A person's memberships, with the names of the workspaces. */
export async function membershipsOf(
  db: Kysely<Tables>,
  userId: string,
): Promise<{ memberId: string; workspaceId: string; workspaceName: string; roles: Role[] }[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .select([
      'member.id as memberId',
      'organization.id as workspaceId',
      'organization.name as workspaceName',
      'member.role as role',
    ])
    .where('member.userId', '=', userId)
    .orderBy('member.createdAt')
    .execute();
  return rows.map(({ role, ...row }) => ({ ...row, roles: readRoles(role) }));
}

export async function workspaceName(db: Kysely<Tables>, workspaceId: string): Promise<string> {
  const row = await db
    .selectFrom('organization')
    .select('name')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return row.name;
}

/** The library stores roles as one comma-separated text. Unknown roles are dropped. */
export function readRoles(text: string): Role[] {
  const held = text.split(',').map(role => role.trim());
  return roles.filter(role => held.includes(role));
}

function selectMembers(db: Kysely<Tables>) {
  return db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.userId')
    .select(['member.id', 'member.userId', 'member.role', 'user.name', 'user.email']);
}

function toMember(row: { id: string; userId: string; role: string; name: string; email: string }): MemberRow {
  return { id: row.id, userId: row.userId, name: row.name, email: row.email, roles: readRoles(row.role) };
}
