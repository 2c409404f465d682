/** Exporting one's own data, and what owners are responsible for: erasure, retention, the log. */
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from '#lib/records/zod.ts';
import { verifyAudit } from '#server/audit/verify.ts';
import type { ServerContext } from '#server/context.ts';
import { readJson } from '#server/http/body.ts';
import { callerOf, limitCaller, requireDevice } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { problem } from '#server/http/problem.ts';
import { findMember } from '#server/store/members.ts';
import { settleFirst } from '#server/sync/due-assignments.ts';
import { erasePerson, eraseRecords } from './erasure/erase.ts';
import { cutoffOf, recordsPast, retentionOf, setRetention } from './erasure/retention.ts';
import { answerOwnData, ownDataForms } from './own-data/formats.ts';
import {
  type auditCheck,
  type auditResponse,
  erasureRequest,
  type erasureResponse,
  MAX_ENTRIES,
  MAX_MONTHS,
  retentionRequest,
  type retentionResponse,
} from './protocol.ts';
import { readEntries } from './read-log.ts';

const exportQuery = z.object({ format: ownDataForms.default('json') });
const previewQuery = z.object({ months: z.coerce.number().int().min(1).max(MAX_MONTHS).optional() });
const entriesQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_ENTRIES).default(100),
});

export function exchangeRoutes(context: ServerContext): Hono<AppEnv> {
  const { database, hub, now } = context;
  const { db } = database;
  const app = new Hono<AppEnv>();
  const device = requireDevice(context);
  const limit = limitCaller(context, 'exchange');
  const settled = settleFirst(context);

  /** Lets only owners through, by the role that they have now. */
  const owner = createMiddleware<AppEnv>(async (c, next) => {
    const { workspaceId, memberId } = callerOf(c);
    const member = await findMember(db, workspaceId, memberId);
    if (member?.roles.includes('owner')) return next();
    return problem(c, { status: 403, title: 'Only for owners', detail: 'Ask an owner of the workspace.' });
  });
  const wrongQuery = 'The query is not what this call takes';

  app.get('/export', device, limit, settled, async c => {
    const query = exportQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, { status: 400, title: wrongQuery });
    return answerOwnData(c, context, callerOf(c), query.data.format);
  });

  app.post('/erasures', device, limit, owner, async c => {
    const body = await readJson(c, erasureRequest);
    if (!body.ok) return body.response;
    const { workspaceId, memberId } = callerOf(c);
    const input = { workspaceId, by: memberId, now: now() };
    const what = body.value;
    const { count, touched } = await ('recordId' in what
      ? eraseRecords(db, input, [what.recordId])
      : erasePerson(db, input, what.memberId, what.which));
    // This includes the device that asked, because the answer does not say which records they were.
    hub.notify(workspaceId, touched);
    return c.json({ erased: count } satisfies z.infer<typeof erasureResponse>);
  });

  app.get('/retention', device, limit, owner, async c => {
    const query = previewQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, { status: 400, title: wrongQuery });
    const { workspaceId } = callerOf(c);
    const months = await retentionOf(db, workspaceId);
    const asked = query.data.months ?? months;
    const past = asked === null ? [] : await recordsPast(db, workspaceId, cutoffOf(asked, now()));
    return c.json({ months, past: past.length } satisfies z.infer<typeof retentionResponse>);
  });

  app.put('/retention', device, limit, owner, async c => {
    const body = await readJson(c, retentionRequest);
    if (!body.ok) return body.response;
    const { workspaceId, memberId } = callerOf(c);
    await setRetention(db, { workspaceId, by: memberId, months: body.value.months, now: now() });
    return c.body(null, 204);
  });

  app.get('/audit', device, limit, owner, async c => {
    const query = entriesQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, { status: 400, title: wrongQuery });
    const page: z.infer<typeof auditResponse> = await readEntries(db, callerOf(c).workspaceId, query.data);
    return c.json(page);
  });

  app.get('/audit/check', device, limit, owner, async c => {
    const found = await verifyAudit(db, callerOf(c).workspaceId);
    const answer: z.infer<typeof auditCheck> = found.ok
      ? { ok: true, ...found.head }
      : { ok: false, at: found.at, reason: found.reason };
    return c.json(answer);
  });
  return app;
}
