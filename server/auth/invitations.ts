/** Invitations: a link that works once and for one address, until it expires or is withdrawn. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from '#lib/records/zod.ts';
import type { Role } from '#lib/sync/protocol.ts';
import { actorOf, logEntry } from '#server/audit/log.ts';
import { assignCoach } from '#server/store/assignments.ts';
import { reuseMemberId } from '#server/store/former-members.ts';
import { listMembers, readRoles } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { asProblem, type People, userOf } from './people.ts';

export interface Invitation {
  id: string;
  workspaceId: string;
  workspaceName: string;
  email: string;
  roles: Role[];
  /** Members who are to coach the invited person. */
  coachIds: string[];
  /** ms since 1970. */
  expiresAt: number;
}

const idList = z.array(z.string());

/**
 * The secret part of the link: the id and a signature of it. So neither a guessed id nor a copy of the database is
 * enough to get into a workspace.
 */
export function invitationCode(id: string, secret: string): string {
  return `${id}.${sign(id, secret)}`;
}

function sign(id: string, secret: string): string {
  return createHmac('sha256', secret).update(`invitation ${id}`).digest('base64url').slice(0, 22);
}

/** @throws AccountProblem when the address has an open invitation or is a member already. */
export async function invite(
  people: People,
  headers: Headers,
  input: { workspaceId: string; email: string; roles: readonly Role[]; coachIds: readonly string[] },
  now: number,
): Promise<string> {
  const { auth, db } = people;
  const made = await asProblem(() =>
    auth.api.createInvitation({
      headers,
      body: {
        organizationId: input.workspaceId,
        email: input.email,
        role: [...input.roles],
        coachIds: JSON.stringify(input.coachIds),
      },
    }),
  );
  const { workspaceId, roles } = input;
  await logEntry(db, workspaceId, now, {
    kind: 'invite',
    actorId: await actorOf(db, workspaceId, await userOf(people, headers)),
    type: 'invitation',
    targetId: made.id,
    detail: { roles },
  });
  return made.id;
}

/** @throws AccountProblem when the caller may not withdraw it. */
export async function withdraw(
  people: People,
  headers: Headers,
  { workspaceId, id }: { workspaceId: string; id: string },
  now: number,
): Promise<void> {
  const { auth, db } = people;
  await asProblem(() => auth.api.cancelInvitation({ headers, body: { invitationId: id } }));
  const actorId = await actorOf(db, workspaceId, await userOf(people, headers));
  await logEntry(db, workspaceId, now, { kind: 'withdraw', actorId, type: 'invitation', targetId: id });
}

/** The open invitation for a link's code; undefined when it is unknown, used, withdrawn or expired. */
export async function findInvitation(
  db: Kysely<Tables>,
  code: string,
  secret: string,
  now: number,
): Promise<Invitation | undefined> {
  const match = /^([A-Za-z0-9]{1,64})\.([A-Za-z0-9_-]{22})$/.exec(code);
  const [, id, signature] = match ?? [];
  if (id === undefined || signature === undefined) return undefined;
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, secret)))) return undefined;
  const row = await selectOpen(db, now).where('invitation.id', '=', id).executeTakeFirst();
  return row && toInvitation(row);
}

/** The open invitations, the newest first. */
export async function listInvitations(
  db: Kysely<Tables>,
  workspaceId: string,
  now: number,
): Promise<Invitation[]> {
  const rows = await selectOpen(db, now).where('invitation.organizationId', '=', workspaceId).execute();
  return rows.map(toInvitation).sort((a, b) => b.expiresAt - a.expiresAt || (a.id < b.id ? -1 : 1));
}

/**
 * Makes the person with this session a member, coached as the invitation says. Returns the member's id, which is their
 * old one if they were here before.
 * @throws AccountProblem when the invitation was used meanwhile, or is for another address.
 */
export async function accept(
  { auth, db }: People,
  headers: Headers,
  invitation: Invitation,
  now: number,
): Promise<string> {
  const { member } = await asProblem(() =>
    auth.api.acceptInvitation({ headers, body: { invitationId: invitation.id } }),
  );
  const memberId = await reuseMemberId(db, invitation.workspaceId, member);
  const members = await listMembers(db, invitation.workspaceId);
  const coaches = invitation.coachIds.filter(id => id !== memberId && members.some(one => one.id === id));
  await changeWorkspace(db, invitation.workspaceId, now, async tx => {
    tx.log({
      kind: 'join',
      actorId: memberId,
      subjectId: memberId,
      type: 'invitation',
      targetId: invitation.id,
      detail: { roles: invitation.roles },
    });
    for (const coachId of coaches) await assignCoach(tx, { coachId, coacheeId: memberId, from: now });
  });
  return memberId;
}

export async function hasAccount(db: Kysely<Tables>, email: string): Promise<boolean> {
  return (
    (await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
  );
}

function selectOpen(db: Kysely<Tables>, now: number) {
  return db
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organizationId')
    .select([
      'invitation.id',
      'invitation.organizationId as workspaceId',
      'organization.name as workspaceName',
      'invitation.email',
      'invitation.role',
      'invitation.coachIds',
      'invitation.expiresAt',
    ])
    .where('invitation.status', '=', 'pending')
    .where('invitation.expiresAt', '>', new Date(now).toISOString());
}

/** Undefined for a damaged text: the invitation still works, without coaches. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It is not JSON.
    return undefined;
  }
}

function toInvitation(row: {
  id: string;
  workspaceId: string;
  workspaceName: string;
  email: string;
  role: string;
  coachIds: string | null;
  expiresAt: string;
}): Invitation {
  const { role, coachIds, expiresAt, ...rest } = row;
  const coaches = idList.safeParse(jsonOf(coachIds ?? '[]'));
  return {
    ...rest,
    roles: readRoles(role),
    coachIds: coaches.success ? coaches.data : [],
    expiresAt: Date.parse(expiresAt),
  };
}
