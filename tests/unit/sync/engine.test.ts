import { Dexie } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { reviseRecord } from '#lib/records/create.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { keepMine, outbox } from '#lib/store/outbox.ts';
import { recordsAt } from '#lib/store/queries/records.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { readSyncMeta } from '#lib/store/sync-meta.ts';
import { wipeWorkspace } from '#lib/store/workspace.ts';
import { problemTypes } from '#lib/sync/protocol.ts';
import { note, PLACE, unknownRecord } from '#tests/unit/store/rows.ts';
import { WORKSPACE } from './model-server.ts';
import { deviceOf, type Fetch, instead, NOW, newServer, page, statesOf } from './scene.ts';

const edited = (record: ReturnType<typeof note>, text: string, now: number) =>
  reviseRecord(record, { ...record.body, observation: text }, now);

describe('between two people', () => {
  test('a note reaches the other person’s device, and its answer comes back', async () => {
    const server = newServer();
    const [ann, bob] = [await deviceOf(server, 'ann'), await deviceOf(server, 'bob')];
    await saveOwn(ann.db, note({ id: 'n' }));
    expect(await ann.sync()).toEqual({ ok: true, pushed: 1, pulled: 0, places: [] });
    expect(await bob.sync()).toEqual({ ok: true, pushed: 0, pulled: 1, places: [PLACE] });
    expect(await recordsAt(bob.db, WORKSPACE, [PLACE])).toMatchObject([{ id: 'n', sync: 'accepted' }]);

    await saveOwn(bob.db, unknownRecord('answer', { authorId: 'bob', refs: ['n'] }));
    await bob.sync();
    // An answer has no place of its own, so the note's place is reported as changed.
    expect(await ann.sync()).toMatchObject({ pulled: 1, places: [PLACE] });
    expect(await ann.sync()).toMatchObject({ pushed: 0, pulled: 0, places: [] });
  });

  test('a sync stores the members’ names, roles and coaches', async () => {
    const server = newServer();
    server.assign('ann', 'bob', true);
    const { db, sync } = await deviceOf(server, 'ann');
    await sync();
    const { workspaceName, members } = await loadIdentity(db);
    expect(workspaceName).toBe('Team');
    expect(members.find(member => member.id === 'bob')?.coachIds).toEqual(['ann']);
  });

  test('fields and types of a newer version pass through unchanged', async () => {
    const server = newServer();
    const [ann, bob] = [await deviceOf(server, 'ann'), await deviceOf(server, 'bob')];
    const record = unknownRecord('x', { body: { sync: 'x', nested: { place: [1] } } });
    await saveOwn(ann.db, record);
    await ann.sync();
    await bob.sync();
    expect(server.head.records.get('x')?.record).toEqual(record);
    expect(await bob.db.records.get('x')).toMatchObject(record);
  });
});

describe('what is written while a sync runs', () => {
  test('what is written during a sync goes out with the same sync, even after the first push', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    let pulls = 0;
    const outcome = await sync(
      instead(server, {
        'GET /v1/pull': async (...call) => {
          pulls += 1;
          await saveOwn(db, note({ id: `during-${pulls}` }));
          return server.fetch(...call);
        },
      }),
    );
    expect(outcome).toMatchObject({ ok: true });
    expect([...server.head.records.keys()]).toContain('during-1');
    expect([...server.head.records.keys()]).toContain('during-2');
  });

  test('what is written too late for a sync goes out with the next one called', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const first = sync();
    await saveOwn(db, note({ id: 'late' }));
    const [second, third] = [sync(), sync()];
    await Promise.all([first, second, third]);
    expect(server.head.records.has('late')).toBe(true);
    expect(second).toBe(third);
    expect(second).not.toBe(first);
  });

  test('an edit of a record that is being pushed becomes the next change', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const first = note({ id: 'n', text: 'one' });
    await saveOwn(db, first);
    let once = true;
    await sync(
      instead(server, {
        'POST /v1/push': async (...call) => {
          const answer = await server.fetch(...call);
          if (once) await saveOwn(db, edited(first, 'two', 2000));
          once = false;
          return answer;
        },
      }),
    );
    expect(server.head.records.get('n')?.record).toMatchObject({ rev: 2, body: { observation: 'two' } });
    expect(await statesOf(db)).toEqual({ n: 'accepted' });
  });
});

