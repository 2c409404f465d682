/** /join/<code>: accepting an invitation, with a new account or an old one. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from '#lib/records/zod.ts';
import { accept, findInvitation, hasAccount, type Invitation } from '#server/auth/invitations.ts';
import { AccountProblem, cookieHeaders, signUp } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { addressOf, takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { networkOf } from '#server/http/proxy.ts';
import { EVERYONE } from '#server/store/schema.ts';
import { newPassword, personName } from './fields.ts';
import { field, formToken, type Html, layout, messagePage, problemNote } from './layout.ts';
import {
  isOwnForm,
  type PageSession,
  parseForm,
  readForm,
  readSession,
  setCookies,
  signInPath,
} from './session.ts';
import { roleWords } from './team-view.ts';
import { tooManyPage, wordsFor } from './words.ts';

export function joinPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, hub, limiter, now } = context;
  const { db } = database;
  const people = { auth, db };
  const app = new Hono<AppEnv>();
  const find = (code: string) => findInvitation(db, code, config.secret, now());

  async function show(c: Context<AppEnv>, code: string, invitation: Invitation, problem?: string) {
    const session = await readSession(c, context);
    const known = await hasAccount(db, invitation.email);
    return c.html(joinPage({ code, invitation, session, known, problem }), problem === undefined ? 200 : 400);
  }

  app.get('/:code', async c => {
    const { code } = c.req.param();
    const wait = takeByAddress(c, context, 'signUp');
    if (wait > 0) return tooManyPage(c, wait);
    const invitation = await find(code);
    if (!invitation) return c.html(notGood(), 404);
    limiter.giveBack('signUp', networkOf(addressOf(c, context)));
    return show(c, code, invitation);
  });

  app.post('/:code', async c => {
    const { code } = c.req.param();
    const form = await readForm(c);
    const wait = takeByAddress(c, context, 'signUp');
    if (wait > 0) return tooManyPage(c, wait);
    const invitation = await find(code);
    if (!invitation) return c.html(notGood(), 404);
    const session = await readSession(c, context);
    try {
      if (session) {
        if (!isOwnForm(form, session)) return c.redirect(`/join/${code}`, 303);
        if (session.email !== invitation.email) return show(c, code, invitation);
        await accept(people, session.headers, invitation, now());
      } else {
        const parsed = parseForm(form, z.object({ name: personName, password: newPassword }));
        if (!parsed.ok) return show(c, code, invitation, parsed.message);
        const { cookies } = await signUp(people, { ...parsed.value, email: invitation.email });
        setCookies(c, cookies);
        await accept(people, cookieHeaders(cookies), invitation, now());
      }
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      if (error.code === 'INVITATION_NOT_FOUND') return c.html(notGood(), 404);
      return show(c, code, invitation, wordsFor(error));
    }
    // Everybody's list of members has changed.
    hub.news(invitation.workspaceId, new Set([EVERYONE]));
    return c.redirect(`/team/${invitation.workspaceId}?done=joined`, 303);
  });
  return app;
}

interface JoinInput {
  code: string;
  invitation: Invitation;
  session: PageSession | undefined;
  /** Does the invited address have an account already? */
  known: boolean;
  problem: string | undefined;
}

function joinPage({ code, invitation, session, known, problem }: JoinInput): Html {
  return layout({
    title: `Join ${invitation.workspaceName}`,
    person: session,
    body: html`<section class="card">
      <h1>Join ${invitation.workspaceName}</h1>
      <p class="lead">You are invited as ${roleWords(invitation.roles)}. The invitation is for
        <strong>${invitation.email}</strong>.</p>
      ${problemNote(problem)}
      ${session ? withSession(code, invitation, session) : known ? withAccount(code) : withoutAccount(code, invitation)}
    </section>`,
  });
}

function withSession(code: string, invitation: Invitation, session: PageSession): Html {
  if (session.email === invitation.email) {
    return html`<form class="stack" method="post" action="/join/${code}">
      ${formToken(session)}
      <div><button class="button primary">Join the workspace</button></div>
    </form>`;
  }
  return html`<p>You are signed in as ${session.email}. Sign out, then open the link again.</p>
    <form method="post" action="/sign-out">
      ${formToken(session)}
      <input type="hidden" name="next" value="/join/${code}">
      <button class="button primary">Sign out</button>
    </form>`;
}

function withAccount(code: string): Html {
  return html`<p>You have an account here already.</p>
    <p><a class="button primary" href="${signInPath(`/join/${code}`)}">Sign in to join</a></p>`;
}

function withoutAccount(code: string, { email }: Invitation): Html {
  return html`<form class="stack" method="post" action="/join/${code}">
    <input type="hidden" name="username" value="${email}" autocomplete="username">
    ${field({ name: 'name', label: 'Your name', autocomplete: 'name', maxlength: 80, autofocus: true })}
    ${field({
      name: 'password',
      label: 'A password',
      type: 'password',
      autocomplete: 'new-password',
      minlength: 10,
      maxlength: 128,
      hint: 'At least 10 characters. Three or four words that only you would put together do well.',
    })}
    <div><button class="button primary">Join the workspace</button></div>
  </form>`;
}

function notGood(): Html {
  return messagePage(
    'This link is no longer good',
    'An invitation works once and for seven days. Ask an owner of the team for a new one.',
  );
}
