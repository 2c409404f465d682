/** Links that work once: /sign-in/mail sends one by mail, /link/… signs in, /password/… sets a new password. */
import { Hono } from 'hono';
import { z } from '#lib/records/zod.ts';
import { makePasswordLink, makeSignInLink, openPasswordLink, openSignInLink } from '#server/auth/links.ts';
import { AccountProblem } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { describeError } from '#server/http/log.ts';
import { doneAddress, messagesFor, type Words } from '#server/words/choose-language.ts';
import { email, newPassword, problem } from '../fields.ts';
import { messagePage } from '../layout.ts';
import { tooManyPage } from '../refusals.ts';
import { browserHeaders, parseForm, readForm, setCookies } from '../session.ts';
import { gone, mailPage, openPage, passwordPage } from './view.ts';

const mailForm = z.object({ email, kind: z.enum(['sign-in', 'password'], problem('unknown')) });
/** The form of the secret part of a link that the library makes. */
const TOKEN = /^[A-Za-z0-9_-]{16,64}$/;

export function linkPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, limiter, log, mailer } = context;
  const people = { auth, db: database.db };
  const app = new Hono<AppEnv>();

  app.get('/sign-in/mail', c => {
    const w = messagesFor(c);
    return mailer ? c.html(mailPage(w)) : c.html(messagePage(w, w.notFound), 404);
  });

  app.post('/sign-in/mail', async c => {
    const w = messagesFor(c);
    if (!mailer) return c.html(messagePage(w, w.notFound), 404);
    const form = await readForm(c);
    const parsed = parseForm(form, mailForm);
    if (!parsed.ok) return c.html(mailPage(w, w.problems[parsed.problem]), 400);
    const { email: address, kind } = parsed.value;
    const wait = Math.max(takeByAddress(c, context, 'signIn'), limiter.take('mail', address));
    if (wait > 0) return tooManyPage(c, wait);
    // Do not wait for it: the time of the answer must not reveal whether the account exists.
    void sendLink(w, address, kind).catch(error =>
      log({ level: 'error', event: 'mail', ...describeError(error) }),
    );
    return c.html(messagePage(w, { title: w.mailLink.sent, text: w.mailLink.sentText }));
  });

  async function sendLink(w: Words, to: string, kind: 'sign-in' | 'password'): Promise<void> {
    const make = kind === 'sign-in' ? makeSignInLink : makePasswordLink;
    const token = await make(people, to);
    if (token === undefined) return;
    const link = `${config.publicUrl}/${kind === 'sign-in' ? 'link' : 'password'}/${token}`;
    await mailer?.send(
      kind === 'sign-in'
        ? { to, subject: w.mails.signInSubject, text: w.mails.signIn(link) }
        : { to, subject: w.mails.passwordSubject, text: w.mails.password(link) },
    );
  }

  // Opening the link must not use it up, because mail programs open links before people do.
  app.get('/link/:token', c => {
    const w = messagesFor(c);
    const { token } = c.req.param();
    return TOKEN.test(token) ? c.html(openPage(w, token)) : c.html(gone(w), 404);
  });

  app.post('/link/:token', async c => {
    const w = messagesFor(c);
    const wait = takeByAddress(c, context, 'signIn');
    if (wait > 0) return tooManyPage(c, wait);
    const { token } = c.req.param();
    if (!TOKEN.test(token)) return c.html(gone(w), 404);
    try {
      setCookies(c, (await openSignInLink(people, token, browserHeaders(c))).cookies);
      return c.redirect('/', 303);
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      return c.html(gone(w), 404);
    }
  });

  app.get('/password/:token', c => {
    const w = messagesFor(c);
    const { token } = c.req.param();
    return TOKEN.test(token) ? c.html(passwordPage(w, token)) : c.html(gone(w), 404);
  });

  app.post('/password/:token', async c => {
    const w = messagesFor(c);
    const wait = takeByAddress(c, context, 'signIn');
    if (wait > 0) return tooManyPage(c, wait);
    const { token } = c.req.param();
    const parsed = parseForm(await readForm(c), z.object({ password: newPassword }));
    if (!TOKEN.test(token)) return c.html(gone(w), 404);
    if (!parsed.ok) return c.html(passwordPage(w, token, w.problems[parsed.problem]), 400);
    try {
      await openPasswordLink(people, token, parsed.value.password);
      return c.redirect(doneAddress('/sign-in', 'password-set'), 303);
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      return c.html(gone(w), 404);
    }
  });
  return app;
}
