/**
 * /team/<workspace>/sites: the sites that owners have shared with the whole workspace. Everybody sees their hosts;
 * owners can take them back, including those of other owners.
 */
import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from '#lib/records/zod.ts';
import type { ServerContext } from '#server/context.ts';
import { eraseRecords } from '#server/exchange/erasure/erase.ts';
import type { AppEnv } from '#server/http/env.ts';
import { listFormerMembers } from '#server/store/former-members.ts';
import { listMembers } from '#server/store/members.ts';
import { readStored } from '#server/store/mend.ts';
import type { Tables } from '#server/store/schema.ts';
import { doneMessage } from '#server/words/choose-language.ts';
import { idField } from '../fields.ts';
import { enter, formsOf, type Notices, type Visit } from '../visit.ts';
import { type SharedSite, sitesPage } from './view.ts';

/** The part of a definition that we show. Every device that uses a definition checks it as a whole. */
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
    return show(c, visit, { done: doneMessage(visit.w, c.req.query('done')) });
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
      hub.notify(workspaceId, touched);
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
  return rows.flatMap(row => {
    const record = readStored(row.record);
    // A damaged one is in its author's own data, and can be erased.
    if (!record) return [];
    const { id, authorId, updatedAt, body } = record;
    const read = definition.catch({ name: '', match: { hosts: [] } }).parse(body.definition);
    return [
      {
        id,
        name: read.name.trim() || w.sites.unnamed,
        hosts: read.match.hosts,
        sharedBy: names.get(authorId) ?? w.formerUnknown,
        at: updatedAt,
      },
    ];
  });
}
