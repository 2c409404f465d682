/** Several instances on one PostgreSQL: nothing that matters lives in one of them. (SQLite has one: vitest.config.ts.) */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Envelope } from '#lib/records/envelope.ts';
import type { PullResponse, PushResponse } from '#lib/sync/protocol.ts';
import { defaultRateLimits } from '#server/http/rate-limit.ts';
import { CLOSE_SIGNED_OUT } from '#server/live/hub.ts';
import { type RunningServer, startServer } from '#server/start.ts';
import { emptyStore } from '#testing/server/empty-store.ts';
import { runSql } from '#testing/server/postgres.ts';
import { type ServerProcess, startServerProcess } from '#testing/server/server-process.ts';
import { EXTENSION_ORIGIN, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const SECRET = 'the same secret for all of the instances';

describe('two instances in one house', () => {
  let team: TestTeam & { owner: TestMember };
  let second: RunningServer;
  let rep: TestMember;
  let databaseUrl: string;
  const sockets: WebSocket[] = [];

  beforeAll(async () => {
    const store = { ...(await emptyStore()), secret: SECRET };
    databaseUrl = store.databaseUrl ?? '';
    team = await startTeam({
      ...store,
      rateLimits: { ...defaultRateLimits, pull: { burst: 10_000, every: 1 } },
    });
    second = await startServer({ ...store, port: 0, log: null, extensionOrigins: [EXTENSION_ORIGIN] });
    rep = await team.join('Ravi Rep', ['coachee']);
    await team.assign(team.owner, rep);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(async () => {
    await second.stop();
    await team.stop();
  });

  /** A live line of the rep's to the second instance, with a ticket from the first. */
  async function connect(member: TestMember): Promise<{ socket: WebSocket; news: Promise<unknown> }> {
    const { ticket } = await (await member.fetch('/v1/live/ticket', { method: 'POST' })).json();
    const socket = new WebSocket(`${second.url.replace('http', 'ws')}/v1/live?ticket=${ticket}`, {
      origin: EXTENSION_ORIGIN,
    });
    sockets.push(socket);
    const news = once(socket, 'message').then(([data]) => String(data));
    await once(socket, 'open');
    return { socket, news };
  }

  it('instances pass a poke to a device at the other one, with a ticket from either', async () => {
    const { news } = await connect(rep);
    await team.owner.push(team.owner.note(rep));
    expect(await news).toBe('{"type":"news"}');
  });

  it('an instance hangs up on a device that was signed out at the other one', async () => {
    const device = await team.signIn(rep);
    const { socket } = await connect(device);
    const closed = once(socket, 'close');
    await device.fetch('/v1/devices/current', { method: 'DELETE' });
    expect((await closed)[0]).toBe(CLOSE_SIGNED_OUT);
  });

  it('an instance that was cut off pokes everybody once, and hangs up on devices that were signed out meanwhile', async () => {
    const { news } = await connect(rep);
    const device = await team.signIn(rep);
    const lost = await connect(device);
    const closed = once(lost.socket, 'close');
    // Signed out behind everybody's back, and all connections of both instances cut.
    await runSql(databaseUrl, `delete from devices where id = '${device.deviceId}'`);
    await runSql(
      databaseUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
    );
    expect(await news).toBe('{"type":"news"}');
    expect((await closed)[0]).toBe(CLOSE_SIGNED_OUT);
    // And pokes go on.
    const again = await connect(await team.signIn(rep));
    await team.owner.push(team.owner.note(rep));
    await again.news;
  });

  it('instances count tries against a rate limit together', async () => {
    const ask = (url: string) =>
      fetch(`${url}/api/auth/device/code`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ client_id: 'sideline-extension' }),
      });
    for (let i = 0; i < defaultRateLimits.deviceCode.burst; i += 1) {
      expect((await ask(i % 2 ? team.url : second.url)).status).toBe(200);
    }
    await expect.poll(async () => (await ask(second.url)).status).toBe(429);
    await expect.poll(async () => (await ask(team.url)).status).toBe(429);
  });
});

