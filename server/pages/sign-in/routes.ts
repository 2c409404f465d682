/** /sign-in: by password, passkey, the company's own sign-in, or a link by mail. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { z } from '#lib/records/zod.ts';
import { startCompanySignIn } from '#server/auth/company-flow.ts';
import { canHavePasskeys, passkeyRequest, signInWithPasskey } from '#server/auth/passkeys.ts';
import { AccountProblem, signIn } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { doneWords, problemWords, type Words, wordsOf } from '#server/words/words.ts';
import { email } from '../fields.ts';
import { field, goodNote, type Html, layout, problemNote } from '../layout.ts';
import { letPasskeyScriptIn, passkeyForm } from '../passkey-form.ts';
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

const COMPANY_CODE = /^[a-z_]{1,60}$/;

export function signInPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, limiter } = context;
  const people = { auth, db: database.db };
  const app = new Hono<AppEnv>();

  async function page(
    c: Context<AppEnv>,
    input: { next: string; address?: string; problem?: string; done?: string },
  ) {
    const body = signInPage({
      w: wordsOf(c),
      canStart: await mayStart(context),
      passkeys: canHavePasskeys(config.publicUrl),
      company: config.company?.name,
      mail: config.mail !== undefined,
      ...input,
    });
    return c.html(body, input.problem === undefined ? 200 : 400);
  }

  app.get('/sign-in', async c => {
    const w = wordsOf(c);
    const next = safeNext(c.req.query('next'), config.publicUrl);
    if (await readSession(c, context)) return c.redirect(next);
    const code = c.req.query('error');
    if (code !== undefined && COMPANY_CODE.test(code)) {
      const text = Object.hasOwn(w.companyProblems, code) ? w.companyProblems[code] : undefined;
      return page(c, { next, problem: text ?? w.companyProblem });
    }
    const done = doneWords(w, c.req.query('done'));
    return page(c, { next, ...(done === undefined ? {} : { done }) });
  });

  app.post('/sign-in', async c => {
    const w = wordsOf(c);
    const form = await readForm(c);
    const next = safeNext(form.get('next'), config.publicUrl);
    const address = form.get('email')?.trim().toLowerCase().slice(0, 200) ?? '';
    const wait = Math.max(takeByAddress(c, context, 'signIn'), limiter.take('signInAccount', address));
    if (wait > 0) return tooManyPage(c, wait);
    // One answer for an unknown address and a wrong password.
    const noMatch = { next, address, problem: problemWords(w, 'no-match') };
    const parsed = parseForm(form, z.object({ email, password: z.string().min(1).max(1000) }));
    if (!parsed.ok) return page(c, noMatch);
    try {
      const { cookies } = await signIn(people, parsed.value, browserHeaders(c));
      setCookies(c, cookies);
      return c.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      return page(c, noMatch);
    }
  });

  app.post('/sign-in/passkey', async c => {
    const w = wordsOf(c);
    const form = await readForm(c);
    const next = safeNext(form.get('next'), config.publicUrl);
    const wait = takeByAddress(c, context, 'signIn');
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
        return page(c, { next, problem: problemWords(w, 'passkey') });
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
      return page(c, { next, problem: wordsOf(c).companyProblem });
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

interface SignInInput {
  w: Words;
  next: string;
  canStart: boolean;
  passkeys: boolean;
  /** What the button for it calls the company; undefined without one. */
  company: string | undefined;
  mail: boolean;
  address?: string;
  problem?: string;
  done?: string;
}

function signInPage(input: SignInInput): Html {
  const { w, next, address } = input;
  const query = next === '/' ? '' : `?${new URLSearchParams({ next })}`;
  return layout({
    w,
    title: w.enter.title,
    body: html`<section class="card">
      <h1>${w.enter.title}</h1>
      ${goodNote(input.done)}
      ${problemNote(input.problem)}
      <form class="stack" method="post" action="/sign-in">
        <input type="hidden" name="next" value="${next}">
        ${field({
          name: 'email',
          label: w.fields.email,
          type: 'email',
          value: address,
          autocomplete: 'username',
          autofocus: address === undefined,
        })}
        ${field({
          name: 'password',
          label: w.fields.password,
          type: 'password',
          autocomplete: 'current-password',
          maxlength: 1000,
          autofocus: address !== undefined,
        })}
        <div><button class="button primary">${w.signIn}</button></div>
      </form>
      ${otherWays(input, query)}
      <p class="hint">${
        input.canStart ? html`${w.enter.newHere} <a href="/start">${w.start.title}</a>` : w.enter.invited
      }</p>
      ${input.mail || input.company !== undefined ? '' : html`<p class="hint">${w.enter.forgot}</p>`}
    </section>`,
  });
}

function otherWays({ w, next, passkeys, company, mail }: SignInInput, query: string): Html | '' {
  if (!passkeys && company === undefined && !mail) return '';
  return html`<section class="stack ways" aria-label="${w.enter.otherWays}">
    ${company === undefined ? '' : html`<a class="button" href="/sign-in/company${query}">${w.enter.company(company)}</a>`}
    ${
      passkeys
        ? html`<form method="post" action="/sign-in/passkey">
            <input type="hidden" name="next" value="${next}">
            <button class="button">${w.enter.passkey}</button>
          </form>`
        : ''
    }
    ${mail ? html`<a class="button" href="/sign-in/mail">${w.enter.mail}</a>` : ''}
  </section>`;
}

function passkeyPage(w: Words, options: unknown, next: string): Html {
  return layout({
    w,
    title: w.enter.passkeyTitle,
    script: '/assets/passkey.js',
    body: html`<section class="card">
      <h1>${w.enter.passkeyTitle}</h1>
      <p class="lead">${w.enter.passkeyText}</p>
      ${passkeyForm({
        w,
        kind: 'get',
        action: '/sign-in/passkey',
        options,
        button: w.enter.passkeyButton,
        hidden: html`<input type="hidden" name="next" value="${next}">`,
      })}
      <p class="hint"><a href="${signInPath(next)}">${w.enter.back}</a></p>
    </section>`,
  });
}
