/** /team/<workspace>/data: one's own data to take along; for owners storage, retention and erasure. */
import { type Context, Hono } from 'hono';
import { z } from '#lib/records/zod.ts';
import type { ServerContext } from '#server/context.ts';
import { erasePerson } from '#server/exchange/erasure/erase.ts';
import { eraseAltogether } from '#server/exchange/erasure/erase-account.ts';
import { cutoffOf, recordsPast, retentionOf, setRetention } from '#server/exchange/erasure/retention.ts';
import { answerOwnData, ownDataForms } from '#server/exchange/own-data/formats.ts';
import { MAX_MONTHS } from '#server/exchange/protocol.ts';
import type { AppEnv } from '#server/http/env.ts';
import { listFormerMembers } from '#server/store/former-members.ts';
import { listMembers } from '#server/store/members.ts';
import { EVERYONE } from '#server/store/schema.ts';
import { settle } from '#server/sync/due-assignments.ts';
import { doneMessage } from '#server/words/choose-language.ts';
import { idField, problem } from '../fields.ts';
import { tooManyPage } from '../refusals.ts';
import { enter, formsOf, type Notices, type Visit } from '../visit.ts';
import { dataPage, type Storage } from './view.ts';

const months = z
  .string(problem('months'))
  .trim()
  .transform(text => (text === '' ? null : Number(text)))
  .refine(
    value => value === null || (Number.isInteger(value) && value >= 1 && value <= MAX_MONTHS),
    problem('months'),
  );
const retentionForm = z.object({ months, step: z.enum(['preview', 'set']).default('preview') });
const eraseForm = z.object({
  member: idField,
  which: z.enum(['person', 'by', 'about', 'both'], problem('unknown')),
  confirm: z.string(problem('name-differs')),
});

export function dataPages(context: ServerContext): Hono<AppEnv> {
  const { auth, database, hub, limiter, now } = context;
  const { db } = database;
  const app = new Hono<AppEnv>();

  app.get('/:workspace/data', async c => {
    const visit = await enter(c, context);
    if (visit instanceof Response) return visit;
    return show(c, visit, { done: doneMessage(visit.w, c.req.query('done')) });
  });

  async function show(c: Context<AppEnv>, visit: Visit, notices: Notices): Promise<Response> {
    const { workspaceId, isOwner } = visit;
    const body = dataPage({
      ...visit,
      ...notices,
      owned: isOwner
        ? {
            storage: await storageOf(workspaceId),
            months: await retentionOf(db, workspaceId),
            people: await peopleOf(visit),
          }
        : undefined,
    });
    return c.html(body, notices.problem === undefined ? 200 : 400);
  }

  async function storageOf(workspaceId: string): Promise<Storage> {
    const row = await db
      .selectFrom('records')
      .select(eb => [
        eb.fn.countAll<number>().as('records'),
        eb.fn.sum<number>(eb.fn<number>('length', ['record'])).as('bytes'),
      ])
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirstOrThrow();
    return { records: Number(row.records), bytes: Number(row.bytes ?? 0) };
  }

  /** Members and former members, because their data can be erased too. */
  async function peopleOf({ w, workspaceId }: Visit): Promise<{ id: string; name: string; label: string }[]> {
    const members = await listMembers(db, workspaceId);
    const former = await listFormerMembers(db, workspaceId);
    return [
      ...members.map(({ id, name }) => ({ id, name, label: name })),
      ...former.map(({ id, name }) => ({ id, name, label: w.former(name) })),
    ];
  }

  const form = formsOf(app, context, { home: '/data', show });

  // This is a form and not a link, because it writes to the log and another site must not be able to trigger it.
  form({
    path: 'data/export',
    schema: z.object({ format: ownDataForms }),
    anybody: true,
    async change(visit, { format }, c) {
      const { workspaceId, memberId } = visit;
      const wait = limiter.take('exchange', memberId);
      if (wait > 0) return tooManyPage(c, wait);
      hub.notify(workspaceId, (await settle(db, workspaceId, now())).touched);
      return answerOwnData(c, context, { workspaceId, memberId }, format);
    },
  });

  form({
    path: 'data/retention',
    schema: retentionForm,
    async change(visit, { months, step }, c) {
      const { w, workspaceId, memberId } = visit;
      if (step === 'preview' && months !== null) {
        const past = await recordsPast(db, workspaceId, cutoffOf(months, now()));
        return show(c, visit, { done: w.data.wouldErase(past.length, months) });
      }
      if (step === 'set') await setRetention(db, { workspaceId, by: memberId, months, now: now() });
      return 'retention';
    },
  });

  form({
    path: 'data/erase',
    schema: eraseForm,
    async change(visit, { member, which, confirm }, c) {
      const { w, workspaceId, memberId } = visit;
      const person = (await peopleOf(visit)).find(one => one.id === member);
      if (!person) return { problem: 'unknown' };
      if (person.name.trim() !== confirm.trim()) return { problem: 'name-differs' };
      if (which === 'person' && member === memberId) return { problem: 'yourself' };
      if (which !== 'person') {
        const input = { workspaceId, by: memberId, now: now() };
        const { count, touched } = await erasePerson(db, input, member, which);
        hub.notify(workspaceId, touched);
        return show(c, visit, { done: w.data.erased(count) });
      }
      const ids = { workspaceId, memberId: member, by: memberId };
      const gone = await eraseAltogether({ auth, db }, hub, visit.session.headers, ids, now());
      hub.notify(workspaceId, new Set([EVERYONE]));
      return show(c, visit, { done: `${w.data.erased(gone.records)} ${w.data.personGone(gone.account)}` });
    },
  });
  return app;
}