describe('an answer that was lost', () => {
  test('a push whose answer was lost is sent again', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await saveOwn(db, note({ id: 'n' }));
    const lose: Fetch = async (...call) => {
      await server.fetch(...call);
      throw new TypeError('Failed to fetch');
    };
    expect(await sync(instead(server, { 'POST /v1/push': lose }))).toMatchObject({
      ok: false,
      reason: 'offline',
    });
    expect(await statesOf(db)).toEqual({ n: 'pending' });
    await sync();
    expect(await statesOf(db)).toEqual({ n: 'accepted' });
    expect(server.accepted).toHaveLength(1);
  });

  test('a text rewritten after its answer was lost does not become stale', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const first = note({ id: 'n', text: 'one' });
    await saveOwn(db, first);
    await sync(
      instead(server, {
        'POST /v1/push': async (...call) => {
          await server.fetch(...call);
          return new Response('', { status: 504 });
        },
      }),
    );
    await saveOwn(db, edited(first, 'two', 2000));
    await saveOwn(db, edited(first, 'three', 3000));
    expect(await sync()).toMatchObject({ ok: true });
    expect(server.head.records.get('n')?.record).toMatchObject({ rev: 2, body: { observation: 'three' } });
  });
});

describe('one author on two devices', () => {
  test('an author who wrote on two devices is asked which text to keep', async () => {
    const server = newServer();
    const [desk, lap] = [await deviceOf(server), await deviceOf(server)];
    const first = note({ id: 'n', text: 'one' });
    await saveOwn(desk.db, first);
    await desk.sync();
    await lap.sync();
    await saveOwn(desk.db, edited(first, 'desk', 2000));
    await saveOwn(lap.db, edited(first, 'lap', 2001));
    // Several offline edits remain one change on top of the server's, so they cannot overwrite the other
    // device's.
    await saveOwn(lap.db, edited(first, 'lap, better', 2002));
    await desk.sync();
    await lap.sync();
    const { stale } = await outbox(lap.db, WORKSPACE);
    expect(stale).toMatchObject([
      { body: { observation: 'lap, better' }, theirs: { body: { observation: 'desk' } } },
    ]);
    await keepMine(lap.db, 'n', 2003);
    await lap.sync();
    await desk.sync();
    expect(await desk.db.records.get('n')).toMatchObject({ rev: 3, body: { observation: 'lap, better' } });
  });
});

