/** Where the company's own sign-in sends the browser back to. */
import { Hono } from 'hono';
import { finishCompanySignIn } from '#server/auth/company-flow.ts';
import type { ServerContext } from '#server/context.ts';
import { takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { tooManyPage } from '../refusals.ts';
import { browserHeaders, safeNext, setCookies } from '../session.ts';

export function companyCallback(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database } = context;
  const app = new Hono<AppEnv>();
  app.get('/api/auth/callback/company', async c => {
    const wait = takeByAddress(c, context, 'signIn');
    if (wait > 0) return tooManyPage(c, wait);
    if (!config.company) return c.notFound();
    const headers = browserHeaders(c);
    headers.set('cookie', c.req.header('cookie') ?? '');
    const answer = await finishCompanySignIn({ auth, db: database.db }, c.req.query(), headers);
    setCookies(c, answer.headers.getSetCookie());
    // The library says where to go next; we only accept a path on this server.
    const target = new URL(answer.headers.get('location') ?? '/', config.publicUrl);
    return c.redirect(
      target.origin === config.publicUrl ? safeNext(target.pathname + target.search, config.publicUrl) : '/',
    );
  });
  return app;
}
