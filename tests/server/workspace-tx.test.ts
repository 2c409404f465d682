/** The transaction that changes a workspace, and on PostgreSQL the connection that it goes over. */
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#server/start.ts';
import { insertRows } from '#server/store/insert-rows.ts';
import { sessionsOf } from '#server/store/postgres-session.ts';
import type { Tables } from '#server/store/schema.ts';
import { unavailable } from '#server/store/unavailable.ts';
import { changeWorkspace, createWorkspace } from '#server/store/workspace-tx.ts';
import { emptyStore, postgresUrl } from '#testing/server/empty-store.ts';
import { runSql } from '#testing/server/postgres.ts';

let server: RunningServer;
let databaseUrl: string | undefined;
beforeAll(async () => {
  const store = await emptyStore();
  databaseUrl = store.databaseUrl;
  server = await startServer({ port: 0, log: null, ...store });
  await createWorkspace(server.context.database.db, 'w');
});
afterAll(() => server.stop());

const db = () => server.context.database.db;
const stand = () => db().selectFrom('workspaces').selectAll().where('id', '=', 'w').executeTakeFirstOrThrow();
const entries = async () =>
  (await db().selectFrom('audit').select('n').where('workspace_id', '=', 'w').execute()).length;

describe('what a transaction sends last', () => {
  it('what a transaction sends last is committed with the rest', async () => {
    const before = await stand();
    await changeWorkspace(db(), 'w', 5, async tx => {
      tx.take();
      tx.log({ kind: 'settings' });
      tx.finally([CompiledQuery.raw("update workspaces set retention_months = 7 where id = 'w'")]);
    });
    expect(await stand()).toMatchObject({ seq: before.seq + 1, retention_months: 7 });
  });

  it('a last statement that fails rolls back the rest, and says why', async () => {
    const before = await stand();
    const count = await entries();
    for (let i = 0; i < 3; i++) {
      const broken = changeWorkspace(db(), 'w', 5, async tx => {
        tx.take();
        tx.log({ kind: 'settings' });
        await tx.trx.updateTable('workspaces').set({ retention_months: 9 }).where('id', '=', 'w').execute();
        tx.finally([CompiledQuery.raw('insert into nowhere values (1)'), CompiledQuery.raw('select 1')]);
      });
      await expect(broken).rejects.toThrow(/nowhere/);
    }
    expect(await stand()).toEqual(before);
    expect(await entries()).toBe(count);
    await changeWorkspace(db(), 'w', 5, async tx => tx.log({ kind: 'settings' }));
    expect(await entries()).toBe(count + 1);
  });
});

if (postgresUrl() !== undefined) {
  describe('a statement that is kept prepared', () => {
    const ask = () => db().selectFrom('commits').select(['seq']).where('workspace_id', '=', 'w').execute();

    it('a prepared statement still works after another instance has changed its table', async () => {
      for (let i = 0; i < 5; i++) await ask();
      await runSql(databaseUrl ?? '', 'alter table commits add column later text');
      for (let i = 0; i < 5; i++) expect((await ask()).length).toBeGreaterThan(0);
    });

    it('a prepared statement is planned anew each time, except for rows that a transaction writes', async () => {
      const mode = async (trx = db()) =>
        (await sql<{ mode: string }>`select current_setting('plan_cache_mode') as mode`.execute(trx)).rows[0]
          ?.mode;
      const write = (trx: Kysely<Tables>, seq: number) =>
        insertRows(trx, 'commits', ['workspace_id', 'seq', 'tag'], [{ workspace_id: 'w', seq, tag: 't' }]);
      const seen: unknown[] = [];
      for (let i = 1; i <= 5; i++) {
        await db()
          .transaction()
          .execute(async trx => {
            seen.push(await mode(trx));
            await write(trx, 1000 + i);
            seen.push(await mode(trx));
          });
        seen.push(await mode());
      }
      const [anew, once] = ['force_custom_plan', 'force_generic_plan'];
      expect(seen.slice(0, 3)).toEqual([anew, anew, anew]);
      expect(seen.slice(-3)).toEqual([anew, once, anew]);
    });

    it('prepared statements are given up when a pooler forgets them, and the next try works', async () => {
      for (let i = 0; i < 5; i++) await ask();
      const forgotten = await db()
        .transaction()
        .execute(async trx => {
          await sql`deallocate all`.execute(trx);
          const again = trx.selectFrom('commits').select(['seq']).where('workspace_id', '=', 'w').execute();
          return again.catch((error: unknown) => unavailable(error));
        })
        .catch((error: unknown) => unavailable(error) ?? 'away');
      expect(forgotten).toBe('away');
      for (let i = 0; i < 5; i++) expect((await ask()).length).toBeGreaterThan(0);
    });
  });
}

describe('a transaction that cannot begin', () => {
  it('a transaction that cannot begin does nothing: all its statements fail, and the connection is dropped', async () => {
    const client = { asked: [] as string[], destroyed: undefined as unknown };
    const pool = {
      options: {},
      connect: async () => ({
        query: ({ text }: { text: string }, done: (error: Error | null, answer?: object) => void) => {
          client.asked.push(text);
          setImmediate(() => (text === 'begin' ? done(new Error('no')) : done(null, { rows: [] })));
        },
        release: (destroy: unknown) => {
          client.destroyed = destroy;
        },
      }),
    };
    const session = await sessionsOf(pool as unknown as pg.Pool).connect();
    await session.query('begin', []);
    await expect(session.query('select 1', [])).rejects.toThrow('no');
    await expect(session.query('insert into notes values (1)', [])).rejects.toThrow('no');
    await expect(session.query('rollback', [])).rejects.toThrow('no');
    session.release();
    expect(client.asked).toEqual(['begin', 'select 1']);
    expect(client.destroyed).toBe(true);
  });
});
