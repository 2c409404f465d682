/** How an invitation looks to somebody who is signed in, who has an account, or who is new. */
import { html } from 'hono/html';
import type { Invitation } from '#server/auth/invitations.ts';
import type { Html } from '#server/http/html.ts';
import { rolesLabel, type Words } from '#server/words/choose-language.ts';
import { field, formToken, layout, messagePage, newPasswordField, problemNote } from '../layout.ts';
import { type PageSession, signInPath, withNext } from '../session.ts';

interface JoinInput {
  w: Words;
  code: string;
  invitation: Invitation;
  session: PageSession | undefined;
  /** The invited address has an account already. */
  known: boolean;
  /** The name of the company's own sign-in, if there is one. */
  company: string | undefined;
  /** Where to go on after joining; the start page means the team's page. */
  next: string;
  problem: string | undefined;
}

export function joinPage(input: JoinInput): Html {
  const { w, invitation, session, known, problem } = input;
  const title = w.join.title(invitation.workspaceName);
  return layout({
    w,
    title,
    person: session,
    body: html`<section class="card">
      <h1>${title}</h1>
      <p class="lead">${w.join.lead(rolesLabel(w, invitation.roles))} <strong>${invitation.email}</strong>.</p>
      ${problemNote(problem)}
      ${session ? withSession(input, session) : known ? withAccount(input) : withoutAccount(input)}
    </section>`,
  });
}

function withSession({ w, code, invitation, next }: JoinInput, session: PageSession): Html {
  if (session.email === invitation.email) {
    return html`<form class="stack" method="post" action="/join/${code}">
      ${formToken(session)}
      <input type="hidden" name="next" value="${next}">
      <div><button class="button primary">${w.join.button}</button></div>
    </form>`;
  }
  return html`<p>${w.join.signedInAs(session.email)}</p>
    <form method="post" action="/sign-out">
      ${formToken(session)}
      <input type="hidden" name="next" value="${withNext(`/join/${code}`, next)}">
      <button class="button primary">${w.signOut}</button>
    </form>`;
}

function withAccount({ w, code, next }: JoinInput): Html {
  return html`<p>${w.join.haveAccount}</p>
    <p><a class="button primary" href="${signInPath(withNext(`/join/${code}`, next))}">${w.join.signIn}</a></p>`;
}

function withoutAccount({ w, code, invitation, company, next }: JoinInput): Html {
  return html`${
    company === undefined
      ? ''
      : html`<p><a class="button" href="/sign-in/company?${new URLSearchParams({ next: withNext(`/join/${code}`, next) })}">${w.enter.company(company)}</a></p>`
  }
  <form class="stack" method="post" action="/join/${code}">
    <input type="hidden" name="next" value="${next}">
    <input type="hidden" name="username" value="${invitation.email}" autocomplete="username">
    ${field({ name: 'name', label: w.fields.yourName, autocomplete: 'name', maxlength: 80, autofocus: true })}
    ${newPasswordField(w, 'password', w.fields.newPassword)}
    <div><button class="button primary">${w.join.button}</button></div>
  </form>`;
}

export function notGood(w: Words): Html {
  return messagePage(w, { title: w.join.gone, text: w.join.goneText });
}
