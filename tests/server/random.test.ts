/**
 * Runs the extension's engine and store many times against the real server, over a network on which
 * everything goes wrong. Replay a failing seed with SIDELINE_SEED=<seed>; run others with
 * SIDELINE_SEEDS=<count> and SIDELINE_FROM=<seed>. docs/sync.md explains what the test covers.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Envelope } from '#lib/records/envelope.ts';
import { maySee } from '#lib/records/visibility.ts';
import { outbox } from '#lib/store/outbox.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import type { PullResponse } from '#lib/sync/protocol.ts';
import { postgresUrl } from '#testing/server/empty-store.ts';
import { newStore } from '#testing/server/stores.ts';
import { keyOf } from '#tests/unit/sync/ledger.ts';
import { decide, edit, step } from './random-people.ts';
import { makeTeam, type TeamStore } from './random-team.ts';
import { type Device, World } from './random-world.ts';

const only = process.env.SIDELINE_SEED;
const asked = process.env.SIDELINE_SEEDS;
const first = Number(process.env.SIDELINE_FROM ?? 1);
/**
 * Without SIDELINE_SEEDS we run as many seeds as fit into this time, in ms, but at least one of each kind.
 */
const TIME = 30_000;
const MIN_SEEDS = 4;
const STEPS = 100;

let team: TeamStore;
beforeAll(async () => {
  team = await makeTeam(await newStore());
});
afterAll(() => team.store.drop());

test('whatever happens on the way, every device ends with exactly what its owner may see, and no words are lost', async () => {
  const seeds = only === undefined ? seedsToRun() : [Number(only)];
  let ran = 0;
  for (const seed of seeds) {
    await play(seed);
    ran += 1;
  }
  expect(ran).toBeGreaterThan(0);
}, 3_600_000);

function* seedsToRun(): Generator<number> {
  const end = performance.now() + TIME;
  const count = asked === undefined ? Number.POSITIVE_INFINITY : Number(asked);
  for (let i = 0; i < count; i++) {
    if (asked === undefined && i >= MIN_SEEDS && performance.now() > end) return;
    yield first + i;
  }
}

async function play(seed: number): Promise<void> {
  const world = await World.make(seed, team, edit);
  try {
    for (let i = 0; i < STEPS; i++) await step(world);
    await settleDown(world);
    const union = await unionOf(world);
    await checkDevices(world, union);
    await checkFreshDevice(world, union);
    world.ledger.check(union, world.server.accepted, new Set([...world.purged, ...world.server.neverTaken]));
    expect(world.server.wrong).toEqual([]);
  } catch (error) {
    const story = only === undefined ? '' : `${world.story.join('\n')}\n`;
    const replay = `SIDELINE_SEED=${seed} npx vitest run ${config()}tests/server/random`;
    throw new Error(`${story}Seed ${seed}. See it happen: ${replay}\n${error}`, { cause: error });
  } finally {
    await world.close();
  }
}

/** PostgreSQL runs use their own configuration. */
function config(): string {
  return postgresUrl() === undefined ? '' : '--config tests/server/vitest.config.ts ';
}

/**
 * The network works again, authors decide what they are asked, and everybody syncs until nothing changes any
 * more.
 */
async function settleDown(world: World): Promise<void> {
  world.calmDown();
  for (let pass = 0; pass < 14; pass++) {
    let changes = 0;
    for (const device of world.devices) {
      world.now += 1000;
      const outcome = await world.sync(device);
      changes += outcome.ok ? outcome.pushed + outcome.pulled : 1;
      const { waiting, refused, stale } = await outbox(device.db, world.team.workspaceId);
      changes += waiting + refused.length + stale.length;
      changes += await device.db.records.filter(row => row.unconfirmed !== undefined).count();
      await decide(world, device);
    }
    if (changes === 0) return;
  }
  throw new Error('The devices never stop syncing.');
}

/** What everybody wrote, according to their own devices; all devices of an author must agree. */
async function unionOf(world: World): Promise<Map<string, Envelope>> {
  const union = new Map<string, Envelope>();
  const devicesOf = Map.groupBy(world.devices, ({ member }) => member.id);
  for (const [memberId, devices] of devicesOf) {
    const held: string[][] = [];
    for (const { db } of devices) {
      const own = await db.records
        .filter(row => row.authorId === memberId && !isLocalTombstone(world, row))
        .toArray();
      held.push(own.map(line));
      for (const row of own) union.set(row.id, toEnvelope(row));
    }
    for (const one of held) checkSame(one, held[0] ?? [], `The devices of ${devices[0]?.name} do not agree`);
  }
  return union;
}

/** Every device must hold exactly what `maySee` shows its owner of everything that was written. */
async function checkDevices(world: World, union: Map<string, Envelope>): Promise<void> {
  for (const device of world.devices) {
    const rows = await device.db.records.toArray();
    expect(rows.filter(row => row.sync !== 'accepted').map(line), device.name).toEqual([]);
    const there = rows.filter(row => row.deletedAt === undefined);
    checkSame(there.map(line), visible(world, device, union), device.name);
    // A tombstone contains nothing, so it may stay after its owner may no longer see the record. It must be a
    // real one.
    for (const row of rows.filter(each => each.deletedAt !== undefined && !isLocalTombstone(world, each))) {
      expect(union.get(row.id)?.deletedAt, `${row.id} at ${device.name}`).toBeDefined();
    }
  }
}

/** A device that starts empty gets the same, however small the pages are. */
async function checkFreshDevice(world: World, union: Map<string, Envelope>): Promise<void> {
  for (const device of world.devices) {
    // A pull can show a record once for its author's circle and again for everyone; it is the same each time.
    const records = new Map<string, Envelope>();
    let cursor = '';
    for (let more = true; more; ) {
      const response = await fetch(`${world.server.url}/v1/pull?limit=3${cursor}`, {
        headers: { authorization: `Bearer ${device.token}` },
      });
      const page = (await response.json()) as PullResponse;
      for (const record of page.records as Envelope[]) records.set(record.id, record);
      ({ more } = page);
      cursor = `&cursor=${page.cursor}`;
    }
    const there = [...records.values()].filter(record => record.deletedAt === undefined);
    checkSame(there.map(line), visible(world, device, union), `a fresh device of ${device.name}`);
  }
}

/** A tombstone of which the server keeps nothing: it was purged, or never taken. A device may still have it or not. */
function isLocalTombstone({ purged, server }: World, { id, deletedAt }: Envelope): boolean {
  return deletedAt !== undefined && (purged.has(id) || server.neverTaken.has(id));
}

function visible(world: World, device: Device, union: Map<string, Envelope>): string[] {
  const viewer = world.server.viewerOf(device.member.id);
  const seen = [...union.values()].filter(record => record.deletedAt === undefined && maySee(record, viewer));
  return seen.map(line);
}

function checkSame(held: string[], expected: string[], where: string): void {
  const surplus = held.filter(each => !expected.includes(each));
  const missing = expected.filter(each => !held.includes(each));
  if (surplus.length + missing.length === 0 && held.length === expected.length) return;
  throw new Error(`${where}: ${JSON.stringify({ surplus, missing }, null, 2)}`);
}

function line(record: Envelope): string {
  const { id, rev, audience, subjectId = '-' } = record;
  return [id, rev, keyOf(record), audience, subjectId].join(' ');
}
