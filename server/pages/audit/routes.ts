/** /team/<workspace>/audit: the log as owners read it, newest first, and the check that nothing was changed. */
import { Hono } from 'hono';
import { verifyAudit } from '#server/audit/verify.ts';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';
import { listFormerMembers } from '#server/store/former-members.ts';
import { listMembers } from '#server/store/members.ts';
import { enterAsOwner } from '../visit.ts';
import { auditPage } from './view.ts';

/** Entries on one page. */
const PAGE = 100;

export function auditPages(context: ServerContext): Hono<AppEnv> {
  const { db } = context.database;
  const app = new Hono<AppEnv>();
  app.get('/:workspace/audit', async c => {
    const visit = await enterAsOwner(c, context);
    if (visit instanceof Response) return visit;
    const { w, workspaceId } = visit;
    const before = /^\d{1,15}$/.exec(c.req.query('before') ?? '')?.[0];
    let query = db.selectFrom('audit').selectAll().where('workspace_id', '=', workspaceId);
    if (before !== undefined) query = query.where('n', '<', Number(before));
    const rows = await query.orderBy('n', 'desc').limit(PAGE).execute();
    const names = new Map<string, string>();
    for (const { id, name } of await listFormerMembers(db, workspaceId)) names.set(id, w.former(name));
    for (const { id, name } of await listMembers(db, workspaceId)) names.set(id, name);
    const finding = c.req.query('check') === '1' ? await verifyAudit(db, workspaceId) : undefined;
    return c.html(auditPage({ visit, rows, names, finding, isFirst: before === undefined }));
  });
  return app;
}
