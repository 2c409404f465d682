/** What all pages share: the frame, the notices, the parts of forms. hono's `html` escapes all text. */
import { html } from 'hono/html';
import { MAX_PASSWORD, MIN_PASSWORD } from '#server/auth/limits.ts';
import type { Html } from '#server/http/html.ts';
import type { Words } from '#server/words/choose-language.ts';

export interface Person {
  name: string;
  /** Proves that a form was made for this session. */
  formToken: string;
}

export interface PageInput {
  w: Words;
  title: string;
  body: Html;
  /** The person who is signed in, for the head of the page. */
  person?: Person | undefined;
  /** A wider page, for lists. */
  wide?: boolean;
  /** For pages that ask the browser for a passkey. They need a CSP that allows the script. */
  script?: '/assets/passkey.js';
}

export function layout({ w, title, body, person, wide = false, script }: PageInput): Html {
  return html`<!doctype html>
<html lang="${w.locale}">
  <head>
    <meta charset="utf-8">
    <title>${title} · Sideline</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/assets/style.css">
    ${script === undefined ? '' : html`<script src="${script}" defer></script>`}
  </head>
  <body>
    <a class="skip" href="#main">${w.skip}</a>
    <header class="top">
      <a class="brand" href="/">${mark()}<span>Sideline</span></a>
      ${person ? signedInAs(w, person) : ''}
    </header>
    <main id="main" class="${wide ? 'wide' : ''}">${body}</main>
  </body>
</html>`;
}

function signedInAs(w: Words, person: Person): Html {
  return html`<form class="who" method="post" action="/sign-out">
    ${formToken(person)}
    <a class="name" href="/account" title="${w.account.title}">${person.name}</a>
    <button class="button quiet">${w.signOut}</button>
  </form>`;
}

/** The logo: lines of work with a note beside them. */
function mark(): Html {
  return html`<svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
    <path d="M3 5h9M3 11h6M3 17h9" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>
    <circle cx="16" cy="11" r="4" class="dot"/>
  </svg>`;
}

export function formToken(person: Person): Html {
  return html`<input type="hidden" name="token" value="${person.formToken}">`;
}

/** What went wrong, shown above the form; screen readers read it out at once. */
export function problemNote(text: string | undefined): Html | '' {
  return text === undefined ? '' : html`<p class="note warn" role="alert">${text}</p>`;
}

export function goodNote(text: string | undefined): Html | '' {
  return text === undefined ? '' : html`<p class="note good" role="status">${text}</p>`;
}

export interface FieldInput {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'date';
  value?: string | undefined;
  hint?: string;
  autocomplete?: string;
  required?: boolean;
  minlength?: number;
  maxlength?: number;
  /** Keeps the ids of several forms on one page apart. */
  scope?: string;
  autofocus?: boolean;
  /** Makes a phone show its number keys. */
  numeric?: boolean;
}

export function field(input: FieldInput): Html {
  const { name, label, type = 'text', value = '', hint, required = true, scope = '' } = input;
  const id = `${scope}${name}`;
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <input class="input" id="${id}" name="${name}" type="${type}" value="${value}"
      autocomplete="${input.autocomplete ?? 'off'}" maxlength="${input.maxlength ?? 200}"
      ${input.minlength === undefined ? '' : html`minlength="${input.minlength}"`}
      ${input.numeric ? html`inputmode="numeric"` : ''}
      ${required ? html`required` : ''} ${input.autofocus ? html`autofocus` : ''}
      ${hint === undefined ? '' : html`aria-describedby="${id}-hint"`}>
    ${hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`}
  </div>`;
}

/** A field for choosing a new password. */
export function newPasswordField(w: Words, name: string, label: string): Html {
  return field({
    name,
    label,
    type: 'password',
    autocomplete: 'new-password',
    minlength: MIN_PASSWORD,
    maxlength: MAX_PASSWORD,
    hint: w.fields.passwordHint,
  });
}

/** A page that only shows a message. */
export function messagePage(
  w: Words,
  { title, text }: { title: string; text: string },
  person?: Person,
  more: Html | '' = '',
): Html {
  return layout({
    w,
    title,
    person,
    body: html`<section class="card"><h1>${title}</h1><p>${text}</p>${more}</section>`,
  });
}
