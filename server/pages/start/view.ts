/** How the page that starts a workspace looks. */
import { html } from 'hono/html';
import type { Html } from '#server/http/html.ts';
import type { ProblemKey, Words } from '#server/words/choose-language.ts';
import { field, formToken, layout, messagePage, newPasswordField, problemNote } from '../layout.ts';
import { type PageSession, withNext } from '../session.ts';

interface StartInput {
  w: Words;
  person?: PageSession | undefined;
  form?: URLSearchParams;
  /** Where to go on afterwards; the start page means the new workspace. */
  next: string;
  problem?: ProblemKey;
}

export function startPage({ w, person, form, next, problem }: StartInput): Html {
  const value = (name: string) => form?.get(name) ?? undefined;
  const account = html`
    ${field({ name: 'name', label: w.fields.yourName, value: value('name'), autocomplete: 'name', maxlength: 80 })}
    ${field({ name: 'email', label: w.fields.yourEmail, type: 'email', value: value('email'), autocomplete: 'username' })}
    ${newPasswordField(w, 'password', w.fields.newPassword)}`;
  return layout({
    w,
    title: w.start.title,
    person,
    body: html`<section class="card">
      <h1>${w.start.title}</h1>
      <p class="lead">${w.start.lead}</p>
      ${problemNote(problem && w.problems[problem])}
      <form class="stack" method="post" action="/start">
        ${person ? formToken(person) : ''}
        <input type="hidden" name="next" value="${next}">
        ${field({
          name: 'workspace',
          label: w.fields.workspace,
          value: value('workspace'),
          hint: w.fields.workspaceHint,
          maxlength: 80,
          autofocus: true,
        })}
        ${person ? '' : account}
        <div><button class="button primary">${w.start.button}</button></div>
      </form>
      ${person ? '' : html`<p class="hint">${w.start.haveAccount} <a href="${withNext('/sign-in', next)}">${w.signIn}</a></p>`}
    </section>`,
  });
}

export function startClosed(w: Words): Html {
  const text = { title: w.start.closed, text: w.start.closedText };
  return messagePage(w, text, undefined, html`<p><a href="/sign-in">${w.signIn}</a></p>`);
}
