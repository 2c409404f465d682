/** Finds out who is visiting a workspace's page, and handles the forms of these pages in one common way. */
import type { Context, Hono } from 'hono';
import type { z } from '#lib/records/zod.ts';
import { AccountProblem } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';
import { membershipsOf } from '#server/store/members.ts';
import {
  type DoneKey,
  doneAddress,
  messagesFor,
  type ProblemKey,
  problemKey,
  type Words,
} from '#server/words/choose-language.ts';
import { messagePage } from './layout.ts';
import { isOwnForm, type PageSession, parseForm, readForm, readSession, signInPath } from './session.ts';

/** The person at the page, as a member of this workspace. */
export interface Visit {
  w: Words;
  session: PageSession;
  workspaceId: string;
  workspaceName: string;
  memberId: string;
  isOwner: boolean;
}

/** The notices at the top of a page. */
export interface Notices {
  done?: string | undefined;
  problem?: string;
}

/** The visitor, or the answer for everybody else. A workspace of others looks like one that does not exist. */
export async function enter(c: Context<AppEnv>, context: ServerContext): Promise<Visit | Response> {
  const w = messagesFor(c);
  const session = await readSession(c, context);
  const workspaceId = c.req.param('workspace') ?? '';
  if (!session) return c.redirect(signInPath(`/team/${encodeURIComponent(workspaceId)}`), 303);
  const memberships = await membershipsOf(context.database.db, session.userId);
  const membership = memberships.find(one => one.workspaceId === workspaceId);
  if (!membership) return c.html(messagePage(w, w.notForYou, session), 404);
  const { memberId, workspaceName, roles } = membership;
  return { w, session, workspaceId, workspaceName, memberId, isOwner: roles.includes('owner') };
}

/** The visitor, if they own the workspace. */
export async function enterAsOwner(c: Context<AppEnv>, context: ServerContext): Promise<Visit | Response> {
  const visit = await enter(c, context);
  if (visit instanceof Response || visit.isOwner) return visit;
  return c.html(messagePage(visit.w, visit.w.ownersOnly, visit.session), 403);
}

export interface FormOptions<S extends z.ZodType> {
  /** Below /team/<workspace>/. */
  path: string;
  schema: S;
  /** Fields that can occur several times. */
  lists?: readonly string[];
  /** Open to every member, for their own things. Otherwise only owners may send it. */
  anybody?: boolean;
  /** Makes the change. Returns what was done, why it was not possible, or another answer. */
  change(
    visit: Visit,
    value: z.infer<S>,
    c: Context<AppEnv>,
  ): Promise<DoneKey | { problem: ProblemKey } | Response>;
}

/** Registers the forms of one page. `home` is the page's path below the workspace; `show` shows it with a problem. */
export function formsOf(
  app: Hono<AppEnv>,
  context: ServerContext,
  page: {
    home: string;
    show(c: Context<AppEnv>, visit: Visit, notices: Notices): Response | Promise<Response>;
  },
): <S extends z.ZodType>(options: FormOptions<S>) => void {
  return ({ path, schema, lists = [], anybody = false, change }) => {
    app.post(`/:workspace/${path}`, async c => {
      const visit = await enter(c, context);
      if (visit instanceof Response) return visit;
      const { w, session } = visit;
      const refuse = (problem: ProblemKey) => page.show(c, visit, { problem: w.problems[problem] });
      const form = await readForm(c);
      if (!isOwnForm(form, session)) return refuse('stale');
      if (!anybody && !visit.isOwner) return c.html(messagePage(w, w.ownersOnly, session), 403);
      const parsed = parseForm(form, schema, lists);
      if (!parsed.ok) return refuse(parsed.problem);
      try {
        const done = await change(visit, parsed.value, c);
        if (done instanceof Response) return done;
        if (typeof done !== 'string') return await refuse(done.problem);
        const home = `/team/${visit.workspaceId}${page.home}`;
        return c.redirect(doneAddress(home, done), 303);
      } catch (error) {
        if (!(error instanceof AccountProblem)) throw error;
        return refuse(problemKey(error.code));
      }
    });
  };
}
