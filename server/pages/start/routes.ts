/** `/` sends visitors where they belong; /start starts a workspace. */
import { Hono } from 'hono';
import { z } from '#lib/records/zod.ts';
import { joinByDomain } from '#server/auth/company.ts';
import { AccountProblem, foundWorkspace, markEmailVerified, signUp } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { takeByAddress } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { membershipsOf } from '#server/store/members.ts';
import { EVERYONE } from '#server/store/schema.ts';
import { doneAddress, messagesFor, problemKey } from '#server/words/choose-language.ts';
import { email, newPassword, personName, workspaceNameField } from '../fields.ts';
import { messagePage } from '../layout.ts';
import { tooManyPage } from '../refusals.ts';
import {
  browserHeaders,
  isOwnForm,
  parseForm,
  readForm,
  readSession,
  safeNext,
  setCookies,
} from '../session.ts';
import { startClosed, startPage } from './view.ts';

/** The first person may start a workspace; others only if whoever runs the server allows it. */
export async function mayStart({ config, database }: ServerContext): Promise<boolean> {
  if (config.openWorkspaces) return true;
  const { db } = database;
  return (await db.selectFrom('organization').select('id').limit(1).executeTakeFirst()) === undefined;
}

export function startPages(context: ServerContext): Hono<AppEnv> {
  const { auth, config, database, hub } = context;
  const { db } = database;
  const people = { auth, db };
  const app = new Hono<AppEnv>();

  app.get('/', async c => {
    const w = messagesFor(c);
    const session = await readSession(c, context);
    const canStart = await mayStart(context);
    if (!session) return c.redirect(canStart && !config.openWorkspaces ? '/start' : '/sign-in');
    const [first] = await membershipsOf(db, session.userId);
    if (first) return c.redirect(`/team/${first.workspaceId}`);
    if (canStart) return c.redirect('/start');
    const joined = config.company && (await joinByDomain(people, config.company, session));
    if (joined !== undefined) {
      hub.notify(joined, new Set([EVERYONE]));
      return c.redirect(doneAddress(`/team/${joined}`, 'joined'));
    }
    return c.html(messagePage(w, w.nowhere, session));
  });

  app.get('/start', async c => {
    const session = await readSession(c, context);
    if (!(await mayStart(context))) return c.html(startClosed(messagesFor(c)), 403);
    const next = safeNext(c.req.query('next'), config.publicUrl);
    return c.html(startPage({ w: messagesFor(c), person: session, next }));
  });

  app.post('/start', async c => {
    const w = messagesFor(c);
    const session = await readSession(c, context);
    if (!(await mayStart(context))) return c.html(startClosed(w), 403);
    const form = await readForm(c);
    const next = safeNext(form.get('next'), config.publicUrl);
    const onward = (workspaceId: string) => c.redirect(next === '/' ? `/team/${workspaceId}` : next, 303);
    if (session) {
      const parsed = parseForm(form, z.object({ workspace: workspaceNameField }));
      if (!isOwnForm(form, session)) return c.redirect('/start', 303);
      if (!parsed.ok)
        return c.html(startPage({ w, person: session, form, next, problem: parsed.problem }), 400);
      const workspaceId = await foundWorkspace(people, session.userId, parsed.value.workspace);
      return onward(workspaceId);
    }
    const wait = takeByAddress(c, context, 'signUp');
    if (wait > 0) return tooManyPage(c, wait);
    const parsed = parseForm(
      form,
      z.object({ workspace: workspaceNameField, name: personName, email, password: newPassword }),
    );
    if (!parsed.ok) return c.html(startPage({ w, form, next, problem: parsed.problem }), 400);
    const { workspace, ...account } = parsed.value;
    try {
      const { userId, cookies } = await signUp(people, account, browserHeaders(c));
      // The first person is whoever runs the server.
      if (!config.openWorkspaces) await markEmailVerified(people, userId);
      const workspaceId = await foundWorkspace(people, userId, workspace);
      setCookies(c, cookies);
      return onward(workspaceId);
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      return c.html(startPage({ w, form, next, problem: problemKey(error.code) }), 400);
    }
  });
  return app;
}
