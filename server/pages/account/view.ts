/** How /account looks: pure, from the data that the page has read. */
import { html } from 'hono/html';
import { nameOfBrowser } from '#server/auth/device-routes.ts';
import type { BrowserSession } from '#server/auth/sessions.ts';
import type { Html } from '#server/http/html.ts';
import type { membershipsOf } from '#server/store/members.ts';
import type { Device } from '#server/store/schema.ts';
import { showDay, type Words } from '#server/words/choose-language.ts';
import { deviceItem } from '../device-item.ts';
import { field, formToken, goodNote, layout, newPasswordField, problemNote } from '../layout.ts';
import { passkeyForm } from '../passkey-form.ts';
import type { PageSession } from '../session.ts';

export interface AccountInput {
  w: Words;
  session: PageSession;
  memberships: Awaited<ReturnType<typeof membershipsOf>>;
  hasPassword: boolean;
  canHavePasskeys: boolean;
  passkeys: readonly { id: string; name: string | null; createdAt: string | null }[];
  sessions: readonly BrowserSession[];
  devices: readonly { device: Device; workspaceName: string }[];
  publicUrl: string;
  done?: string | undefined;
  problem?: string;
}

export function accountPage(input: AccountInput): Html {
  const { w, session, memberships } = input;
  return layout({
    w,
    title: w.account.title,
    person: session,
    wide: true,
    body: html`
      <div class="stack">
        <h1>${w.account.title}</h1>
        <p class="hint">${session.email}${memberships.map(
          one => html` · <a href="/team/${one.workspaceId}">${one.workspaceName}</a>`,
        )}</p>
        ${goodNote(input.done)}
        ${problemNote(input.problem)}
      </div>
      ${devicesCard(input)}
      ${browsersCard(input)}
      ${passkeysCard(input)}
      ${passwordCard(input)}
      ${nameCard(input)}`,
  });
}

function nameCard({ w, session }: AccountInput): Html {
  return html`<section class="card" aria-labelledby="name-card">
    <h2 id="name-card">${w.account.name}</h2>
    <form class="stack" method="post" action="/account/name">
      ${formToken(session)}
      ${field({ name: 'name', label: w.fields.yourName, value: session.name, autocomplete: 'name', maxlength: 80 })}
      <div><button class="button">${w.save}</button></div>
    </form>
  </section>`;
}

function passwordCard({ w, session, hasPassword }: AccountInput): Html {
  return html`<section class="card" aria-labelledby="password-card">
    <h2 id="password-card">${w.account.password}</h2>
    ${
      hasPassword
        ? html`<form class="stack" method="post" action="/account/password">
            ${formToken(session)}
            <input type="hidden" name="username" value="${session.email}" autocomplete="username">
            ${field({ name: 'current', label: w.fields.passwordNow, type: 'password', autocomplete: 'current-password', maxlength: 1000 })}
            ${newPasswordField(w, 'password', w.fields.passwordThen)}
            <div><button class="button">${w.account.changePassword}</button></div>
          </form>`
        : html`<p class="lead">${w.account.noPassword}</p>`
    }
  </section>`;
}

function passkeysCard({ w, session, passkeys, canHavePasskeys }: AccountInput): Html {
  const nameOf = (name: string | null) => (name ? nameOfBrowser(name) : w.account.passkey);
  return html`<section class="card" aria-labelledby="passkeys">
    <div class="stack">
      <h2 id="passkeys">${w.account.passkeys}</h2>
      <p class="lead">${w.account.passkeysLead}</p>
    </div>
    ${
      passkeys.length === 0
        ? ''
        : html`<ul class="list">${passkeys.map(
            one => html`<li><div class="sub">
              <div>
                <h3>${nameOf(one.name)}</h3>
                ${one.createdAt === null ? '' : html`<p class="hint">${showDay(w, Date.parse(one.createdAt))}</p>`}
              </div>
              <form method="post" action="/account/passkeys/remove">
                ${formToken(session)}
                <input type="hidden" name="passkey" value="${one.id}">
                <button class="button" aria-label="${w.account.removePasskey(nameOf(one.name))}">${w.remove}</button>
              </form>
            </div></li>`,
          )}</ul>`
    }
    ${
      canHavePasskeys
        ? html`<form method="post" action="/account/passkeys/new">
            ${formToken(session)}
            <button class="button">${w.account.addPasskey}</button>
          </form>`
        : html`<p class="hint">${w.account.passkeysNeedName}</p>`
    }
  </section>`;
}

function browsersCard({ w, session, sessions }: AccountInput): Html {
  return html`<section class="card" aria-labelledby="browsers">
    <div class="stack">
      <h2 id="browsers">${w.account.browsers}</h2>
      <p class="lead">${w.account.browsersLead}</p>
    </div>
    <ul class="list">${sessions.map(one => {
      const name = one.userAgent ? nameOfBrowser(one.userAgent) : w.account.unknownBrowser;
      return html`<li><div class="sub">
        <div>
          <h3>${name}</h3>
          <p class="hint">${w.account.since(showDay(w, one.since), showDay(w, one.seen))}</p>
        </div>
        ${
          one.id === session.id
            ? html`<span class="tag you">${w.account.thisBrowser}</span>`
            : html`<form method="post" action="/account/sessions/end">
                ${formToken(session)}
                <input type="hidden" name="session" value="${one.id}">
                <button class="button" aria-label="${w.account.signOutThat(name)}">${w.signOut}</button>
              </form>`
        }
      </div></li>`;
    })}</ul>
    ${
      sessions.length < 2
        ? ''
        : html`<form method="post" action="/account/sessions/end-others">
            ${formToken(session)}
            <button class="button">${w.account.endOthers}</button>
          </form>`
    }
  </section>`;
}

function devicesCard({ w, session, devices, memberships, publicUrl }: AccountInput): Html {
  return html`<section class="card" aria-labelledby="devices">
    <h2 id="devices">${w.account.devices}</h2>
    ${
      devices.length === 0
        ? html`<p class="lead">${w.account.noDevices} <strong>${publicUrl}</strong></p>`
        : html`<ul class="list">${devices.map(({ device, workspaceName }) =>
            deviceItem({ w, session, device, where: memberships.length > 1 ? workspaceName : undefined }),
          )}</ul>`
    }
  </section>`;
}

export function newPasskeyPage(w: Words, session: PageSession, options: unknown): Html {
  return layout({
    w,
    title: w.account.addPasskey,
    person: session,
    script: '/assets/passkey.js',
    body: html`<section class="card">
      <h1>${w.account.addPasskey}</h1>
      <p class="lead">${w.account.addPasskeyText}</p>
      ${passkeyForm({
        w,
        kind: 'create',
        action: '/account/passkeys',
        options,
        button: w.account.addPasskeyButton,
        hidden: formToken(session),
      })}
      <p class="hint"><a href="/account">${w.cancel}</a></p>
    </section>`,
  });
}
