/** The sync routes: push, pull, me and the device itself. Every answer has the shape given in lib/sync/protocol.ts. */
import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from '#lib/records/zod.ts';
import {
  MAX_PULL,
  type Me,
  type Member,
  type PushResponse,
  problemTypes,
  pushRequest,
} from '#lib/sync/protocol.ts';
import type { ServerContext } from '#server/context.ts';
import { readJson } from '#server/http/body.ts';
import {
  askingDevice,
  callerOf,
  isStillSignedIn,
  limitCaller,
  recogniseDevice,
  requireDevice,
  requireVersion,
  turnAway,
} from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import type { Log } from '#server/http/log.ts';
import { problem, signedOut } from '#server/http/problem.ts';
import { openAssignments } from '#server/store/assignments.ts';
import { type Caller, deleteDevice } from '#server/store/devices.ts';
import { listFormerMembers } from '#server/store/former-members.ts';
import { readHead } from '#server/store/head.ts';
import { listMembers, workspaceName } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { settleFirst } from './due-assignments.ts';
import { pullRecords } from './pull.ts';
import { pushRecords } from './push.ts';

const pullQuery = z.object({
  cursor: z.string().min(1).max(512).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PULL).default(MAX_PULL),
});

export function syncRoutes(context: ServerContext): Hono<AppEnv> {
  const { database, hub, log, metrics, now } = context;
  const app = new Hono<AppEnv>();
  const device = requireDevice(context);
  const settled = settleFirst(context);

  const report = damageReport(log);
  const version = requireVersion(context, 'push');
  app.post('/push', recogniseDevice(context), version, limitCaller(context, 'push'), async c => {
    const body = await readJson(c, pushRequest, { oddValues: 'judged later' });
    // A device that was signed out is told that, whatever it sent.
    if (!body.ok) return (await isStillSignedIn(c, context)) ? body.response : turnAway(c, context);
    const caller = callerOf(c);
    const pushed = await pushRecords(database.db, caller, body.value.records, now());
    if (!pushed) return turnAway(c, context);
    const { results, touched } = pushed;
    report(caller.workspaceId, pushed.damaged);
    hub.notify(caller.workspaceId, touched, askingDevice(c, context));
    for (const [status, all] of Map.groupBy(results, each => each.status)) metrics.pushed(status, all.length);
    return c.json({ results } satisfies PushResponse);
  });

  app.get(
    '/pull',
    device,
    requireVersion(context, 'pull'),
    limitCaller(context, 'pull'),
    settled,
    async c => {
      const query = pullQuery.safeParse(c.req.query());
      if (!query.success) {
        return problem(c, { status: 400, title: `limit is 1 to ${MAX_PULL}, cursor as a pull gave it` });
      }
      const caller = callerOf(c);
      const head = c.get('head') ?? (await readHead(database.db, caller.workspaceId));
      const page = await pullRecords(database.db, caller, query.data, head);
      if (!page.ok) {
        return problem(c, {
          status: 409,
          type: problemTypes.unknownCursor,
          title: 'Unknown cursor',
          detail:
            'The server was restored or the cursor is another member’s. Pull anew and offer own records again.',
        });
      }
      report(caller.workspaceId, page.damaged);
      metrics.pulled(page.records.length);
      // The records are JSON already, and looked at, so we put the answer together as text instead of writing them again.
      const rest = JSON.stringify({ removed: page.removed, cursor: page.cursor, more: page.more });
      return c.body(`{"records":[${page.records.join(',')}],${rest.slice(1)}`, 200, {
        'content-type': 'application/json',
      });
    },
  );

  app.get('/me', device, limitCaller(context, 'pull'), settled, async c => {
    const me = await readMe(database.db, callerOf(c));
    return me ? c.json({ ...me, protocol: context.protocol } satisfies Me) : signedOut(c);
  });

  app.delete('/devices/current', device, async c => {
    const caller = callerOf(c);
    await deleteDevice(database.db, caller, now());
    hub.closeDevice(caller.deviceId);
    return c.body(null, 204);
  });
  return app;
}

/** How many damaged rows we remember to have logged. */
const MAX_REPORTED = 10_000;

/** Logs each damaged row once while the process runs, although every device meets it again and again. */
function damageReport(log: Log): (workspaceId: string, ids: Iterable<string>) => void {
  const reported = new Set<string>();
  return (workspaceId, ids) => {
    for (const id of ids) {
      const name = `${workspaceId} ${id}`;
      if (reported.has(name) || reported.size >= MAX_REPORTED) continue;
      reported.add(name);
      log({ level: 'error', event: 'damaged-record', workspace: workspaceId, record: id });
    }
  };
}

async function readMe(db: Kysely<Tables>, caller: Caller): Promise<Me | undefined> {
  const { workspaceId } = caller;
  const rows = await listMembers(db, workspaceId);
  const active = (await openAssignments(db, workspaceId)).filter(one => one.state === 'active');
  const members = rows.map(
    ({ id, name, roles }): Member => ({
      id,
      name,
      roles,
      coachIds: [...new Set(active.filter(one => one.coachee_id === id).map(one => one.coach_id))],
    }),
  );
  const member = members.find(one => one.id === caller.memberId);
  const email = rows.find(one => one.id === caller.memberId)?.email;
  if (!member || email === undefined) return undefined;
  return {
    member,
    email,
    workspace: { id: workspaceId, name: await workspaceName(db, workspaceId) },
    members,
    former: await listFormerMembers(db, workspaceId),
  };
}
