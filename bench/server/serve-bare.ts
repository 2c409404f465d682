/**
 * The least that could take in and give out records on the same stack: Hono, Node, one durable transaction a batch, a
 * number that rises. No accounts, no rules, no check of anything. A process of its own.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [folder = ''] = process.argv.slice(2);
const file = new DatabaseSync(join(folder, 'bare.db'));
file.exec('pragma journal_mode = wal; pragma synchronous = full;');
file.exec('create table records (seq integer primary key, id text unique, record text)');
const insert = file.prepare('insert into records (id, record) values (?, ?)');
const select = file.prepare('select seq, record from records where seq > ? order by seq limit ?');

const app = new Hono();
app.post('/push', async c => {
  const { records } = (await c.req.json()) as { records: { id: string }[] };
  file.exec('begin');
  for (const record of records) insert.run(record.id, JSON.stringify(record));
  file.exec('commit');
  return c.json({ accepted: records.length });
});
app.get('/pull', c => {
  const rows = select.all(Number(c.req.query('since')), Number(c.req.query('limit')));
  const cursor = rows.at(-1)?.seq ?? Number(c.req.query('since'));
  return c.body(`{"records":[${rows.map(row => row.record).join(',')}],"cursor":${cursor}}`, 200, {
    'content-type': 'application/json',
  });
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
process.once('disconnect', () => process.exit());
