/** /team/<workspace>: the members, who coaches whom, invitations, one's own extensions. */
import { type Context, Hono } from 'hono';
import { z } from '#lib/records/zod.ts';
import { logEntry } from '#server/audit/log.ts';
import { invitationCode, invite, listInvitations, withdraw } from '#server/auth/invitations.ts';
import { makePasswordLink } from '#server/auth/links.ts';
import { ownsAllOf, removeMember, setRoles, signOutEverywhere } from '#server/auth/membership.ts';
import { countDevices } from '#server/auth/sessions.ts';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';
import { assignCoach, endAssignment, openAssignments } from '#server/store/assignments.ts';
import { deleteDevice, listDevices } from '#server/store/devices.ts';
import { findMember, listMembers, membershipsOf } from '#server/store/members.ts';
import { EVERYONE } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { doneMessage } from '#server/words/choose-language.ts';
import { day, email, endOf, idField, problem, roleList } from '../fields.ts';
import { enter, formsOf, type Notices, type Visit } from '../visit.ts';
import { choosePeople, readAsked } from './choose.ts';
import { passwordLinkPage, teamPage } from './view.ts';

const inviteForm = z.object({
  email,
  role: roleList,
  coach: z.array(idField).default([]),
  send: z.enum(['link', 'mail']).default('link'),
});
const memberForm = z.object({ member: idField });
const rolesForm = z.object({ member: idField, role: roleList });
const assignForm = z
  .object({
    coach: z.union([z.literal('').transform(() => undefined), idField]).optional(),
    /** Where the team has more people than fit into a list. */
    address: z.union([z.literal('').transform(() => undefined), email]).optional(),
    coachee: idField,
    from: day,
    to: z.union([z.literal('').transform(() => undefined), day]).optional(),
  })
  .refine(form => form.coach !== form.coachee, problem('self'))
  .refine(form => form.to === undefined || form.to >= form.from, problem('backwards'));

