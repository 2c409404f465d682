/**
 * A broken or hostile server cannot take over our records or stop the sync; what cannot be stored is
 * quarantined.
 */
import { describe, expect, test } from 'vitest';
import { acceptedRow } from '#lib/store/row/change.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { quarantinedRecords } from '#lib/store/sync-meta.ts';
import { note, unknownRecord } from '#tests/unit/store/rows.ts';
import { WORKSPACE } from './model-server.ts';
import { byOther, deviceOf, type Fetch, instead, newServer, page, statesOf } from './scene.ts';

const good = byOther(note({ id: 'good' }));

describe('a pull with', () => {
  test.each<[string, unknown, RegExp]>([
    ['a record of another workspace', { ...good, id: 'x', workspaceId: 'other' }, /another workspace/],
    ['a giant record', { ...unknownRecord('x'), body: { text: 'x'.repeat(70_000) } }, /bytes/],
    ['a record without a rev', { ...good, id: 'x', rev: undefined }, /rev/],
    ['a rev beyond all numbers', { ...good, id: 'x', rev: 1e300 }, /rev/],
    ['an id that is no string', { ...good, id: { $ne: null } }, /id/],
    ['a note without a body', { ...good, id: 'x', body: {} }, /kind|artifact|anchor/],
    ['a number', 5, /./],
    ['nothing', null, /./],
  ])('a pull with %s quarantines it with a reason and stores the others', async (_name, bad, reason) => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const outcome = await sync(instead(server, { 'GET /v1/pull': page([bad, good]) }));
    expect(outcome).toMatchObject({ ok: true, pulled: 1 });
    expect(await statesOf(db)).toEqual({ good: 'accepted' });
    expect((await quarantinedRecords(db, WORKSPACE)).map(entry => entry.reason)).toEqual([
      expect.stringMatching(reason),
    ]);
  });

  test('an endlessly nested record neither exhausts the stack nor holds up the others', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const bottomless = JSON.stringify(unknownRecord('x', { body: { deep: 0 } })).replace(
      '"deep":0',
      `"deep":${deep}`,
    );
    const text = `{"records":[${bottomless},${JSON.stringify(good)}],"removed":[],"cursor":"c","more":false}`;
    await sync(instead(server, { 'GET /v1/pull': async () => new Response(text) }));
    expect(await statesOf(db)).toEqual({ good: 'accepted' });
    expect(await quarantinedRecords(db, WORKSPACE)).toMatchObject([{ id: 'x', reason: /deeply/ }]);
  });

  test('a pull that names somebody else as the author of our record leaves ours as it is', async () => {
    const server = newServer({ refuses: () => true });
    const { db, sync } = await deviceOf(server);
    await db.records.put(acceptedRow(note({ id: 'had', text: 'mine' }), 1));
    await saveOwn(db, note({ id: 'waiting', text: 'mine' }));
    const theirs = ['had', 'waiting'].map(id => ({ ...byOther(note({ id, text: 'stolen' })), rev: 9 }));
    await sync(instead(server, { 'GET /v1/pull': page(theirs) }));
    const rows = await db.records.toArray();
    expect(rows.map(row => [row.id, row.authorId, row.body.observation])).toEqual([
      ['had', 'ann', 'mine'],
      ['waiting', 'ann', 'mine'],
    ]);
    expect(await quarantinedRecords(db, WORKSPACE)).toMatchObject([
      { id: 'had', reason: /another member wrote/ },
    ]);
  });

  test('a pull cannot change or remove a solo record', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const alone = await saveOwn(db, note({ id: 'private', workspaceId: 'solo', authorId: 'me' }));
    await sync(
      instead(server, { 'GET /v1/pull': page([byOther(note({ id: 'private' }))], { removed: ['private'] }) }),
    );
    expect(await db.records.get('private')).toEqual(alone);
  });

  test('a pull can remove only what the server has accepted, never what is pending', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await saveOwn(db, note({ id: 'waiting' }));
    await db.records.put(acceptedRow(byOther(note({ id: 'theirs' })), 1));
    await sync(
      instead(server, {
        'GET /v1/pull': page([], { removed: ['waiting', 'theirs', 'unknown', '__proto__'] }),
        'POST /v1/push': async () => new Response('', { status: 503 }),
      }),
    );
    expect(await statesOf(db)).toEqual({ waiting: 'pending' });
  });

  test.each<[string, Fetch]>([
    [
      'more records than were asked for',
      page(Array.from({ length: 501 }, (_, i) => ({ ...good, id: `g${i}` }))),
    ],
    ['the same page for ever', page([good], { more: true, cursor: '' })],
    ['an answer without an end', async () => new Response(endless())],
    ['an answer that is not a page', async () => Response.json({ records: 'none' })],
    ['half an answer', async () => new Response('{"records":[')],
    [
      'a redirect',
      async () => new Response('', { status: 302, headers: { location: 'https://evil.example' } }),
    ],
  ])('a pull answered with %s is rejected as a whole', async (_name, pull) => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    let calls = 0;
    const counting: Fetch = async (...call) => {
      if (++calls > 10) throw new Error('It never ends.');
      return pull(...call);
    };
    expect(await sync(instead(server, { 'GET /v1/pull': counting }))).toMatchObject({ reason: 'bad-server' });
    expect(Object.keys(await statesOf(db)).length).toBeLessThan(2);
  });

  test('a sync stops after 400 pages and says that there is more', async () => {
    const server = newServer();
    const { sync } = await deviceOf(server);
    let pages = 0;
    const outcome = await sync(
      instead(server, {
        'GET /v1/pull': async (...call) => page([], { more: true, cursor: `c${++pages}` })(...call),
      }),
    );
    expect(outcome).toMatchObject({ ok: true, more: true });
    expect(pages).toBe(400);
  });

  test('fields of a pulled record that share a name with our local fields do not change our row', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const strange = {
      ...good,
      sync: 'pending',
      theirs: good,
      lostUpstream: true,
      unconfirmed: 'missed',
      kept: { rev: 99 },
    };
    await sync(instead(server, { 'GET /v1/pull': page([strange]) }));
    expect(await statesOf(db)).toEqual({ good: 'accepted' });
    expect(server.head.records.size).toBe(0);
  });
});

