/** /join/<code>: accepts an invitation, with a new account or an existing one. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from '#lib/records/zod.ts';
import { accept, findInvitation, hasAccount, type Invitation } from '#server/auth/invitations.ts';
import { AccountProblem, cookieHeaders, markEmailVerified, signUp } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { addressOf, takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { networkOf } from '#server/http/network.ts';
import { EVERYONE } from '#server/store/schema.ts';
import { doneAddress, messagesFor, type ProblemKey, problemKey } from '#server/words/choose-language.ts';
import { newPassword, personName } from '../fields.ts';
import { tooManyPage } from '../refusals.ts';
import {
  browserHeaders,
  isOwnForm,
  parseForm,
  readForm,
  readSession,
  safeNext,
  setCookies,
  withNext,
} from '../session.ts';
import { joinPage, notGood } from './view.ts';

export function joinPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, hub, limiter, now } = context;
  const { db } = database;
  const people = { auth, db };
  const app = new Hono<AppEnv>();
  const find = (code: string) => findInvitation(db, code, config.secret, now());

  async function show(
    c: Context<AppEnv>,
    code: string,
    invitation: Invitation,
    next: string,
    problem?: ProblemKey,
  ) {
    const session = await readSession(c, context);
    const known = await hasAccount(db, invitation.email);
    const w = messagesFor(c);
    const company = config.company?.name;
    const words = problem && w.problems[problem];
    const body = joinPage({ w, code, invitation, session, known, company, next, problem: words });
    return c.html(body, problem === undefined ? 200 : 400);
  }

  app.get('/:code', async c => {
    const { code } = c.req.param();
    const wait = takeByAddress(c, context, 'signUp');
    if (wait > 0) return tooManyPage(c, wait);
    const invitation = await find(code);
    if (!invitation) return c.html(notGood(messagesFor(c)), 404);
    limiter.giveBack('signUp', networkOf(addressOf(c, context)));
    return show(c, code, invitation, safeNext(c.req.query('next'), config.publicUrl));
  });

  app.post('/:code', async c => {
    const { code } = c.req.param();
    const form = await readForm(c);
    const wait = takeByAddress(c, context, 'signUp');
    if (wait > 0) return tooManyPage(c, wait);
    const invitation = await find(code);
    if (!invitation) return c.html(notGood(messagesFor(c)), 404);
    const session = await readSession(c, context);
    const next = safeNext(form.get('next'), config.publicUrl);
    try {
      if (session) {
        if (!isOwnForm(form, session)) return c.redirect(withNext(`/join/${code}`, next), 303);
        if (session.email !== invitation.email) return show(c, code, invitation, next);
        await accept(people, session.headers, invitation, now());
      } else {
        const parsed = parseForm(form, z.object({ name: personName, password: newPassword }));
        if (!parsed.ok) return show(c, code, invitation, next, parsed.problem);
        const account = { ...parsed.value, email: invitation.email };
        const { userId, cookies } = await signUp(people, account, browserHeaders(c));
        if (!config.openWorkspaces) await markEmailVerified(people, userId);
        setCookies(c, cookies);
        await accept(people, cookieHeaders(cookies), invitation, now());
      }
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      if (error.code === 'INVITATION_NOT_FOUND') return c.html(notGood(messagesFor(c)), 404);
      return show(c, code, invitation, next, problemKey(error.code));
    }
    // Everybody's list of members has changed.
    hub.notify(invitation.workspaceId, new Set([EVERYONE]));
    // Whoever came from the extension goes on with signing it in.
    const team = doneAddress(`/team/${invitation.workspaceId}`, 'joined');
    return c.redirect(next === '/' ? team : next, 303);
  });
  return app;
}
