/** All pages, and the guards before them. */
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';
import { isLoopback } from '#server/http/network.ts';
import { accountPages } from './account/routes.ts';
import { auditPages } from './audit/routes.ts';
import { dataPages } from './data/routes.ts';
import { dataSheetPages } from './data-sheet/routes.ts';
import { devicePages } from './device/routes.ts';
import { joinPages } from './join/routes.ts';
import { linkPages } from './links/routes.ts';
import { boundForms, guardForms, plainForms } from './session.ts';
import { companyCallback } from './sign-in/company.ts';
import { signInPages } from './sign-in/routes.ts';
import { sitesPages } from './sites/routes.ts';
import { startPages } from './start/routes.ts';
import { passkeyScript, style } from './style.ts';
import { teamPages } from './team/routes.ts';

/** The paths that take forms. */
const FORMS = [
  '/start',
  '/sign-in',
  '/sign-in/*',
  '/sign-out',
  '/link/*',
  '/password/*',
  '/join/*',
  '/device',
  '/account',
  '/account/*',
  '/team/*',
];

export function pages(context: ServerContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/assets/style.css', c =>
    c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=300' }),
  );
  app.get('/assets/passkey.js', c =>
    c.body(passkeyScript, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'max-age=300',
    }),
  );
  app.use(oneHost(context));
  for (const path of FORMS) app.use(path, guardForms(context), boundForms);
  // Some paths match twice, and a body can be bounded only until it is read. So all of the bounds come first.
  for (const path of FORMS) app.use(path, plainForms);
  app.route('/team', teamPages(context));
  app.route('/team', auditPages(context));
  app.route('/team', dataPages(context));
  app.route('/team', dataSheetPages(context));
  app.route('/team', sitesPages(context));
  app.route('/join', joinPages(context));
  app.route('/device', devicePages(context));
  app.route('/account', accountPages(context));
  app.route('/', linkPages(context));
  app.route('/', signInPages(context));
  app.route('/', companyCallback(context));
  app.route('/', startPages(context));
  return app;
}

/**
 * On one's own machine the server can be reached as localhost and as 127.0.0.1, but cookies and forms belong to only
 * one of them. So we redirect pages to the public address.
 */
function oneHost({ config }: ServerContext) {
  const home = new URL(config.publicUrl);
  return createMiddleware<AppEnv>(async (c, next) => {
    const asked = new URL(c.req.url);
    const strayed = asked.host !== home.host && isLoopback(asked.hostname) && isLoopback(home.hostname);
    if (strayed && c.req.method === 'GET') return c.redirect(home.origin + asked.pathname + asked.search);
    return next();
  });
}
