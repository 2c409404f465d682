/**
 * Routes for operating the server: /healthz (the process answers), /readyz (it can do its work), /metrics. None of them
 * reveals anything about a person or a workspace.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ServerContext } from '#server/context.ts';
import { bearerOf } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { isLoopback } from '#server/http/network.ts';
import { problem } from '#server/http/problem.ts';
import { missingMigrations } from '#server/store/migrations.ts';

/** How long the database may take to answer before we call it away, in ms. */
const ANSWER_WITHIN = 3000;

export function operatingRoutes(context: ServerContext): Hono<AppEnv> {
  const { config, database, metrics, stopping } = context;
  const app = new Hono<AppEnv>();

  app.get('/healthz', c => c.json({ status: 'ok' }));

  app.get('/readyz', async c => {
    if (stopping.aborted) return notReady(c, 'stopping');
    try {
      const missing = await inTime(missingMigrations(database.db));
      return missing.length === 0 ? c.json({ status: 'ready' }) : notReady(c, 'migrations are missing');
    } catch {
      // Other requests will run into the same error, and that goes into the log.
      return notReady(c, 'the database does not answer');
    }
  });

  app.get('/metrics', async c => {
    if (!mayReadMetrics(c)) return problem(c, { status: 404, title: 'Not found' });
    const { registry } = metrics;
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });

  /** With a token: whoever has it. Without: this machine, unless a proxy makes everybody seem to come from here. */
  function mayReadMetrics(c: Context<AppEnv>): boolean {
    const { metricsToken, behindProxy } = config;
    if (metricsToken !== undefined) return isSame(bearerOf(c) ?? '', metricsToken);
    const from = c.env?.incoming?.socket?.remoteAddress?.replace(/^::ffff:/, '');
    return !behindProxy && from !== undefined && isLoopback(from);
  }
  return app;
}

function notReady(c: Context, why: string): Response {
  return problem(c, { status: 503, title: 'Not ready', detail: why, headers: { 'retry-after': '5' } });
}

/** Takes the same time for a wrong token as for the right one. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('It takes too long.')), ANSWER_WITHIN);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
