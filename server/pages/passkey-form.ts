/** The form that /assets/passkey.js fills in with the answer of the browser's passkey. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { CONTENT_SECURITY_POLICY } from '#server/http/headers.ts';
import type { Html } from '#server/http/html.ts';
import type { Words } from '#server/words/choose-language.ts';

export interface PasskeyFormInput {
  w: Words;
  kind: 'get' | 'create';
  action: string;
  /** The WebAuthn options in their JSON form. */
  options: unknown;
  button: string;
  hidden: Html;
}

export function passkeyForm({ w, kind, action, options, button, hidden }: PasskeyFormInput): Html {
  return html`<form class="stack" method="post" action="${action}" data-passkey="${kind}"
      data-options="${JSON.stringify(options)}">
      ${hidden}
      <input type="hidden" name="credential" value="">
      <div><button class="button primary">${button}</button></div>
    </form>
    <noscript><p class="note warn">${w.enter.noScript}</p></noscript>`;
}

/** Allows this one page to run the server's own script file; nothing inline, nothing from elsewhere. */
export function letPasskeyScriptIn(c: Context): void {
  c.header('content-security-policy', `${CONTENT_SECURITY_POLICY}; script-src 'self'`);
}