describe('a push answered with', () => {
  const answers =
    (results: unknown[]): Fetch =>
    async () =>
      Response.json({ results });

  test.each<[string, unknown[], string]>([
    ['nothing', [], 'pending'],
    ['an unknown status', [{ status: 'perhaps', id: 'n', rev: 1 }], 'pending'],
    ['the wrong rev', [{ status: 'accepted', id: 'n', rev: 2, seq: 1 }], 'pending'],
    ['another record', [{ status: 'accepted', id: 'm', rev: 1, seq: 1 }], 'pending'],
    [
      'a reason that we do not know',
      [{ status: 'refused', id: 'n', rev: 1, code: 'mood', message: 'No.' }],
      'refused',
    ],
    [
      'stale, with a record of another id',
      [{ status: 'stale', id: 'n', rev: 1, record: { ...note({ id: 'm' }), rev: 3 } }],
      'pending',
    ],
    [
      'stale, with somebody else’s',
      [{ status: 'stale', id: 'n', rev: 1, record: byOther({ ...note({ id: 'n' }), rev: 3 }) }],
      'refused',
    ],
  ])('a push answered with %s leaves our words as they are', async (_name, results, state) => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await saveOwn(db, note({ id: 'n', text: 'mine' }));
    await sync(instead(server, { 'POST /v1/push': answers(results) }));
    expect(await db.records.get('n')).toMatchObject({
      sync: state,
      authorId: 'ann',
      body: { observation: 'mine' },
    });
  });

  test('a push that is answered with the same "stale" again and again is not repeated for ever', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const older = { ...note({ id: 'n', text: 'older' }), rev: 2 };
    const row = acceptedRow({ ...note({ id: 'n' }), rev: 9 }, 1, acceptedRow(older, 1));
    await db.records.put({ ...row, sync: 'pending', lostUpstream: true });
    let calls = 0;
    await sync(
      instead(server, {
        'POST /v1/push': async (_input, init) => {
          calls += 1;
          const [sent] = JSON.parse(String(init?.body)).records;
          return answers([{ status: 'stale', id: 'n', rev: sent.rev, record: older }])(_input, init);
        },
      }),
    );
    expect(calls).toBeLessThan(10);
    expect(await statesOf(db)).toEqual({ n: 'pending' });
  });
});

function endless(): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(' '.repeat(1024 * 1024));
  return new ReadableStream({ pull: controller => controller.enqueue(chunk) });
}