describe('a server that was restored from a backup', () => {
  test('a restored server gets back what it lost, and readers do not keep what it no longer has', async () => {
    const server = newServer();
    const [ann, bob] = [await deviceOf(server, 'ann'), await deviceOf(server, 'bob')];
    await saveOwn(ann.db, note({ id: 'lost' }));
    await ann.sync();
    await bob.sync();
    server.restore(1);
    await bob.sync();
    expect(await statesOf(bob.db)).toEqual({});
    await ann.sync();
    await bob.sync();
    expect(await statesOf(bob.db)).toEqual({ lost: 'accepted' });
  });

  test('a change is not pushed over words that were written to a restored server', async () => {
    const server = newServer({ takesGaps: true });
    const [desk, lap] = [await deviceOf(server), await deviceOf(server)];
    const first = note({ id: 'n', text: 'one' });
    await saveOwn(lap.db, first);
    await lap.sync();
    await desk.sync();
    await saveOwn(desk.db, edited(first, 'two', 2000));
    await desk.sync();
    server.restore(1);
    await saveOwn(lap.db, edited(first, 'concurrent', 3000));
    await lap.sync();
    // The desk knows nothing of this and continues to write.
    await saveOwn(desk.db, edited(first, 'three', 4000));
    await desk.sync();
    const { stale } = await outbox(desk.db, WORKSPACE);
    expect(stale).toMatchObject([
      { body: { observation: 'three' }, theirs: { body: { observation: 'concurrent' } } },
    ]);
    expect(server.head.records.get('n')?.record.body.observation).toBe('concurrent');
  });

  test('a restore ends a conflict with a text that nobody has any more', async () => {
    const server = newServer();
    const [desk, lap] = [await deviceOf(server), await deviceOf(server)];
    const first = note({ id: 'n', text: 'one' });
    await saveOwn(desk.db, first);
    await desk.sync();
    await lap.sync();
    await saveOwn(desk.db, edited(first, 'desk', 2000));
    await saveOwn(lap.db, edited(first, 'lap', 2001));
    await desk.sync();
    await lap.sync();
    expect((await outbox(lap.db, WORKSPACE)).stale).toHaveLength(1);
    server.restore(2);
    await lap.sync();
    expect(await statesOf(lap.db)).toEqual({ n: 'accepted' });
  });

  test('a restore is noticed even if it happens between an answer and the next pull', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await sync();
    await saveOwn(db, note({ id: 'n' }));
    let pulls = 0;
    const dying: Fetch = async (...call) => {
      if (++pulls > 1) throw new TypeError('Failed to fetch');
      return server.fetch(...call);
    };
    await sync(instead(server, { 'GET /v1/pull': dying }));
    expect(await statesOf(db)).toEqual({ n: 'accepted' });
    server.restore(1);
    // Our cursor is older than the backup, so the server knows it.
    await sync();
    await sync();
    expect(server.head.records.has('n')).toBe(true);
  });

  test('a sync gives up on a server that forgets every cursor at once', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await sync();
    let calls = 0;
    const outcome = await sync(
      instead(server, {
        'GET /v1/pull': async input => {
          calls += 1;
          const known = !new URL(String(input)).searchParams.has('cursor');
          if (known) return page([], { more: true, cursor: `c${calls}` })(input);
          return Response.json(
            { type: problemTypes.unknownCursor, title: '?', status: 409 },
            { status: 409 },
          );
        },
      }),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'bad-server' });
    expect(calls).toBeLessThan(20);
    expect(await sync()).toMatchObject({ ok: true });
    expect(await statesOf(db)).toEqual({});
  });
});

describe('signing out', () => {
  test('being signed out by the server leaves the outbox as it is', async () => {
    const server = newServer();
    const { db, account, sync } = await deviceOf(server);
    await saveOwn(db, note({ id: 'n' }));
    server.tokens.delete(account.token);
    expect(await sync()).toMatchObject({ ok: false, reason: 'signed-out' });
    expect(await statesOf(db)).toEqual({ n: 'pending' });
  });

  test('a sync writes nothing more once the member has signed out', async () => {
    const server = newServer();
    const [ann, bob] = [await deviceOf(server, 'ann'), await deviceOf(server, 'bob')];
    await saveOwn(ann.db, note({ id: 'n' }));
    await ann.sync();
    const outcome = await bob.sync(
      instead(server, {
        'GET /v1/pull': async (...call) => {
          const answer = await server.fetch(...call);
          await wipeWorkspace(bob.db, WORKSPACE);
          return answer;
        },
      }),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'signed-out' });
    expect(await bob.db.records.count()).toBe(0);
    expect(await readSyncMeta(bob.db, WORKSPACE)).toBeUndefined();
    // The same holds for a sync that was called before the sign-out and had to wait.
    expect(await bob.sync()).toMatchObject({ ok: false, reason: 'signed-out' });
    expect(await bob.db.records.count()).toBe(0);
  });

  test('what one member left in the outbox is not sent in the name of the next member to sign in', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server, 'bob');
    await saveOwn(db, note({ id: 'of-ann', authorId: 'ann' }));
    await saveOwn(db, note({ id: 'of-bob', authorId: 'bob' }));
    expect(await sync()).toMatchObject({ ok: true, pushed: 1 });
    expect(await statesOf(db)).toEqual({ 'of-ann': 'pending', 'of-bob': 'accepted' });
  });
});

