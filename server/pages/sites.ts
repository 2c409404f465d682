/**
 * /team/<workspace>/sites: the sites that owners taught the whole workspace. Everybody sees which hosts they are for;
 * owners take them back, also those that another owner shared.
 */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Kysely } from 'kysely';
import { storedEnvelopeSchema } from '#lib/records/envelope.ts';
import { z } from '#lib/records/zod.ts';
import type { ServerContext } from '#server/context.ts';
import { eraseRecords } from '#server/exchange/erase.ts';
import type { AppEnv } from '#server/http/env.ts';
import { listFormerMembers } from '#server/store/former-members.ts';
import { listMembers } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { idField } from './fields.ts';
import { formToken, goodNote, type Html, layout, problemNote } from './layout.ts';
import { teamNav } from './team-nav.ts';
import { enter, formsOf, type Notices, type Visit } from './visit.ts';
import { doneWords, showDay } from './words/words.ts';

interface SharedSite {
  id: string;
  name: string;
  hosts: readonly string[];
  sharedBy: string;
  /** ms since 1970. */
  at: number;
}

/** As much of a definition as is shown. Whether it is any good is looked at by every device that uses it. */
const definition = z.looseObject({
  name: z.string().catch(''),
  match: z.looseObject({ hosts: z.array(z.string()).catch([]) }).catch({ hosts: [] }),
});

export function sitesPages(context: ServerContext): Hono<AppEnv> {
  const { database, hub, now } = context;
  const { db } = database;
  const app = new Hono<AppEnv>();

  app.get('/:workspace/sites', async c => {
    const visit = await enter(c, context);
    if (visit instanceof Response) return visit;
    return show(c, visit, { done: doneWords(visit.w, c.req.query('done')) });
  });

  async function show(c: Context<AppEnv>, visit: Visit, notices: Notices): Promise<Response> {
    const sites = await sharedSites(db, visit);
    return c.html(sitesPage(visit, notices, sites), notices.problem === undefined ? 200 : 400);
  }

  const form = formsOf(app, context, { home: '/sites', show });

  form({
    path: 'sites/retire',
    schema: z.object({ site: idField }),
    async change(visit, { site }) {
      const { workspaceId, memberId } = visit;
      if (!(await sharedSites(db, visit)).some(each => each.id === site)) return { problem: 'unknown' };
      const { touched } = await eraseRecords(db, { workspaceId, by: memberId, now: now() }, [site]);
      hub.news(workspaceId, touched);
      return 'site-retired';
    },
  });
  return app;
}

async function sharedSites(db: Kysely<Tables>, { w, workspaceId }: Visit): Promise<SharedSite[]> {
  const names = new Map<string, string>();
  for (const { id, name } of await listFormerMembers(db, workspaceId)) names.set(id, w.former(name));
  for (const { id, name } of await listMembers(db, workspaceId)) names.set(id, name);
  const rows = await db
    .selectFrom('records')
    .select('record')
    .where('workspace_id', '=', workspaceId)
    .where('type', '=', 'site')
    .where('audience', '=', 'workspace')
    .where('deleted', '=', 0)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(row => {
    const { id, authorId, updatedAt, body } = storedEnvelopeSchema.parse(JSON.parse(row.record));
    const read = definition.catch({ name: '', match: { hosts: [] } }).parse(body.definition);
    return {
      id,
      name: read.name.trim() || w.sites.unnamed,
      hosts: read.match.hosts,
      sharedBy: names.get(authorId) ?? w.formerUnknown,
      at: updatedAt,
    };
  });
}

function sitesPage(visit: Visit, notices: Notices, sites: readonly SharedSite[]): Html {
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
