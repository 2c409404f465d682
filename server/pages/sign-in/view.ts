/** How the sign-in page looks, and the page that asks for a passkey. */
import { html } from 'hono/html';
import type { Html } from '#server/http/html.ts';
import type { Words } from '#server/words/choose-language.ts';
import { field, goodNote, layout, problemNote } from '../layout.ts';
import { passkeyForm } from '../passkey-form.ts';
import { signInPath } from '../session.ts';

interface SignInInput {
  w: Words;
  next: string;
  canStart: boolean;
  passkeys: boolean;
  /** The company's name on the button; undefined when it has no sign-in of its own. */
  company: string | undefined;
  mail: boolean;
  address?: string;
  problem?: string;
  done?: string;
}

export function signInPage(input: SignInInput): Html {
  const { w, next, address } = input;
  const query = next === '/' ? '' : `?${new URLSearchParams({ next })}`;
  return layout({
    w,
    title: w.enter.title,
    body: html`<section class="card">
      <h1>${w.enter.title}</h1>
      ${goodNote(input.done)}
      ${problemNote(input.problem)}
      <form class="stack" method="post" action="/sign-in">
        <input type="hidden" name="next" value="${next}">
        ${field({
          name: 'email',
          label: w.fields.email,
          type: 'email',
          value: address,
          autocomplete: 'username',
          autofocus: address === undefined,
        })}
        ${field({
          name: 'password',
          label: w.fields.password,
          type: 'password',
          autocomplete: 'current-password',
          maxlength: 1000,
          autofocus: address !== undefined,
        })}
        <div><button class="button primary">${w.signIn}</button></div>
      </form>
      ${otherWays(input, query)}
      <p class="hint">${
        input.canStart ? html`${w.enter.newHere} <a href="/start">${w.start.title}</a>` : w.enter.invited
      }</p>
      ${input.mail || input.company !== undefined ? '' : html`<p class="hint">${w.enter.forgot}</p>`}
    </section>`,
  });
}

function otherWays({ w, next, passkeys, company, mail }: SignInInput, query: string): Html | '' {
  if (!passkeys && company === undefined && !mail) return '';
  return html`<section class="stack ways" aria-label="${w.enter.otherWays}">
    ${company === undefined ? '' : html`<a class="button" href="/sign-in/company${query}">${w.enter.company(company)}</a>`}
    ${
      passkeys
        ? html`<form method="post" action="/sign-in/passkey">
            <input type="hidden" name="next" value="${next}">
            <button class="button">${w.enter.passkey}</button>
          </form>`
        : ''
    }
    ${mail ? html`<a class="button" href="/sign-in/mail">${w.enter.mail}</a>` : ''}
  </section>`;
}

export function passkeyPage(w: Words, options: unknown, next: string): Html {
  return layout({
    w,
    title: w.enter.passkeyTitle,
    script: '/assets/passkey.js',
    body: html`<section class="card">
      <h1>${w.enter.passkeyTitle}</h1>
      <p class="lead">${w.enter.passkeyText}</p>
      ${passkeyForm({
        w,
        kind: 'get',
        action: '/sign-in/passkey',
        options,
        button: w.enter.passkeyButton,
        hidden: html`<input type="hidden" name="next" value="${next}">`,
      })}
      <p class="hint"><a href="${signInPath(next)}">${w.enter.back}</a></p>
    </section>`,
  });
}