describe('trouble', () => {
  test.each<[string, Record<string, Fetch>, object]>([
    ['no network', { 'GET /v1/me': async () => Promise.reject(new TypeError('no')) }, { reason: 'offline' }],
    [
      'a server that asks for patience',
      { 'GET /v1/me': async () => new Response('', { status: 429, headers: { 'retry-after': '7' } }) },
      { reason: 'busy', retryAfter: 7000 },
    ],
    [
      'another workspace under this address',
      { 'GET /v1/me': async () => Response.json(me({ workspace: { id: 'other', name: 'O' } })) },
      { reason: 'bad-server' },
    ],
    [
      'a page instead of JSON',
      { 'GET /v1/me': async () => new Response('<html>') },
      { reason: 'bad-server' },
    ],
    [
      'no such call',
      { 'GET /v1/pull': async () => new Response('', { status: 404 }) },
      { reason: 'bad-server' },
    ],
    [
      'an error of the server',
      { 'GET /v1/pull': async () => new Response('', { status: 500 }) },
      { reason: 'error' },
    ],
  ])('%s is reported, and nothing is lost', async (_name, answers, expected) => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await saveOwn(db, note({ id: 'n' }));
    expect(await sync(instead(server, answers))).toMatchObject({ ok: false, ...expected });
    expect(await db.records.get('n')).toMatchObject({ body: note().body });
    expect(await sync()).toMatchObject({ ok: true });
    expect(await statesOf(db)).toEqual({ n: 'accepted' });
  });

  test('a failed pull does not keep our own words back', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await saveOwn(db, note({ id: 'n' }));
    const outcome = await sync(
      instead(server, { 'GET /v1/pull': async () => new Response('', { status: 500 }) }),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'error' });
    expect(server.head.records.has('n')).toBe(true);
  });

  test('a full disk stops neither the push nor the extension, and the page is fetched again', async () => {
    const server = newServer();
    const [ann, bob] = [await deviceOf(server, 'ann'), await deviceOf(server, 'bob')];
    await saveOwn(ann.db, note({ id: 'from-ann' }));
    await ann.sync();
    await saveOwn(bob.db, note({ id: 'from-bob', authorId: 'bob', subjectId: 'ann' }));
    const full = () => {
      throw new Dexie.QuotaExceededError('full');
    };
    bob.db.records.hook('creating', full);
    expect(await bob.sync()).toMatchObject({ ok: false, reason: 'error', message: /no room/ });
    expect(server.head.records.has('from-bob')).toBe(true);
    bob.db.records.hook('creating').unsubscribe(full);
    await bob.sync();
    expect(await statesOf(bob.db)).toEqual({ 'from-ann': 'accepted', 'from-bob': 'accepted' });
  });

  test('a bug of our own is not hidden', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    const broken = vi.spyOn(db, 'transaction').mockRejectedValue(new TypeError('a mistake'));
    await expect(sync()).rejects.toThrow('a mistake');
    broken.mockRestore();
    expect(await sync()).toMatchObject({ ok: true });
  });

  test('an aborted sync stops', async () => {
    const server = newServer();
    const { db, sync } = await deviceOf(server);
    await saveOwn(db, note({ id: 'n' }));
    const stop = new AbortController();
    const never: Fetch = () => {
      stop.abort();
      return new Promise(() => {});
    };
    expect(await sync(never, stop.signal)).toMatchObject({ ok: false, reason: 'error', message: 'Stopped.' });
    expect(await statesOf(db)).toEqual({ n: 'pending' });
  });
});

function me(changes: object) {
  const member = { id: 'ann', name: 'Ann', roles: [], coachIds: [] };
  return { member, email: 'a@b', workspace: { id: WORKSPACE, name: 'T' }, members: [member], ...changes };
}

test('receivedAt is taken from the device’s own clock', async () => {
  const server = newServer();
  const [ann, bob] = [await deviceOf(server, 'ann'), await deviceOf(server, 'bob')];
  await saveOwn(ann.db, note({ id: 'n' }));
  await ann.sync();
  await bob.sync();
  expect((await bob.db.records.get('n'))?.receivedAt).toBe(NOW);
});
