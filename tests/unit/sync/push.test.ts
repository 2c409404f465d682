import { describe, expect, test } from 'vitest';
import { firstRow } from '#lib/store/row/change.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { MAX_BODY_BYTES, MAX_PUSH } from '#lib/sync/protocol.ts';
import { note, unknownRecord } from '#tests/unit/store/rows.ts';
import { deviceOf, type Fetch, instead, newServer, statesOf } from './scene.ts';

/** Lets pushes through and notes how many records and bytes each contains. */
function watch(server: ReturnType<typeof newServer>) {
  const pushes: { records: { id: string }[]; bytes: number }[] = [];
  const fetch = instead(server, {
    'POST /v1/push': (input, init) => {
      const body = String(init?.body);
      pushes.push({ records: JSON.parse(body).records, bytes: new TextEncoder().encode(body).length });
      return server.fetch(input, init);
    },
  });
  return { pushes, fetch };
}

describe('the outbox', () => {
  test('the outbox goes out in batches that a server accepts, oldest first', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const ids = Array.from({ length: 250 }, (_, i) => `n${String(i).padStart(3, '0')}`);
    await db.records.bulkPut(ids.map(id => firstRow(note({ id }))));
    const { pushes, fetch } = watch(server);
    expect(await sync(fetch)).toMatchObject({ ok: true, pushed: 250 });
    expect(pushes.map(push => push.records.length)).toEqual([MAX_PUSH, MAX_PUSH, 50]);
    expect(pushes.flatMap(push => push.records.map(record => record.id))).toEqual(ids);
  });

  test('large records go out in smaller batches', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const text = 'ü'.repeat(30_000);
    const rows = Array.from({ length: 40 }, (_, i) => firstRow(unknownRecord(`x${i}`, { body: { text } })));
    await db.records.bulkPut(rows);
    const { pushes, fetch } = watch(server);
    expect(await sync(fetch)).toMatchObject({ ok: true, pushed: 40 });
    expect(Math.max(...pushes.map(push => push.bytes))).toBeLessThan(MAX_BODY_BYTES);
  });

  test('a push does not stop at a record that is too large for any server', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await db.records.put(firstRow(unknownRecord('a', { body: { text: 'x'.repeat(2_000_000) } })));
    await saveOwn(db, note({ id: 'b' }));
    expect(await sync()).toMatchObject({ ok: true, pushed: 1 });
    expect(await statesOf(db)).toEqual({ a: 'refused', b: 'accepted' });
    expect((await db.records.get('a'))?.refusal?.code).toBe('too-large');
  });

  test('a push does not stop at a refused record, and the reason is kept for the author', async () => {
    const server = newServer({ refuses: record => record.id === 'n1' });
    const { db, sync } = await deviceOf(server);
    for (const id of ['n0', 'n1', 'n2']) await saveOwn(db, note({ id }));
    await sync();
    expect(await statesOf(db)).toEqual({ n0: 'accepted', n1: 'refused', n2: 'accepted' });
    expect((await db.records.get('n1'))?.refusal).toEqual({ code: 'too-late', message: 'too-late' });
  });

  /** Answers with `status` to every push that contains the record `n37`. */
  const failOn37 = (server: ReturnType<typeof newServer>, status: number): Fetch =>
    instead(server, {
      'POST /v1/push': (input, init) =>
        String(init?.body).includes('"n37"')
          ? Promise.resolve(new Response('', { status }))
          : server.fetch(input, init),
    });

  test.each([
    [500, 'pending'],
    [400, 'refused'],
    [413, 'refused'],
  ])('a push does not stop at a record that the server answers with %i', async (status, state) => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await db.records.bulkPut(Array.from({ length: 130 }, (_, i) => firstRow(note({ id: `n${i}` }))));
    expect(await sync(failOn37(server, status))).toMatchObject({ ok: true, pushed: 129 });
    const { n37, ...others } = await statesOf(db);
    expect(n37).toBe(state);
    expect(new Set(Object.values(others))).toEqual(new Set(['accepted']));
  });

  test('a push gives up on a server that answers nothing but 500', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await db.records.bulkPut(Array.from({ length: 130 }, (_, i) => firstRow(note({ id: `n${i}` }))));
    let calls = 0;
    const down: Fetch = async () => {
      calls += 1;
      return new Response('', { status: 500 });
    };
    expect(await sync(instead(server, { 'POST /v1/push': down }))).toMatchObject({ reason: 'error' });
    expect(calls).toBeLessThan(12);
  });
});
