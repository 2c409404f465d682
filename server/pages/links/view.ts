/** How the pages around a one-time link look. */
import { html } from 'hono/html';
import type { Html } from '#server/http/html.ts';
import type { Words } from '#server/words/choose-language.ts';
import { field, layout, messagePage, newPasswordField, problemNote } from '../layout.ts';

export function mailPage(w: Words, problem?: string): Html {
  return layout({
    w,
    title: w.mailLink.title,
    body: html`<section class="card">
      <h1>${w.mailLink.title}</h1>
      <p class="lead">${w.mailLink.lead}</p>
      ${problemNote(problem)}
      <form class="stack" method="post" action="/sign-in/mail">
        ${field({ name: 'email', label: w.fields.email, type: 'email', autocomplete: 'username', autofocus: true })}
        <div class="row">
          <button class="button primary" name="kind" value="sign-in">${w.mailLink.signIn}</button>
          <button class="button" name="kind" value="password">${w.mailLink.password}</button>
        </div>
      </form>
      <p class="hint"><a href="/sign-in">${w.enter.back}</a></p>
    </section>`,
  });
}

export function openPage(w: Words, token: string): Html {
  return layout({
    w,
    title: w.mailLink.openTitle,
    body: html`<section class="card">
      <h1>${w.mailLink.openTitle}</h1>
      <p class="lead">${w.mailLink.openText}</p>
      <form method="post" action="/link/${token}">
        <button class="button primary">${w.mailLink.openButton}</button>
      </form>
    </section>`,
  });
}

export function passwordPage(w: Words, token: string, problem?: string): Html {
  return layout({
    w,
    title: w.mailLink.passwordTitle,
    body: html`<section class="card">
      <h1>${w.mailLink.passwordTitle}</h1>
      <p class="lead">${w.mailLink.passwordText}</p>
      ${problemNote(problem)}
      <form class="stack" method="post" action="/password/${token}">
        ${newPasswordField(w, 'password', w.fields.passwordThen)}
        <div><button class="button primary">${w.mailLink.passwordButton}</button></div>
      </form>
    </section>`,
  });
}

export function gone(w: Words): Html {
  return messagePage(w, { title: w.mailLink.gone, text: w.mailLink.goneText });
}
