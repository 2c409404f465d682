/** Steps that change what is stored, on data as the versions before them left it. */
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, kindOf, openDatabase } from '#server/store/database.ts';
import { readHead } from '#server/store/head.ts';
import { answersToCoaches } from '#server/store/migrations/0006-answers-to-coaches.ts';
import { migrate } from '#server/store/migrations.ts';
import { EVERYONE, type Tables } from '#server/store/schema.ts';
import { writeCursor } from '#server/sync/cursor.ts';
import { pullRecords } from '#server/sync/pull.ts';
import { emptyStore } from '#testing/server/empty-store.ts';

const W = 'w';
/** Carla and Dora coach Ravi; Xenia coaches Carla. */
const PAIRS = [
  ['carla', 'ravi'],
  ['dora', 'ravi'],
  ['xenia', 'carla'],
] as const;

let database: Database;
let db: Kysely<Tables>;
beforeEach(async () => {
  database = openDatabase(
    { databaseUrl: undefined, databasePool: 2, dataDir: ':memory:', ...(await emptyStore()) },
    () => {},
  );
  db = database.db;
  await migrate(db, '0004-revoked-tokens');
  await sql`insert into workspaces (id, seq, audit_count, audit_hash) values (${W}, 3, 0, '')`.execute(db);
  for (const seq of [0, 3]) {
    await db
      .insertInto('commits')
      .values({ workspace_id: W, seq, tag: `tag${seq}` })
      .execute();
  }
  for (const [coach_id, coachee_id] of PAIRS) {
    const dates = { from_at: 0, to_at: null, state: 'active' as const };
    await db
      .insertInto('assignments')
      .values({ workspace_id: W, id: coach_id, coach_id, coachee_id, ...dates })
      .execute();
  }
  await hold('note', 1, { type: 'note', author: 'carla', subject: 'ravi' }, { carla: 1, ravi: 1, dora: 1 });
  // By the rule of then: for the coaches of Carla, to whom it speaks. Ravi's own entry had been moved since.
  await hold(
    'answer',
    2,
    { type: 'acknowledgement', author: 'ravi', subject: 'carla' },
    { ravi: 3, carla: 2, xenia: 2 },
  );
});
afterEach(() => database.close());

async function hold(
  id: string,
  seq: number,
  of: { type: string; author: string; subject: string; audience?: 'coaches' | 'workspace' },
  feeds: Record<string, number>,
) {
  const { audience = 'coaches' } = of;
  const row = { type: of.type, author_id: of.author, subject_id: of.subject, audience };
  const times = { rev: 1, createdAt: 1, updatedAt: 1, schema: 1, refs: [], body: {} };
  const record = JSON.stringify({ id, workspaceId: W, ...of, audience, authorId: of.author, ...times });
  const numbers = { rev: 1, seq, deleted: 0, created_at: 1, received_at: 1 };
  await db
    .insertInto('records')
    .values({ workspace_id: W, id, ...row, ...numbers, record })
    .execute();
  for (const [member_id, at] of Object.entries(feeds)) {
    await db.insertInto('feed').values({ workspace_id: W, member_id, record_id: id, seq: at }).execute();
  }
}

/** What a member's device pulls from a cursor on: all, or what is new since before the update. */
async function pull(memberId: string, seq?: number) {
  const cursor = seq === undefined ? {} : { cursor: writeCursor({ seq, tag: 'tag3', memberId }) };
  const head = await readHead(db, W);
  const page = await pullRecords(
    db,
    { workspaceId: W, memberId, deviceId: 'd' },
    { ...cursor, limit: 100 },
    head,
  );
  if (!page.ok) throw new Error(page.reason);
  return {
    records: page.records.map(text => (JSON.parse(text) as { id: string }).id),
    removed: page.removed,
  };
}

it('one’s own records still reach a new device, and one that has pulled only a part', async () => {
  await migrate(db, '0005-own-records');
  expect(await pull('carla')).toEqual({ records: ['note', 'answer'], removed: [] });
  expect(await pull('ravi')).toEqual({ records: ['note', 'answer'], removed: [] });
  // It had seen up to 2 while the entry stood under 3 already.
  expect(await pull('ravi', 2)).toEqual({ records: ['answer'], removed: [] });
  const { rows } = await sql<{ member_id: string; record_id: string }>`
    select member_id, record_id from feed order by record_id, member_id`.execute(db);
  expect(rows.map(row => `${row.record_id} ${row.member_id}`)).toEqual([
    'answer carla',
    'answer ravi',
    'answer xenia',
    'note dora',
    'note ravi',
  ]);
});

it('an old answer reaches all coaches of its author, leaves the coaches of its subject, and nobody else is notified', async () => {
  await migrate(db);
  expect(await pull('dora', 3)).toEqual({ records: ['answer'], removed: [] });
  expect(await pull('xenia', 3)).toEqual({ records: [], removed: ['answer'] });
  expect(await pull('carla', 3)).toEqual({ records: [], removed: [] });
  expect(await pull('ravi', 3)).toEqual({ records: [], removed: [] });
  expect(await pull('dora')).toEqual({ records: ['note', 'answer'], removed: [] });
});

it('an old log for the whole workspace leaves everybody but its person and their coaches', async () => {
  const log = { type: 'log', author: 'ravi', subject: 'ravi', audience: 'workspace' } as const;
  await hold('log', 3, log, { [EVERYONE]: 3 });
  await migrate(db);
  expect(await pull('carla', 3)).toEqual({ records: ['log'], removed: [] });
  expect(await pull('xenia', 3)).toEqual({ records: [], removed: ['answer', 'log'] });
  expect((await pull('ravi')).records).toEqual(['note', 'answer', 'log']);
  expect((await pull('piet')).records).toEqual([]);
  const before = await readHead(db, W);
  await migrate(db);
  expect(await readHead(db, W)).toEqual(before);
});

it('on PostgreSQL that update waits for whoever writes meanwhile', async ({ skip }) => {
  // SQLite has one connection, and one transaction at a time.
  if (kindOf(db) === 'sqlite') skip();
  await migrate(db, '0007-known-browsers');
  const log = { type: 'log', author: 'ravi', subject: 'ravi', audience: 'workspace' } as const;
  await hold('log', 3, log, { [EVERYONE]: 3 });
  const other = await db.startTransaction().execute();
  await other.updateTable('workspaces').set({ seq: 9 }).where('id', '=', W).execute();
  await other.insertInto('commits').values({ workspace_id: W, seq: 9, tag: 'tag9' }).execute();
  const migrating = migrate(db);
  const waiting = async () => {
    const { rows } = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      db,
    );
    return rows.length;
  };
  await expect.poll(waiting).toBeGreaterThan(0);
  await other.commit().execute();
  await migrating;
  expect((await readHead(db, W)).seq).toBe(10);
});

it('running that migration again changes nothing', async () => {
  await migrate(db);
  const before = await readHead(db, W);
  expect(before.seq).toBe(5);
  await answersToCoaches.up(db);
  expect(await readHead(db, W)).toEqual(before);
});
