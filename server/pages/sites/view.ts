/** How the list of shared sites looks: pure, from what the page has read. */
import { html } from 'hono/html';
import type { Html } from '#server/http/html.ts';
import { showDay } from '#server/words/choose-language.ts';
import { formToken, goodNote, layout, problemNote } from '../layout.ts';
import { teamNav } from '../team-nav.ts';
import type { Notices, Visit } from '../visit.ts';

export interface SharedSite {
  id: string;
  name: string;
  hosts: readonly string[];
  sharedBy: string;
  /** ms since 1970. */
  at: number;
}

export function sitesPage(visit: Visit, notices: Notices, sites: readonly SharedSite[]): Html {
  const { w, session, workspaceName } = visit;
  return layout({
    w,
    title: `${w.sites.title} · ${workspaceName}`,
    person: session,
    wide: true,
    body: html`
      <div class="stack">
        <h1>${workspaceName}</h1>
        ${teamNav(visit, '/sites')}
        ${goodNote(notices.done)}
        ${problemNote(notices.problem)}
      </div>
      <section class="card" aria-labelledby="sites">
        <div class="stack">
          <h2 id="sites">${w.sites.shared}</h2>
          <p class="lead">${w.sites.lead}</p>
        </div>
        ${sites.length === 0 ? html`<p>${w.sites.none}</p>` : ''}
        <ul class="list">${sites.map(site => siteItem(visit, site))}</ul>
      </section>`,
  });
}

function siteItem({ w, session, workspaceId, isOwner }: Visit, site: SharedSite): Html {
  return html`<li>
    <h3>${site.name}</h3>
    <ul class="tags">${site.hosts.map(host => html`<li class="tag"><code>${host}</code></li>`)}</ul>
    <p class="hint">${w.sites.sharedBy(site.sharedBy, showDay(w, site.at))}</p>
    ${
      isOwner
        ? html`<details>
      <summary aria-label="${w.sites.retireLabel(site.name)}">${w.sites.retire}</summary>
      <form class="stack" method="post" action="/team/${workspaceId}/sites/retire">
        ${formToken(session)}
        <input type="hidden" name="site" value="${site.id}">
        <p class="hint">${w.sites.retireHint}</p>
        <div><button class="button">${w.sites.retireButton(site.name)}</button></div>
      </form>
    </details>`
        : ''
    }
  </li>`;
}
