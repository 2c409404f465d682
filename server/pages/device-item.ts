/** A signed-in extension in a list, for the account page and the team's page. */
import { html } from 'hono/html';
import type { Html } from '#server/http/html.ts';
import type { Device } from '#server/store/schema.ts';
import { showDay, type Words } from '#server/words/choose-language.ts';
import { formToken } from './layout.ts';
import type { PageSession } from './session.ts';

export function deviceItem(input: {
  w: Words;
  session: PageSession;
  device: Device;
  where?: string | undefined;
}): Html {
  const { w, session, device, where } = input;
  return html`<li>
    <div class="sub">
      <div>
        <h3>${device.name}${where === undefined ? '' : ` ${w.account.in(where)}`}</h3>
        <p class="hint">${w.account.since(showDay(w, device.created_at), showDay(w, device.seen_at))}</p>
      </div>
      <form method="post" action="/team/${device.workspace_id}/devices/sign-out">
        ${formToken(session)}
        <input type="hidden" name="device" value="${device.id}">
        <button class="button" aria-label="${w.account.signOutThat(device.name)}">${w.signOut}</button>
      </form>
    </div>
  </li>`;
}
