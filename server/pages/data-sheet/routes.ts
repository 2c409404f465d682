/**
 * /team/<workspace>/data-sheet: what is kept about people here, why, for how long, and who sees it. It is for the
 * people concerned, for a works council, and for the record of processing. Its fields come from the schemas that the
 * server itself uses, so none can be left out. Made to be printed.
 */
import { Hono } from 'hono';
import type { ServerContext } from '#server/context.ts';
import { retentionOf } from '#server/exchange/erasure/retention.ts';
import type { AppEnv } from '#server/http/env.ts';
import { enter } from '../visit.ts';
import { dataSheetPage } from './view.ts';

export function dataSheetPages(context: ServerContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/:workspace/data-sheet', async c => {
    const visit = await enter(c, context);
    if (visit instanceof Response) return visit;
    const months = await retentionOf(context.database.db, visit.workspaceId);
    return c.html(dataSheetPage(visit, months));
  });
  return app;
}
