/** Start a workspace, sign in, sign out. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from '#lib/records/zod.ts';
import { AccountProblem, foundWorkspace, signIn, signUp } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { membershipsOf } from '#server/store/members.ts';
import { email, newPassword, personName, workspaceNameField } from './fields.ts';
import { field, formToken, type Html, layout, messagePage, problemNote } from './layout.ts';
import { isOwnForm, parseForm, readForm, readSession, safeNext, setCookies } from './session.ts';
import { tooManyPage, wordsFor } from './words.ts';

export function accountPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, limiter } = context;
  const { db } = database;
  const people = { auth, db };
  const app = new Hono<AppEnv>();

  /** A workspace can be started by the first person, or by anybody where the owner of the server says so. */
  async function mayStart(): Promise<boolean> {
    if (config.openWorkspaces) return true;
    return (await db.selectFrom('organization').select('id').limit(1).executeTakeFirst()) === undefined;
  }

  app.get('/', async c => {
    const session = await readSession(c, context);
    if (session) {
      const [first] = await membershipsOf(db, session.userId);
      if (first) return c.redirect(`/team/${first.workspaceId}`);
      if (await mayStart()) return c.redirect('/start');
      const text = 'Ask an owner of your team for an invitation link, and open it in this browser.';
      return c.html(messagePage('You are in no workspace yet', text, session));
    }
    return c.redirect((await mayStart()) && !config.openWorkspaces ? '/start' : '/sign-in');
  });

  app.get('/start', async c => {
    const session = await readSession(c, context);
    if (!(await mayStart())) return c.html(startClosed(), 403);
    return c.html(startPage({ person: session }));
  });

  app.post('/start', async c => {
    const session = await readSession(c, context);
    if (!(await mayStart())) return c.html(startClosed(), 403);
    const form = await readForm(c);
    if (session) {
      const parsed = parseForm(form, z.object({ workspace: workspaceNameField }));
      if (!isOwnForm(form, session)) return c.redirect('/start', 303);
      if (!parsed.ok) return c.html(startPage({ person: session, form, problem: parsed.message }), 400);
      const workspaceId = await foundWorkspace(people, session.userId, parsed.value.workspace);
      return c.redirect(`/team/${workspaceId}`, 303);
    }
    const wait = takeByAddress(c, context, 'signUp');
    if (wait > 0) return tooManyPage(c, wait);
    const parsed = parseForm(
      form,
      z.object({ workspace: workspaceNameField, name: personName, email, password: newPassword }),
    );
    if (!parsed.ok) return c.html(startPage({ form, problem: parsed.message }), 400);
    const { workspace, ...account } = parsed.value;
    try {
      const { userId, cookies } = await signUp(people, account);
      const workspaceId = await foundWorkspace(people, userId, workspace);
      setCookies(c, cookies);
      return c.redirect(`/team/${workspaceId}`, 303);
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      return c.html(startPage({ form, problem: wordsFor(error) }), 400);
    }
  });

  app.get('/sign-in', async c => {
    const next = safeNext(c.req.query('next'), config.publicUrl);
    if (await readSession(c, context)) return c.redirect(next);
    return c.html(signInPage({ next, canStart: await mayStart() }));
  });

  app.post('/sign-in', async c => {
    const form = await readForm(c);
    const next = safeNext(form.get('next'), config.publicUrl);
    const address = form.get('email')?.trim().toLowerCase().slice(0, 200) ?? '';
    const wait = Math.max(takeByAddress(c, context, 'signIn'), limiter.take('signInAccount', address));
    if (wait > 0) return tooManyPage(c, wait);
    const canStart = await mayStart();
    const parsed = parseForm(form, z.object({ email, password: z.string().min(1).max(1000) }));
    if (!parsed.ok) return c.html(signInPage({ next, canStart, address, problem: NO_MATCH }), 400);
    try {
      const { cookies } = await signIn(people, parsed.value);
      setCookies(c, cookies);
      return c.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      // One answer for an unknown address and a wrong password.
      return c.html(signInPage({ next, canStart, address, problem: NO_MATCH }), 400);
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

const NO_MATCH = 'This address and password do not fit together.';

interface StartInput {
  person?: Parameters<typeof layout>[0]['person'];
  form?: URLSearchParams;
  problem?: string;
}

function startPage({ person, form, problem }: StartInput): Html {
  const value = (name: string) => form?.get(name) ?? undefined;
  const account = html`
    ${field({ name: 'name', label: 'Your name', value: value('name'), autocomplete: 'name', maxlength: 80 })}
    ${field({ name: 'email', label: 'Your e-mail', type: 'email', value: value('email'), autocomplete: 'username' })}
    ${field({
      name: 'password',
      label: 'A password',
      type: 'password',
      autocomplete: 'new-password',
      minlength: 10,
      maxlength: 128,
      hint: 'At least 10 characters. Three or four words that only you would put together do well.',
    })}`;
  return layout({
    title: 'Start a workspace',
    person,
    body: html`<section class="card">
      <h1>Start a workspace</h1>
      <p class="lead">A workspace is one team: its people, who coaches whom, and their notes. You will be its owner.</p>
      ${problemNote(problem)}
      <form class="stack" method="post" action="/start">
        ${person ? formToken(person) : ''}
        ${field({
          name: 'workspace',
          label: 'Name of the workspace',
          value: value('workspace'),
          hint: 'What your team calls itself, “North Sales” for example.',
          maxlength: 80,
          autofocus: true,
        })}
        ${person ? '' : account}
        <div><button class="button primary">Start the workspace</button></div>
      </form>
      ${person ? '' : html`<p class="hint">Have an account already? <a href="/sign-in">Sign in</a></p>`}
    </section>`,
  });
}

function startClosed(): Html {
  return messagePage(
    'This server has its workspace',
    'New people join with an invitation link from an owner.',
    undefined,
    html`<p><a href="/sign-in">Sign in</a></p>`,
  );
}

function signInPage(input: { next: string; canStart: boolean; address?: string; problem?: string }): Html {
  return layout({
    title: 'Sign in',
    body: html`<section class="card">
      <h1>Sign in</h1>
      ${problemNote(input.problem)}
      <form class="stack" method="post" action="/sign-in">
        <input type="hidden" name="next" value="${input.next}">
        ${field({
          name: 'email',
          label: 'E-mail',
          type: 'email',
          value: input.address,
          autocomplete: 'username',
          autofocus: input.address === undefined,
        })}
        ${field({
          name: 'password',
          label: 'Password',
          type: 'password',
          autocomplete: 'current-password',
          maxlength: 1000,
          autofocus: input.address !== undefined,
        })}
        <div><button class="button primary">Sign in</button></div>
      </form>
      <p class="hint">${
        input.canStart
          ? html`New here? <a href="/start">Start a workspace</a>`
          : 'New here? Open the invitation link that an owner of your team sent you.'
      }</p>
    </section>`,
  });
}
