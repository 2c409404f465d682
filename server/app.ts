/** The server's routes, put together. The process around them is start.ts. */
import { type Context, Hono } from 'hono';
import { MAX_BODY_BYTES } from '#lib/sync/protocol.ts';
import { deviceExchangeRoutes, deviceFlowRoutes } from './auth/device-routes.ts';
import type { ServerContext } from './context.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { closeUnread, limitBody } from './http/body.ts';
import type { AppEnv } from './http/env.ts';
import { extensionCors, securityHeaders } from './http/headers.ts';
import { describeError, logRequests } from './http/log.ts';
import { ownHost } from './http/own-host.ts';
import { plainAddress } from './http/plain-text.ts';
import { problem } from './http/problem.ts';
import { requireTls } from './http/proxy.ts';
import { insightRoutes } from './insight/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { describeApi } from './openapi.ts';
import { operatingRoutes } from './operate/routes.ts';
import { messagePage } from './pages/layout.ts';
import { pages } from './pages/routes.ts';
import { isOddValue, type Unavailable, unavailable } from './store/unavailable.ts';
import { syncRoutes } from './sync/routes.ts';
import { messagesFor } from './words/choose-language.ts';

/** All routes. Tests can call them with `app.request`, except for the WebSocket. */
export function createApp(context: ServerContext): Hono<AppEnv> {
  const { config, log } = context;
  const app = new Hono<AppEnv>();

  app.use(logRequests(log));
  app.use(securityHeaders(config.publicUrl.startsWith('https://')));
  app.use(closeUnread);
  app.use(context.metrics.measure);
  app.use(requireTls(config.publicUrl));
  app.use(ownHost(config.publicUrl));
  app.use(plainAddress);
  app.use(limitBody(MAX_BODY_BYTES));
  for (const path of ['/v1/*', '/api/*', '/healthz', '/openapi.json']) app.use(path, extensionCors(config));

  app.route('/', operatingRoutes(context));
  app.route('/v1/devices', deviceExchangeRoutes(context));
  app.route('/v1/live', liveRoutes(context));
  app.route('/v1', syncRoutes(context));
  app.route('/v1', exchangeRoutes(context));
  app.route('/v1', insightRoutes(context));
  app.route('/api/auth/device', deviceFlowRoutes(context));

  const api = describeApi(config.publicUrl);
  app.get('/openapi.json', c => c.json(api));

  app.route('/', pages(context));
  app.notFound(c =>
    wantsPage(c)
      ? c.html(messagePage(messagesFor(c), messagesFor(c).notFound), 404)
      : problem(c, { status: 404, title: 'Not found' }),
  );
  app.onError((error, c) => {
    if (isOddValue(error)) {
      log({ level: 'warn', event: 'odd-value', request: c.get('requestId'), ...describeError(error) });
      if (wantsPage(c)) return c.html(messagePage(messagesFor(c), messagesFor(c).oddValue), 400);
      return problem(c, {
        status: 400,
        title: 'Not what this call takes',
        detail: 'A value cannot be kept.',
      });
    }
    const reason = unavailable(error);
    const level = reason === undefined ? 'error' : 'warn';
    const event = reason === undefined ? 'error' : `database-${reason}`;
    log({ level, event, request: c.get('requestId'), ...describeError(error) });
    if (reason !== undefined) {
      const wait = WAIT[reason];
      c.header('retry-after', String(wait));
      if (wantsPage(c)) return c.html(messagePage(messagesFor(c), messagesFor(c).notNow), 503);
      return problem(c, { status: 503, title: 'Not just now', detail: SAID[reason] });
    }
    if (wantsPage(c)) return c.html(messagePage(messagesFor(c), messagesFor(c).wrong), 500);
    return problem(c, { status: 500, title: 'Something went wrong here', detail: 'It is not your fault.' });
  });
  return app;
}

/** How long a device should wait before it tries again, in seconds, and what we tell it. */
const WAIT: Readonly<Record<Unavailable, number>> = { away: 5, full: 60 };
const SAID: Readonly<Record<Unavailable, string>> = {
  away: 'The database cannot be reached. Nothing that waits is lost.',
  full: 'The server has no room left. Nothing that waits is lost.',
};

/** Is this a person's browser, and not a program? */
function wantsPage(c: Context): boolean {
  return c.req.header('accept')?.includes('text/html') ?? false;
}