export function teamPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, hub, mailer, now } = context;
  const { db } = database;
  const people = { auth, db };
  const app = new Hono<AppEnv>();

  app.get('/', c => c.redirect('/'));

  app.get('/:workspace', async c => {
    const visit = await enter(c, context);
    if (visit instanceof Response) return visit;
    return show(c, visit, { done: doneMessage(visit.w, c.req.query('done')) });
  });

  async function show(c: Context<AppEnv>, visit: Visit, notices: Notices): Promise<Response> {
    const { session, workspaceId, memberId, isOwner } = visit;
    const members = await listMembers(db, workspaceId);
    const chosen = choosePeople(
      members,
      readAsked(name => c.req.query(name)),
      isOwner,
    );
    const ids = isOwner ? chosen.shown.map(one => one.id) : [];
    const body = teamPage({
      ...visit,
      workspaces: await membershipsOf(db, session.userId),
      members,
      chosen,
      assignments: await openAssignments(db, workspaceId),
      invitations: isOwner ? await listInvitations(db, workspaceId, now()) : [],
      devices: await listDevices(db, workspaceId, memberId),
      deviceCounts: await countDevices(db, workspaceId, ids),
      publicUrl: config.publicUrl,
      secret: config.secret,
      mail: mailer !== undefined,
      now: now(),
      ...notices,
    });
    return c.html(body, notices.problem === undefined ? 200 : 400);
  }

  const form = formsOf(app, context, { home: '', show });
  /** Everybody's list of members has changed. */
  const notifyAll = (workspaceId: string) => hub.notify(workspaceId, new Set([EVERYONE]));

  form({
    path: 'invitations',
    schema: inviteForm,
    lists: ['role', 'coach'],
    async change({ w, workspaceId, workspaceName, session }, { email, role, coach, send }) {
      const id = await invite(
        people,
        session.headers,
        { workspaceId, email, roles: role, coachIds: coach },
        now(),
      );
      if (send === 'link' || !mailer) return 'invited';
      const link = `${config.publicUrl}/join/${invitationCode(id, config.secret)}`;
      const text = w.mails.invite(session.name, workspaceName, link);
      await mailer.send({ to: email, subject: w.mails.inviteSubject(workspaceName), text });
      return 'mailed';
    },
  });

  form({
    path: 'invitations/withdraw',
    schema: z.object({ invitation: idField }),
    async change({ workspaceId, session }, { invitation: id }) {
      const open = await listInvitations(db, workspaceId, now());
      if (!open.some(one => one.id === id)) return { problem: 'not-open' };
      await withdraw(people, session.headers, { workspaceId, id }, now());
      return 'withdrawn';
    },
  });

  form({
    path: 'roles',
    schema: rolesForm,
    lists: ['role'],
    async change({ session, workspaceId }, { member, role }) {
      await setRoles(people, session.headers, { workspaceId, memberId: member, roles: role }, now());
      notifyAll(workspaceId);
      return 'roles';
    },
  });

  form({
    path: 'remove',
    schema: memberForm,
    async change({ session, workspaceId, memberId }, { member }) {
      if (member === memberId) return { problem: 'yourself' };
      await removeMember(people, hub, session.headers, { workspaceId, memberId: member }, now());
      notifyAll(workspaceId);
      return 'removed';
    },
  });

  form({
    path: 'assignments',
    schema: assignForm,
    async change({ workspaceId, memberId }, { coach: chosen, address, coachee, from, to }) {
      const members = await listMembers(db, workspaceId);
      const coach = address === undefined ? chosen : members.find(one => one.email === address)?.id;
      const isMember = (id: string | undefined) => members.some(one => one.id === id);
      if (coach === undefined || !isMember(coach) || !isMember(coachee)) return { problem: 'members' };
      if (coach === coachee) return { problem: 'self' };
      // The last day still belongs to the assignment.
      const until = to === undefined ? undefined : endOf(to);
      const input = { coachId: coach, coacheeId: coachee, from, to: until, by: memberId };
      await changeWorkspace(db, workspaceId, now(), tx => assignCoach(tx, input));
      notifyAll(workspaceId);
      return 'assigned';
    },
  });

  form({
    path: 'assignments/end',
    schema: z.object({ assignment: idField }),
    async change({ workspaceId, memberId }, { assignment }) {
      await changeWorkspace(db, workspaceId, now(), tx => endAssignment(tx, assignment, memberId));
      notifyAll(workspaceId);
      return 'ended';
    },
  });

  form({
    path: 'devices/sign-out',
    schema: z.object({ device: idField }),
    anybody: true,
    async change({ workspaceId, memberId }, { device }) {
      const gone = await deleteDevice(db, { workspaceId, memberId, deviceId: device }, now());
      if (!gone) return { problem: 'signed-out-already' };
      hub.closeDevice(device);
      return 'signed-out';
    },
  });

  form({
    path: 'sign-out-everywhere',
    schema: memberForm,
    async change({ workspaceId, memberId }, { member }) {
      const who = await findMember(db, workspaceId, member);
      if (!who) return { problem: 'unknown' };
      await signOutEverywhere(db, hub, { workspaceId, member: who, by: memberId }, now());
      return 'signed-out-all';
    },
  });

  // Without mail, only an owner can help somebody who has lost their password. With mail, the link goes to their own
  // address, and no owner can get into somebody else's account.
  form({
    path: 'password-link',
    schema: memberForm,
    async change(visit, { member }, c) {
      const { workspaceId, session, memberId } = visit;
      const who = await findMember(db, workspaceId, member);
      if (!who || mailer || who.id === memberId) return { problem: 'unknown' };
      if (!(await ownsAllOf(db, session.userId, who.userId))) return { problem: 'other-workspaces' };
      const token = await makePasswordLink(people, who.email);
      if (token === undefined) return { problem: 'unknown' };
      await logEntry(db, workspaceId, now(), {
        kind: 'password-link',
        actorId: memberId,
        subjectId: who.id,
        type: 'member',
        targetId: who.id,
      });
      return c.html(passwordLinkPage(visit, who.name, `${config.publicUrl}/password/${token}`));
    },
  });
  return app;
}
