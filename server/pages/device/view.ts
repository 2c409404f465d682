/** How /device looks: the field for the code, and the request to approve. */
import { html } from 'hono/html';
import { type DeviceRequest, normalizeUserCode } from '#server/auth/device-requests.ts';
import type { Html } from '#server/http/html.ts';
import type { membershipsOf } from '#server/store/members.ts';
import { showTime, type Words } from '#server/words/choose-language.ts';
import { field, formToken, layout, problemNote } from '../layout.ts';
import type { PageSession } from '../session.ts';

type Membership = Awaited<ReturnType<typeof membershipsOf>>[number];

export function codePage(w: Words, session: PageSession, problem?: string): Html {
  return layout({
    w,
    title: w.device.title,
    person: session,
    body: html`<section class="card">
      <h1>${w.device.title}</h1>
      <p class="lead">${w.device.lead}</p>
      ${problemNote(problem)}
      <form class="stack" method="get" action="/device">
        ${field({ name: 'user_code', label: w.fields.code, maxlength: 20, autofocus: true })}
        <div><button class="button primary">${w.device.go}</button></div>
      </form>
    </section>`,
  });
}

interface ApproveInput {
  w: Words;
  session: PageSession;
  request: DeviceRequest;
  memberships: readonly Membership[];
  /** The request came from another network address than this browser's. */
  elsewhere: boolean;
  problem: string | undefined;
}

export function approvePage({ w, session, request, memberships, elsewhere, problem }: ApproveInput): Html {
  const code = normalizeUserCode(request.user_code);
  return layout({
    w,
    title: w.device.title,
    person: session,
    body: html`<section class="card">
      <h1>${w.device.question}</h1>
      <p class="lead">${w.device.check}</p>
      <p class="code" translate="no">${code.slice(0, 4)}-${code.slice(4)}</p>
      <dl class="facts">
        <dt>${w.device.name}</dt><dd>${request.device_name}</dd>
        <dt>${w.device.from}</dt><dd>${request.asked_from}</dd>
        <dt>${w.device.when}</dt><dd>${showTime(w, request.asked_at)}</dd>
        <dt>${w.device.as}</dt><dd>${session.name} (${session.email})</dd>
      </dl>
      ${elsewhere ? html`<p class="note warn">${w.device.elsewhere}</p>` : ''}
      ${problemNote(problem)}
      <form class="stack" method="post" action="/device">
        ${formToken(session)}
        <input type="hidden" name="code" value="${code}">
        ${workspaceChoice(w, memberships)}
        <div class="row">
          <button class="button primary" name="decision" value="approve">${w.device.approve}</button>
          <button class="button" name="decision" value="deny">${w.device.deny}</button>
        </div>
      </form>
    </section>`,
  });
}

function workspaceChoice(w: Words, memberships: readonly Membership[]): Html {
  const [only] = memberships;
  if (only && memberships.length === 1) {
    return html`<input type="hidden" name="workspace" value="${only.workspaceId}">
      <p>${w.device.sees} <strong>${only.workspaceName}</strong>.</p>`;
  }
  return html`<fieldset class="stack">
    <legend>${w.device.which}</legend>
    <div class="checks">
      ${memberships.map(
        one => html`<label class="check"><input type="radio" name="workspace" value="${one.workspaceId}" required>
          <span>${one.workspaceName}</span></label>`,
      )}
    </div>
  </fieldset>`;
}
