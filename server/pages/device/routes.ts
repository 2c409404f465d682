/** /device: here a person approves an extension that wants to sign in (RFC 8628, 3.3). */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from '#lib/records/zod.ts';
import { chooseWorkspace, type DeviceRequest, findDeviceRequest } from '#server/auth/device-requests.ts';
import { AccountProblem, asProblem } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { addressOf } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { membershipsOf } from '#server/store/members.ts';
import { messagesFor } from '#server/words/choose-language.ts';
import { idField, problem } from '../fields.ts';
import { messagePage } from '../layout.ts';
import { tooManyPage } from '../refusals.ts';
import {
  isOwnForm,
  type PageSession,
  parseForm,
  readForm,
  readSession,
  signInPath,
  withNext,
} from '../session.ts';
import { mayStart } from '../start/routes.ts';
import { approvePage, codePage } from './view.ts';

const decisionForm = z.object({
  code: z.string().max(64),
  decision: z.enum(['approve', 'deny'], problem('decision')),
  workspace: idField.optional(),
});

export function devicePages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, limiter, now } = context;
  const { db } = database;
  const app = new Hono<AppEnv>();

  /** Looks up a typed code. We count a person's wrong codes, so that nobody can try codes out. */
  async function lookUp(
    session: PageSession,
    code: string,
  ): Promise<DeviceRequest | { wait: number } | undefined> {
    const wait = limiter.take('userCode', session.userId);
    if (wait > 0) return { wait };
    const request = await findDeviceRequest(db, code, now());
    if (request) limiter.giveBack('userCode', session.userId);
    return request;
  }

  app.get('/', async c => {
    const w = messagesFor(c);
    const typed = c.req.query('user_code')?.slice(0, 64);
    const session = await readSession(c, context);
    if (!session) {
      const query = typed === undefined ? '' : `?${new URLSearchParams({ user_code: typed })}`;
      const here = `/device${query}`;
      // On a server without any workspace there is nobody who could sign in yet.
      const isEmpty = !config.openWorkspaces && (await mayStart(context));
      return c.redirect(isEmpty ? withNext('/start', here) : signInPath(here));
    }
    if (typed === undefined) return c.html(codePage(w, session));
    const request = await lookUp(session, typed);
    if (request && 'wait' in request) return tooManyPage(c, request.wait);
    if (!request) return c.html(codePage(w, session, w.device.unknown), 404);
    return showRequest(c, session, request);
  });

  async function showRequest(
    c: Context<AppEnv>,
    session: PageSession,
    request: DeviceRequest,
    problem?: string,
  ) {
    const w = messagesFor(c);
    const memberships = await membershipsOf(db, session.userId);
    if (memberships.length === 0) {
      return c.html(messagePage(w, w.nowhere, session));
    }
    const elsewhere = request.asked_from !== addressOf(c, context);
    return c.html(
      approvePage({ w, session, request, memberships, elsewhere, problem }),
      problem === undefined ? 200 : 400,
    );
  }

  app.post('/', async c => {
    const w = messagesFor(c);
    const session = await readSession(c, context);
    if (!session) return c.redirect(signInPath('/device'), 303);
    const form = await readForm(c);
    if (!isOwnForm(form, session)) {
      return c.html(messagePage(w, w.oldForm, session), 403);
    }
    const request = await lookUp(session, form.get('code') ?? '');
    if (request && 'wait' in request) return tooManyPage(c, request.wait);
    if (!request) return c.html(codePage(w, session, w.device.unknown), 404);
    const parsed = parseForm(form, decisionForm);
    if (!parsed.ok) return showRequest(c, session, request, w.problems[parsed.problem]);
    const { decision, workspace } = parsed.value;
    const memberships = await membershipsOf(db, session.userId);
    const chosen = memberships.find(one => one.workspaceId === workspace);
    if (decision === 'approve' && !chosen) return showRequest(c, session, request, w.problems.workspace);

    const userCode = request.user_code;
    const { headers } = session;
    try {
      await asProblem(async () => {
        // Looking it up with a session ties the code to this person, so nobody else can approve it.
        const found = await auth.api.deviceVerify({ query: { user_code: userCode }, headers });
        // The library names the client only to the person whom the code is tied to; others must not decide about it.
        if (found.client_id === undefined || found.status !== 'pending') throw new AccountProblem('TAKEN');
        if (decision === 'deny' || !chosen) {
          await auth.api.deviceDeny({ body: { userCode }, headers });
          return;
        }
        await chooseWorkspace(db, userCode, chosen.workspaceId);
        await auth.api.deviceApprove({ body: { userCode }, headers });
      });
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      return c.html(messagePage(w, { title: w.device.gone, text: w.device.goneText }, session), 400);
    }
    if (decision === 'deny' || !chosen) {
      return c.html(messagePage(w, { title: w.device.denied, text: w.device.deniedText }, session));
    }
    const text = w.device.doneText(request.device_name, chosen.workspaceName);
    const team = html`<p><a href="/team/${chosen.workspaceId}">${w.device.toTeam(chosen.workspaceName)}</a></p>`;
    return c.html(messagePage(w, { title: w.device.done, text }, session, team));
  });
  return app;
}
