/** /account: one's name, ways to sign in, and signed-in browsers and extensions. */
import { type Context, Hono } from 'hono';
import { z } from '#lib/records/zod.ts';
import { forgetBrowsers } from '#server/auth/known-browsers.ts';
import { addPasskey, canHavePasskeys, newPasskeyRequest, removePasskey } from '#server/auth/passkeys.ts';
import { AccountProblem, asProblem } from '#server/auth/people.ts';
import { endSession, endSessions, listSessions } from '#server/auth/sessions.ts';
import type { ServerContext } from '#server/context.ts';
import { takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { listDevices } from '#server/store/devices.ts';
import { membershipsOf } from '#server/store/members.ts';
import { EVERYONE } from '#server/store/schema.ts';
import {
  type DoneKey,
  doneAddress,
  doneMessage,
  messagesFor,
  type ProblemKey,
  problemKey,
} from '#server/words/choose-language.ts';
import { idField, newPassword, personName, problem } from '../fields.ts';
import { letPasskeyScriptIn } from '../passkey-form.ts';
import { tooManyPage } from '../refusals.ts';
import {
  isOwnForm,
  type PageSession,
  parseForm,
  readForm,
  readSession,
  setCookies,
  signInPath,
} from '../session.ts';
import { accountPage, newPasskeyPage } from './view.ts';

export function accountPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, hub, limiter, now } = context;
  const { db } = database;
  const people = { auth, db };
  const app = new Hono<AppEnv>();

  app.get('/', async c => {
    const session = await readSession(c, context);
    if (!session) return c.redirect(signInPath('/account'));
    return show(c, session, { done: doneMessage(messagesFor(c), c.req.query('done')) });
  });

  async function show(
    c: Context<AppEnv>,
    session: PageSession,
    notices: { done?: string | undefined; problem?: string },
  ): Promise<Response> {
    const memberships = await membershipsOf(db, session.userId);
    const devices = [];
    for (const { workspaceId, workspaceName, memberId } of memberships) {
      for (const device of await listDevices(db, workspaceId, memberId))
        devices.push({ device, workspaceName });
    }
    const body = accountPage({
      w: messagesFor(c),
      session,
      memberships,
      hasPassword: await hasPassword(session.userId),
      canHavePasskeys: canHavePasskeys(config.publicUrl),
      passkeys: await passkeysOf(session.userId),
      sessions: await listSessions(db, session.userId, now()),
      devices,
      publicUrl: config.publicUrl,
      ...notices,
    });
    return c.html(body, notices.problem === undefined ? 200 : 400);
  }

  async function hasPassword(userId: string): Promise<boolean> {
    const row = await db
      .selectFrom('account')
      .select('id')
      .where('userId', '=', userId)
      .where('providerId', '=', 'credential')
      .where('password', 'is not', null)
      .executeTakeFirst();
    return row !== undefined;
  }

  function passkeysOf(userId: string) {
    return db
      .selectFrom('passkey')
      .select(['id', 'name', 'createdAt'])
      .where('userId', '=', userId)
      .execute();
  }

  /** Registers a form of this page. `change` makes the change and returns what was done, or the problem to show. */
  function action<S extends z.ZodType>(
    path: string,
    schema: S,
    change: (
      session: PageSession,
      value: z.infer<S>,
      c: Context<AppEnv>,
    ) => Promise<DoneKey | { problem: ProblemKey } | Response>,
  ): void {
    app.post(`/${path}`, async c => {
      const w = messagesFor(c);
      const session = await readSession(c, context);
      if (!session) return c.redirect(signInPath('/account'), 303);
      const form = await readForm(c);
      const refuse = (key: ProblemKey) => show(c, session, { problem: w.problems[key] });
      if (!isOwnForm(form, session)) return refuse('stale');
      const parsed = parseForm(form, schema);
      if (!parsed.ok) return refuse(parsed.problem);
      try {
        const done = await change(session, parsed.value, c);
        if (done instanceof Response) return done;
        if (typeof done !== 'string') return await refuse(done.problem);
        return c.redirect(doneAddress('/account', done), 303);
      } catch (error) {
        if (!(error instanceof AccountProblem)) throw error;
        return refuse(problemKey(error.code));
      }
    });
  }

  action('name', z.object({ name: personName }), async (session, { name }) => {
    await asProblem(() => auth.api.updateUser({ body: { name }, headers: session.headers }));
    for (const { workspaceId } of await membershipsOf(db, session.userId)) {
      hub.notify(workspaceId, new Set([EVERYONE]));
    }
    return 'name';
  });

  const passwordForm = z.object({
    current: z.string().min(1, problem('password')).max(1000),
    password: newPassword,
  });
  action('password', passwordForm, async (session, { current, password }, c) => {
    // Somebody at an unlocked computer must not be able to try out passwords here either.
    // What strangers try at the sign-in page does not count here.
    const wait = limiter.take('signInKnown', session.userId);
    if (wait > 0) return tooManyPage(c, wait);
    const { headers } = await asProblem(() =>
      auth.api.changePassword({
        body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
        headers: session.headers,
        returnHeaders: true,
      }),
    );
    // This one will be known again with its next page.
    await forgetBrowsers(db, session.userId);
    setCookies(c, headers.getSetCookie());
    return 'password';
  });

  action('passkeys/new', z.object({}), async (session, _value, c) => {
    const wait = takeByAddress(c, context, 'signIn');
    if (wait > 0) return tooManyPage(c, wait);
    const { options, cookies } = await newPasskeyRequest(people, session.headers);
    setCookies(c, cookies);
    letPasskeyScriptIn(c);
    return c.html(newPasskeyPage(messagesFor(c), session, options));
  });

  const passkeyForm = z.object({ credential: z.string().min(1, problem('passkey')) });
  action('passkeys', passkeyForm, async (session, { credential }, c) => {
    await addPasskey(people, credential, c.req.header('user-agent') ?? '', session.headers);
    return 'passkey-added';
  });

  action('passkeys/remove', z.object({ passkey: idField }), async (session, { passkey }) => {
    const others = (await passkeysOf(session.userId)).filter(one => one.id !== passkey);
    const company = await db
      .selectFrom('account')
      .select('id')
      .where('userId', '=', session.userId)
      .where('providerId', '!=', 'credential')
      .executeTakeFirst();
    if (others.length === 0 && !company && !(await hasPassword(session.userId))) {
      return { problem: 'last-way-in' };
    }
    await removePasskey(people, passkey, session.headers);
    return 'passkey-removed';
  });

  action('sessions/end', z.object({ session: idField }), async (session, { session: id }) => {
    if (!(await endSession(db, session.userId, id))) return { problem: 'signed-out-already' };
    return 'session-ended';
  });

  action('sessions/end-others', z.object({}), async session => {
    await endSessions(db, session.userId, session.id);
    return 'others-ended';
  });
  return app;
}
