/** /join/<code>: accepting an invitation, with a new account or an old one. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from '#lib/records/zod.ts';
import { accept, findInvitation, hasAccount, type Invitation } from '#server/auth/invitations.ts';
import { AccountProblem, cookieHeaders, signUp, vouchFor } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { addressOf, takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { networkOf } from '#server/http/proxy.ts';
import { EVERYONE } from '#server/store/schema.ts';
import { problemWords, roleWords, type Words, wordsOf } from '#server/words/words.ts';
import { newPassword, personName } from '../fields.ts';
import {
  field,
  formToken,
  type Html,
  layout,
  messagePage,
  newPasswordField,
  problemNote,
} from '../layout.ts';
import { tooManyPage } from '../refusals.ts';
import {
  browserHeaders,
  isOwnForm,
  type PageSession,
  parseForm,
  readForm,
  readSession,
  setCookies,
  signInPath,
} from '../session.ts';

export function joinPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, hub, limiter, now } = context;
  const { db } = database;
  const people = { auth, db };
  const app = new Hono<AppEnv>();
  const find = (code: string) => findInvitation(db, code, config.secret, now());

  async function show(c: Context<AppEnv>, code: string, invitation: Invitation, problem?: string) {
    const session = await readSession(c, context);
    const known = await hasAccount(db, invitation.email);
    const w = wordsOf(c);
    const company = config.company?.name;
    const words = problem && problemWords(w, problem);
    const body = joinPage({ w, code, invitation, session, known, company, problem: words });
    return c.html(body, problem === undefined ? 200 : 400);
  }

  app.get('/:code', async c => {
    const { code } = c.req.param();
    const wait = takeByAddress(c, context, 'signUp');
    if (wait > 0) return tooManyPage(c, wait);
    const invitation = await find(code);
    if (!invitation) return c.html(notGood(wordsOf(c)), 404);
    limiter.giveBack('signUp', networkOf(addressOf(c, context)));
    return show(c, code, invitation);
  });

  app.post('/:code', async c => {
    const { code } = c.req.param();
    const form = await readForm(c);
    const wait = takeByAddress(c, context, 'signUp');
    if (wait > 0) return tooManyPage(c, wait);
    const invitation = await find(code);
    if (!invitation) return c.html(notGood(wordsOf(c)), 404);
    const session = await readSession(c, context);
    try {
      if (session) {
        if (!isOwnForm(form, session)) return c.redirect(`/join/${code}`, 303);
        if (session.email !== invitation.email) return show(c, code, invitation);
        await accept(people, session.headers, invitation, now());
      } else {
        const parsed = parseForm(form, z.object({ name: personName, password: newPassword }));
        if (!parsed.ok) return show(c, code, invitation, parsed.problem);
        const account = { ...parsed.value, email: invitation.email };
        const { userId, cookies } = await signUp(people, account, browserHeaders(c));
        if (!config.openWorkspaces) await vouchFor(people, userId);
        setCookies(c, cookies);
        await accept(people, cookieHeaders(cookies), invitation, now());
      }
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      if (error.code === 'INVITATION_NOT_FOUND') return c.html(notGood(wordsOf(c)), 404);
      return show(c, code, invitation, error.code);
    }
    // Everybody's list of members has changed.
    hub.news(invitation.workspaceId, new Set([EVERYONE]));
    return c.redirect(`/team/${invitation.workspaceId}?done=joined`, 303);
  });
  return app;
}

interface JoinInput {
  w: Words;
  code: string;
  invitation: Invitation;
  session: PageSession | undefined;
  /** Does the invited address have an account already? */
  known: boolean;
  /** What the company's own sign-in is called, where there is one. */
  company: string | undefined;
  problem: string | undefined;
}

function joinPage(input: JoinInput): Html {
  const { w, invitation, session, known, problem } = input;
  const title = w.join.title(invitation.workspaceName);
  return layout({
    w,
    title,
    person: session,
    body: html`<section class="card">
      <h1>${title}</h1>
      <p class="lead">${w.join.lead(roleWords(w, invitation.roles))} <strong>${invitation.email}</strong>.</p>
      ${problemNote(problem)}
      ${session ? withSession(input, session) : known ? withAccount(input) : withoutAccount(input)}
    </section>`,
  });
}

function withSession({ w, code, invitation }: JoinInput, session: PageSession): Html {
  if (session.email === invitation.email) {
    return html`<form class="stack" method="post" action="/join/${code}">
      ${formToken(session)}
      <div><button class="button primary">${w.join.button}</button></div>
    </form>`;
  }
  return html`<p>${w.join.signedInAs(session.email)}</p>
    <form method="post" action="/sign-out">
      ${formToken(session)}
      <input type="hidden" name="next" value="/join/${code}">
      <button class="button primary">${w.signOut}</button>
    </form>`;
}

function withAccount({ w, code }: JoinInput): Html {
  return html`<p>${w.join.haveAccount}</p>
    <p><a class="button primary" href="${signInPath(`/join/${code}`)}">${w.join.signIn}</a></p>`;
}

function withoutAccount({ w, code, invitation, company }: JoinInput): Html {
  return html`${
    company === undefined
      ? ''
      : html`<p><a class="button" href="/sign-in/company?${new URLSearchParams({ next: `/join/${code}` })}">${w.enter.company(company)}</a></p>`
  }
  <form class="stack" method="post" action="/join/${code}">
    <input type="hidden" name="username" value="${invitation.email}" autocomplete="username">
    ${field({ name: 'name', label: w.fields.yourName, autocomplete: 'name', maxlength: 80, autofocus: true })}
    ${newPasswordField(w, 'password', w.fields.newPassword)}
    <div><button class="button primary">${w.join.button}</button></div>
  </form>`;
}

function notGood(w: Words): Html {
  return messagePage(w, { title: w.join.gone, text: w.join.goneText });
}