describe('three instances, of which one is killed at random under load', () => {
  const children: ServerProcess[] = [];
  afterEach(async () => {
    await Promise.all(children.splice(0).map(child => child.end('SIGKILL')));
  });

  it('instances keep every acknowledged record exactly once, and every device catches up', async () => {
    const store = { ...(await emptyStore()), secret: SECRET };
    const team = await startTeam(store);
    const { owner } = team;
    const rep = await team.join('Ravi Rep', ['coachee']);
    await team.assign(owner, rep);
    await team.stop();
    const env = {
      DATABASE_URL: store.databaseUrl ?? '',
      SECRET,
      DATABASE_POOL: '4',
      DATA_DIR: '/nonexistent',
    };
    const start = async () => {
      const child = await startServerProcess(env);
      children.push(child);
      return child;
    };
    // All at once: the migrations wait for each other.
    const instances = await Promise.all([start(), start(), start()]);

    const acknowledged = new Map<string, Envelope>();
    let goal = 60;
    let enough = Promise.withResolvers<void>();
    let stopped = false;
    async function write(turn: number): Promise<void> {
      for (let i = turn; !stopped; i += 1) {
        const at = instances[i % instances.length];
        if (!at) return;
        // Offered until it is taken, to whichever instance answers: as a device does.
        const batch = [owner.note(rep), rep.note(rep)].map((note, k) => ({ note, by: k ? rep : owner }));
        for (const { note, by } of batch) {
          for (let tries = 0; ; tries += 1) {
            const url = instances[(i + tries) % instances.length]?.url ?? '';
            const answer = await push(url, by, note).catch(() => undefined);
            if (answer?.results[0]?.status === 'accepted') break;
            // It may be one that just died, or a limit: a device, too, waits before it asks again.
            await pause(50);
            if (tries > 400) throw new Error(`Nobody takes it: ${JSON.stringify(answer)}`);
          }
          acknowledged.set(note.id, note);
        }
        if (acknowledged.size >= goal) enough.resolve();
      }
    }
    const writers = [write(0), write(1), write(2)];
    const failed = Promise.race(writers.map(writer => writer.then(() => undefined)));
    for (let round = 0; round < 3; round += 1) {
      await Promise.race([enough.promise, failed]);
      const victim = Math.floor(Math.random() * instances.length);
      await instances[victim]?.end(round === 1 ? 'SIGTERM' : 'SIGKILL');
      goal = acknowledged.size + 40;
      enough = Promise.withResolvers<void>();
      await Promise.race([enough.promise, failed]);
      instances[victim] = await start();
      goal = acknowledged.size + 20;
      enough = Promise.withResolvers<void>();
    }
    stopped = true;
    await Promise.all(writers);

    for (const { url } of instances) {
      const held = await pullAll(url, rep);
      const ids = held.map(record => record.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.sort()).toEqual([...acknowledged.keys()].sort());
      for (const record of held) expect(record).toEqual(acknowledged.get(record.id));
    }
  }, 120_000);
});

async function push(url: string, member: TestMember, note: Envelope): Promise<PushResponse> {
  const response = await fetch(`${url}/v1/push`, {
    method: 'POST',
    headers: { authorization: `Bearer ${member.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ records: [note] }),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json() as Promise<PushResponse>;
}

async function pullAll(url: string, member: TestMember): Promise<Envelope[]> {
  const records: Envelope[] = [];
  let cursor: string | undefined;
  for (let more = true; more; ) {
    const query = cursor === undefined ? '' : `?cursor=${cursor}`;
    const response = await fetch(`${url}/v1/pull${query}`, {
      headers: { authorization: `Bearer ${member.token}` },
    });
    const page = (await response.json()) as PullResponse;
    records.push(...(page.records as Envelope[]));
    ({ cursor, more } = page);
  }
  return records;
}
