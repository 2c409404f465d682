/** /sign-in: by password, passkey, the company's own sign-in, or a link by mail. */
import { type Context, Hono } from 'hono';
import { z } from '#lib/records/zod.ts';
import { startCompanySignIn } from '#server/auth/company-flow.ts';
import { canHavePasskeys, passkeyRequest, signInWithPasskey } from '#server/auth/passkeys.ts';
import { AccountProblem, signIn } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { companyMessage, doneMessage, messagesFor } from '#server/words/choose-language.ts';
import { email } from '../fields.ts';
import { rememberBrowser } from '../known-browser.ts';
import { letPasskeyScriptIn } from '../passkey-form.ts';
import { tooManyPage } from '../refusals.ts';
import {
  browserHeaders,
  isOwnForm,
  parseForm,
  readForm,
  readSession,
  safeNext,
  setCookies,
  signInPath,
} from '../session.ts';
import { mayStart } from '../start/routes.ts';
import { tryPassword } from './tries.ts';
import { passkeyPage, signInPage } from './view.ts';

const COMPANY_CODE = /^[a-z_]{1,60}$/;

export function signInPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database } = context;
  const people = { auth, db: database.db };
  const app = new Hono<AppEnv>();

  async function page(
    c: Context<AppEnv>,
    input: { next: string; address?: string; problem?: string; done?: string },
  ) {
    const body = signInPage({
      w: messagesFor(c),
      canStart: await mayStart(context),
      passkeys: canHavePasskeys(config.publicUrl),
      company: config.company?.name,
      mail: config.mail !== undefined,
      ...input,
    });
    return c.html(body, input.problem === undefined ? 200 : 400);
  }

  app.get('/sign-in', async c => {
    const w = messagesFor(c);
    const next = safeNext(c.req.query('next'), config.publicUrl);
    if (await readSession(c, context)) return c.redirect(next);
    const code = c.req.query('error');
    if (code !== undefined && COMPANY_CODE.test(code)) {
      return page(c, { next, problem: companyMessage(w, code) });
    }
    const done = doneMessage(w, c.req.query('done'));
    return page(c, { next, ...(done === undefined ? {} : { done }) });
  });

  app.post('/sign-in', async c => {
    const w = messagesFor(c);
    const form = await readForm(c);
    const next = safeNext(form.get('next'), config.publicUrl);
    const address = shortened(form.get('email') ?? '');
    const tried = await tryPassword(c, context, address);
    if (tried.wait > 0) return tooManyPage(c, tried.wait);
    // One answer for an unknown address and a wrong password.
    const noMatch = { next, address, problem: w.problems['no-match'] };
    const parsed = parseForm(form, z.object({ email, password: z.string().min(1).max(1000) }));
    if (!parsed.ok) return page(c, noMatch);
    try {
      const { cookies, userId, sessionId } = await signIn(people, parsed.value, browserHeaders(c));
      tried.wasRight();
      await rememberBrowser(c, context, { email: parsed.value.email, userId, sessionId });
      setCookies(c, cookies);
      return c.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      return page(c, noMatch);
    }
  });

  app.post('/sign-in/passkey', async c => {
    const w = messagesFor(c);
    const form = await readForm(c);
    const next = safeNext(form.get('next'), config.publicUrl);
    // A door of its own: wrong passwords from the same address keep nobody with a passkey out.
    const wait = takeByAddress(c, context, 'passkey');
    if (wait > 0) return tooManyPage(c, wait);
    if (!canHavePasskeys(config.publicUrl)) return c.redirect(signInPath(next), 303);
    const credential = form.get('credential');
    if (credential !== null && credential !== '') {
      try {
        const headers = browserHeaders(c);
        headers.set('cookie', c.req.header('cookie') ?? '');
        setCookies(c, (await signInWithPasskey(people, credential, headers)).cookies);
        return c.redirect(next, 303);
      } catch (error) {
        if (!(error instanceof AccountProblem)) throw error;
        return page(c, { next, problem: w.problems.passkey });
      }
    }
    const { options, cookies } = await passkeyRequest(people);
    setCookies(c, cookies);
    letPasskeyScriptIn(c);
    return c.html(passkeyPage(w, options, next));
  });

  app.get('/sign-in/company', async c => {
    const next = safeNext(c.req.query('next'), config.publicUrl);
    const wait = takeByAddress(c, context, 'signIn');
    if (wait > 0) return tooManyPage(c, wait);
    if (!config.company) return c.redirect(signInPath(next));
    try {
      const { url, cookies } = await startCompanySignIn(people, next);
      setCookies(c, cookies);
      return c.redirect(url);
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      return page(c, { next, problem: messagesFor(c).companyProblem });
    }
  });

  app.post('/sign-out', async c => {
    const session = await readSession(c, context);
    const form = await readForm(c);
    if (session && isOwnForm(form, session)) {
      const { headers } = await auth.api.signOut({ headers: session.headers, returnHeaders: true });
      setCookies(c, headers.getSetCookie());
    }
    return c.redirect(safeNext(form.get('next') ?? '/sign-in', config.publicUrl), 303);
  });
  return app;
}

/**
 * An address as it is counted. A copy: a slice would keep the whole field, which may be long, in memory for as long as the
 * count lives.
 */
function shortened(address: string): string {
  return Buffer.from(address.trim().toLowerCase().slice(0, 200)).toString();
}
