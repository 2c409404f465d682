/** Numbers about more than one may read: counts for whoever writes, figures and escalations for those who answer for them. */
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from '#lib/records/zod.ts';
import {
  type CoverageAnswer,
  type EscalationsAnswer,
  INSIGHT_ROLES,
  type ProgrammeAnswer,
} from '#lib/sync/insight-protocol.ts';
import type { Counts } from '#lib/sync/protocol.ts';
import type { ServerContext } from '#server/context.ts';
import { callerOf, limitCaller, requireDevice } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { problem } from '#server/http/problem.ts';
import { findMember } from '#server/store/members.ts';
import { settleFirst } from '#server/sync/due-assignments.ts';
import { countsAbout } from './counts.ts';
import { readCoverage } from './coverage.ts';
import { readEscalations } from './escalations.ts';
import { logInsight } from './log.ts';
import { readProgramme } from './programme.ts';

const id = z.string().min(1).max(128);
const countsQuery = z.object({ person: id, behaviour: id.optional() });

export function insightRoutes(context: ServerContext): Hono<AppEnv> {
  const { database, now } = context;
  const { db } = database;
  const app = new Hono<AppEnv>();
  const device = requireDevice(context);
  const settled = settleFirst(context);

  /** Lets only these roles through, by the roles that somebody has now. */
  const only = (what: keyof typeof INSIGHT_ROLES) =>
    createMiddleware<AppEnv>(async (c, next) => {
      const { workspaceId, memberId } = callerOf(c);
      const member = await findMember(db, workspaceId, memberId);
      if (INSIGHT_ROLES[what].some(role => member?.roles.includes(role))) return next();
      const title = `Only for: ${INSIGHT_ROLES[what].join(', ')}`;
      return problem(c, { status: 403, title, detail: 'Ask an owner of the workspace.' });
    });

  app.get('/counts', device, limitCaller(context, 'counts'), settled, async c => {
    const query = countsQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, { status: 400, title: 'Say which person: ?person=' });
    const counts = await countsAbout(db, callerOf(c), query.data, now());
    if (counts) return c.json(counts satisfies Counts);
    return problem(c, {
      status: 403,
      title: 'Only for those who may write to this person',
      detail: 'You do not coach this person. Ask an owner to assign you.',
    });
  });
  app.get(
    '/insight/escalations',
    device,
    limitCaller(context, 'insight'),
    only('escalations'),
    settled,
    async c => {
      const caller = callerOf(c);
      const answer = await readEscalations(db, caller, now());
      await logInsight(db, caller, 'escalations', now());
      return c.json(answer satisfies EscalationsAnswer);
    },
  );

  app.get(
    '/insight/coverage',
    device,
    limitCaller(context, 'insight'),
    only('coverage'),
    settled,
    async c => {
      const caller = callerOf(c);
      const answer = await readCoverage(db, caller.workspaceId, now());
      await logInsight(db, caller, 'coverage', now());
      return c.json(answer satisfies CoverageAnswer);
    },
  );

  app.get(
    '/insight/programme/:id',
    device,
    limitCaller(context, 'insight'),
    only('programme'),
    settled,
    async c => {
      const caller = callerOf(c);
      const programmeId = id.safeParse(c.req.param('id'));
      const answer = programmeId.success
        ? await readProgramme(db, caller.workspaceId, programmeId.data, now())
        : undefined;
      if (!answer) return problem(c, { status: 404, title: 'No such programme of a team' });
      await logInsight(db, caller, 'programme', now());
      return c.json(answer satisfies ProgrammeAnswer);
    },
  );
  return app;
}
