/**
 * Kill -9 at random moments, under load: the server's process, and on PostgreSQL the database's processes too. Five
 * rounds here; `npm run test:faults` makes fifty. (What only a power cut can show, that the disk really has what the
 * system says it has, cannot be shown like this.)
 */
import { afterEach, expect, it } from 'vitest';
import { reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { PullResponse, PushResponse } from '#lib/sync/protocol.ts';
import { chanceFrom } from '#testing/chance.ts';
import { postgresUrl } from '#testing/server/empty-store.ts';
import { type PostgresCluster, startPostgres } from '#testing/server/postgres.ts';
import { type ServerProcess, startServerProcess } from '#testing/server/server-process.ts';
import { newStore, postgresAt, type TestStore } from '#testing/server/stores.ts';
import { startTeam, type TestMember } from '#testing/server/team.ts';

const ROUNDS = Number(process.env.SIDELINE_KILLS ?? 5);
const WRITERS = 3;
const BATCH = 5;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it(
  'a server that is killed at any moment has every acknowledged record, once, and every reader comes to see it',
  async () => {
    const { store, database } = await newHouse();
    const team = await startTeam(store.options);
    const coach = team.owner;
    const rep = await team.join('Rita Rep', ['coachee']);
    await team.assign(coach, rep);
    // How much a device may push at once is limited: in the end each of these offers a part of it all.
    const devices = [coach];
    while (devices.length < ROUNDS) devices.push(await team.signIn(coach));
    await team.stop();

    const world = new Load(coach, rep);
    const chance = chanceFrom(ROUNDS);
    for (let round = 0; round < ROUNDS; round++) {
      const server = await start(store);
      const over = world.run(server.url);
      await world.acknowledgedMore(1 + chance.below(30));
      for (let turns = chance.below(200); turns > 0; turns--) await new Promise(setImmediate);
      if (database && chance.hits(0.4)) {
        await database.kill();
        await database.start();
        // The same server goes on with the database that came back.
        await world.acknowledgedMore(1);
      }
      world.stop();
      await server.end('SIGKILL');
      await over;
    }

    const last = await start(store);
    const held = await pullAll(last.url, coach);
    for (const [id, record] of world.acknowledged) {
      const there = held.get(id);
      // A later change of it may have been kept without its author having heard so.
      if (there?.rev === record.rev) expect(there).toEqual(record);
      else expect(there?.rev, `${id} of revision ${record.rev}`).toBeGreaterThan(record.rev);
    }
    // What was on its way may be there or not; offered again, all of it is, as it was last written.
    await world.requeue(last.url, devices);
    const all = await pullAll(last.url, coach);
    expect([...all.keys()].sort()).toEqual([...world.written.keys()].sort());
    for (const [id, record] of world.written) expect(all.get(id)).toEqual(record);
    // The reader, who went on from its own cursor over all the kills, has missed nothing.
    await world.readOn(last.url);
    expect([...world.read.keys()].sort()).toEqual([...all.keys()].sort());
    for (const [id, record] of world.read) expect(record).toEqual(all.get(id));
    expect(await last.end('SIGTERM')).toBe(0);
  },
  60_000 + ROUNDS * 20_000,
);

/** On PostgreSQL a cluster of its own, as one that others use cannot be killed. */
async function newHouse(): Promise<{ store: TestStore; database?: PostgresCluster }> {
  if (postgresUrl() === undefined) {
    const store = await newStore();
    closing.push(store.drop);
    return { store };
  }
  const database = await startPostgres();
  closing.push(database.stop);
  const store = postgresAt(database.urlOf('postgres'), await database.createDatabase());
  return { store, database };
}

async function start(store: TestStore): Promise<ServerProcess> {
  const server = await startServerProcess(store.env);
  closing.push(() => server.end('SIGKILL'));
  return server;
}

/** Three writers of one author, who write and rewrite as fast as they are answered, and one reader. */
class Load {
  /** The last revision of each record that the server said it accepted. */
  readonly acknowledged = new Map<string, Envelope>();
  /** The last revision of each record that was sent. */
  readonly written = new Map<string, Envelope>();
  readonly read = new Map<string, Envelope>();
  #cursor: string | undefined;
  #coach: TestMember;
  #rep: TestMember;
  #down = false;
  #answers = 0;
  #waiting: { until: number; done: () => void }[] = [];

  constructor(coach: TestMember, rep: TestMember) {
    this.#coach = coach;
    this.#rep = rep;
  }

  /** Resolves when everybody has noticed that it is over. */
  async run(url: string): Promise<void> {
    this.#down = false;
    const writers = Array.from({ length: WRITERS }, () => this.#write(url));
    await Promise.all([...writers, this.#read(url)]);
  }

  stop(): void {
    this.#down = true;
  }

  acknowledgedMore(batches: number): Promise<void> {
    return new Promise(done => this.#waiting.push({ until: this.#answers + batches, done }));
  }

  async #write(url: string): Promise<void> {
    let last: Envelope | undefined;
    while (!this.#down) {
      const batch: Envelope[] = Array.from({ length: BATCH }, () => this.#coach.note(this.#rep));
      // One that the server is known to have is written anew, so that there is something to have twice or half.
      if (last)
        batch.push(reviseRecord(last, { ...last.body, impact: `Rewritten ${this.#answers}` }, Date.now()));
      for (const record of batch) this.written.set(record.id, record);
      const answer = await push(url, this.#coach, batch);
      for (const [i, result] of (answer?.results ?? []).entries()) {
        const record = batch[i];
        if (result.status === 'accepted' && record) this.acknowledged.set(record.id, record);
      }
      last = answer && batch.find(record => record.rev === 1);
      if (answer) this.#count();
    }
  }

  #count(): void {
    this.#answers += 1;
    for (const { until, done } of this.#waiting) if (this.#answers >= until) done();
    this.#waiting = this.#waiting.filter(({ until }) => this.#answers < until);
  }

  async #read(url: string): Promise<void> {
    while (!this.#down) await this.#readPage(url).catch(() => undefined);
  }

  /** Reads to the end; every page must be had. */
  async readOn(url: string): Promise<void> {
    while (await this.#readPage(url));
  }

  async #readPage(url: string): Promise<boolean> {
    const page = await pull(url, this.#rep, this.#cursor);
    for (const record of page.records as Envelope[]) this.read.set(record.id, record);
    this.#cursor = page.cursor;
    return page.more;
  }

  async requeue(url: string, devices: readonly TestMember[]): Promise<void> {
    const all = [...this.written.values()];
    for (let i = 0; i < all.length; i += 100) {
      const device = devices[(i / 100) % devices.length] ?? this.#coach;
      const answer = await push(url, device, all.slice(i, i + 100));
      for (const result of answer?.results ?? []) expect(result).toMatchObject({ status: 'accepted' });
      expect(answer?.results).toHaveLength(Math.min(100, all.length - i));
    }
  }
}

/** Undefined where there was no good answer. */
async function push(url: string, member: TestMember, records: Envelope[]): Promise<PushResponse | undefined> {
  try {
    const response = await fetch(`${url}/v1/push`, {
      method: 'POST',
      headers: { authorization: `Bearer ${member.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ records }),
    });
    return response.ok ? ((await response.json()) as PushResponse) : undefined;
  } catch {
    // Killed: that is what this is about.
    return undefined;
  }
}

async function pull(url: string, member: TestMember, cursor: string | undefined): Promise<PullResponse> {
  const query = cursor === undefined ? '' : `?cursor=${cursor}`;
  const response = await fetch(`${url}/v1/pull${query}`, {
    headers: { authorization: `Bearer ${member.token}` },
  });
  if (!response.ok) throw new Error(`pull: ${response.status}`);
  return (await response.json()) as PullResponse;
}

/** All that a device gets that begins with nothing; throws where one record comes twice. */
async function pullAll(url: string, member: TestMember): Promise<Map<string, Envelope>> {
  const records = new Map<string, Envelope>();
  let cursor: string | undefined;
  for (let more = true; more; ) {
    const page = await pull(url, member, cursor);
    for (const record of page.records as Envelope[]) {
      expect(records.has(record.id), `${record.id} came twice`).toBe(false);
      records.set(record.id, record);
    }
    ({ cursor, more } = page);
  }
  return records;
}
