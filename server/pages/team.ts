/** /team/<workspace>: who is here, who coaches whom, invitations, one's own devices. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from '#lib/records/zod.ts';
import { invite, listInvitations, withdraw } from '#server/auth/invitations.ts';
import { removeMember, setRoles } from '#server/auth/membership.ts';
import { AccountProblem } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';
import { assignCoach, endAssignment, openAssignments } from '#server/store/assignments.ts';
import { deleteDevice, listDevices } from '#server/store/devices.ts';
import { listMembers, membershipsOf } from '#server/store/members.ts';
import { EVERYONE } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { email, idField, roleList } from './fields.ts';
import { messagePage } from './layout.ts';
import { isOwnForm, type PageSession, parseForm, readForm, readSession, signInPath } from './session.ts';
import { doneWords, teamPage } from './team-view.ts';
import { wordsFor } from './words.ts';

/** Who is at the page, in this workspace. */
interface Visit {
  session: PageSession;
  workspaceId: string;
  memberId: string;
  isOwner: boolean;
}

const DAY = 24 * 60 * 60_000;

/** A day as a date field gives it (`2026-11-22`) → its beginning in UTC, ms since 1970. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Give a date.' })
  .transform(text => Date.parse(text))
  .refine(Number.isFinite, { error: 'Give a date.' });

const inviteForm = z.object({ email, role: roleList, coach: z.array(idField).default([]) });
const assignForm = z
  .object({
    coach: idField,
    coachee: idField,
    from: day,
    to: z.union([z.literal('').transform(() => undefined), day]).optional(),
  })
  .refine(form => form.coach !== form.coachee, { error: 'Nobody coaches themself.' })
  .refine(form => form.to === undefined || form.to >= form.from, {
    error: 'It cannot end before it begins.',
  });

export function teamPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, hub, now } = context;
  const { db } = database;
  const people = { auth, db };
  const app = new Hono<AppEnv>();

  app.get('/', c => c.redirect('/'));

  app.get('/:workspace', async c => {
    const visit = await enter(c);
    if (visit instanceof Response) return visit;
    return show(c, visit, { done: doneWords(c.req.query('done')) });
  });

  /** The visitor, or the answer for those who have no business here. A foreign and an unknown workspace look alike. */
  async function enter(c: Context<AppEnv>): Promise<Visit | Response> {
    const session = await readSession(c, context);
    const workspaceId = c.req.param('workspace') ?? '';
    if (!session) return c.redirect(signInPath(`/team/${encodeURIComponent(workspaceId)}`), 303);
    const membership = (await membershipsOf(db, session.userId)).find(one => one.workspaceId === workspaceId);
    if (!membership) return c.html(messagePage('Not found', 'There is no such page for you.', session), 404);
    const { memberId, roles } = membership;
    return { session, workspaceId, memberId, isOwner: roles.includes('owner') };
  }

  async function show(
    c: Context<AppEnv>,
    visit: Visit,
    notices: { done?: string | undefined; problem?: string },
  ): Promise<Response> {
    const { session, workspaceId, memberId, isOwner } = visit;
    const body = teamPage({
      session,
      isOwner,
      memberId,
      workspaces: await membershipsOf(db, session.userId),
      workspaceId,
      members: await listMembers(db, workspaceId),
      assignments: await openAssignments(db, workspaceId),
      invitations: isOwner ? await listInvitations(db, workspaceId, now()) : [],
      devices: await listDevices(db, workspaceId, memberId),
      publicUrl: config.publicUrl,
      secret: config.secret,
      now: now(),
      ...notices,
    });
    return c.html(body, notices.problem === undefined ? 200 : 400);
  }

  /** One form of the page: `change` does it and names what was done, or says in a problem why not. */
  function action<S extends z.ZodType>(
    path: string,
    schema: S,
    lists: readonly string[],
    options: { ownerOnly: boolean },
    change: (visit: Visit, value: z.infer<S>) => Promise<string | { problem: string }>,
  ): void {
    app.post(`/:workspace/${path}`, async c => {
      const visit = await enter(c);
      if (visit instanceof Response) return visit;
      const form = await readForm(c);
      if (!isOwnForm(form, visit.session)) {
        return show(c, visit, { problem: 'The page was too old. It is fresh now; try again.' });
      }
      if (options.ownerOnly && !visit.isOwner) {
        return c.html(messagePage('Only for owners', 'Ask an owner of the workspace.', visit.session), 403);
      }
      const parsed = parseForm(form, schema, lists);
      if (!parsed.ok) return show(c, visit, { problem: parsed.message });
      try {
        const done = await change(visit, parsed.value);
        if (typeof done !== 'string') return await show(c, visit, done);
        return c.redirect(`/team/${visit.workspaceId}?${new URLSearchParams({ done })}`, 303);
      } catch (error) {
        if (!(error instanceof AccountProblem)) throw error;
        return show(c, visit, { problem: wordsFor(error) });
      }
    });
  }

  const owner = { ownerOnly: true };
  /** Everybody's list of members has changed. */
  const tellAll = (workspaceId: string) => hub.news(workspaceId, new Set([EVERYONE]));

  action('invitations', inviteForm, ['role', 'coach'], owner, async (visit, { email, role, coach }) => {
    const { workspaceId, session } = visit;
    await invite(people, session.headers, { workspaceId, email, roles: role, coachIds: coach }, now());
    return 'invited';
  });

  action(
    'invitations/withdraw',
    z.object({ invitation: idField }),
    [],
    owner,
    async (visit, { invitation }) => {
      const open = await listInvitations(db, visit.workspaceId, now());
      if (!open.some(one => one.id === invitation))
        return { problem: 'This invitation is not open any more.' };
      await withdraw(
        people,
        visit.session.headers,
        { workspaceId: visit.workspaceId, id: invitation },
        now(),
      );
      return 'withdrawn';
    },
  );

  const rolesForm = z.object({ member: idField, role: roleList });
  action('roles', rolesForm, ['role'], owner, async ({ session, workspaceId }, { member, role }) => {
    await setRoles(people, session.headers, { workspaceId, memberId: member, roles: role }, now());
    tellAll(workspaceId);
    return 'roles';
  });

  action(
    'remove',
    z.object({ member: idField }),
    [],
    owner,
    async ({ session, workspaceId, memberId }, { member }) => {
      if (member === memberId) return { problem: 'Another owner has to take you out.' };
      await removeMember(people, hub, session.headers, { workspaceId, memberId: member }, now());
      tellAll(workspaceId);
      return 'removed';
    },
  );

  action(
    'assignments',
    assignForm,
    [],
    owner,
    async ({ workspaceId, memberId }, { coach, coachee, from, to }) => {
      const ids = (await listMembers(db, workspaceId)).map(one => one.id);
      if (!ids.includes(coach) || !ids.includes(coachee)) return { problem: 'Choose two members.' };
      // The last day belongs to it.
      const until = to === undefined ? undefined : to + DAY;
      const input = { coachId: coach, coacheeId: coachee, from, to: until, by: memberId };
      await changeWorkspace(db, workspaceId, now(), tx => assignCoach(tx, input));
      tellAll(workspaceId);
      return 'assigned';
    },
  );

  action(
    'assignments/end',
    z.object({ assignment: idField }),
    [],
    owner,
    async ({ workspaceId, memberId }, { assignment }) => {
      await changeWorkspace(db, workspaceId, now(), tx => endAssignment(tx, assignment, memberId));
      tellAll(workspaceId);
      return 'ended';
    },
  );

  action(
    'devices/sign-out',
    z.object({ device: idField }),
    [],
    { ownerOnly: false },
    async (visit, { device }) => {
      const { workspaceId, memberId } = visit;
      const gone = await deleteDevice(db, { workspaceId, memberId, deviceId: device }, now());
      if (!gone) return { problem: 'This device is signed out already.' };
      hub.closeDevice(device);
      return 'signed-out';
    },
  );
  return app;
}
