/**
 * Runs the sync many times against everything that can go wrong. A failing run prints its seed; replay it
 * with MODEL_SEED=<seed>, and run others with MODEL_SEEDS=<count> MODEL_FROM=<seed>.
 */
import { expect, test } from 'vitest';
import { outbox } from '#lib/store/outbox.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import { keyOf } from './ledger.ts';
import { WORKSPACE } from './model-server.ts';
import { World } from './model-world.ts';

const only = process.env.MODEL_SEED;
const count = Number(process.env.MODEL_SEEDS ?? 300);
const first = Number(process.env.MODEL_FROM ?? 1);
const seeds = only === undefined ? Array.from({ length: count }, (_, i) => first + i) : [Number(only)];
const STEPS = 40;

test('whatever happens on the way, every device ends with exactly what its owner may see, and no words are lost', async () => {
  for (const seed of seeds) {
    const world = await World.make(seed);
    try {
      for (let i = 0; i < STEPS; i++) await world.step();
      await settleDown(world);
      await checkDevices(world);
      checkWords(world);
    } catch (error) {
      const story = world.story.join('\n');
      throw new Error(
        `MODEL_SEED=${seed}\n${only === undefined ? '' : story}\n${error}\n${error instanceof Error ? error.stack : ''}`,
        { cause: error },
      );
    } finally {
      await world.close();
    }
  }
}, 300_000);

/**
 * The network works again, authors decide what they are asked, and everybody syncs until nothing changes any
 * more.
 */
async function settleDown(world: World): Promise<void> {
  world.trouble = 0;
  for (let pass = 0; pass < 12; pass++) {
    let changes = 0;
    for (const device of world.devices) {
      world.now += 1000;
      const outcome = await world.sync(device);
      if (!outcome.ok) changes += 1;
      else changes += outcome.pushed + outcome.pulled;
      const { waiting, refused, stale } = await outbox(device.db, WORKSPACE);
      changes += waiting + refused.length + stale.length;
      changes += (await device.db.records.toArray()).filter(row => row.unconfirmed !== undefined).length;
      await world.decide(device);
    }
    if (changes === 0) return;
  }
  throw new Error('The devices never stop syncing.');
}

async function checkDevices(world: World): Promise<void> {
  for (const { name, member, db } of world.devices) {
    const rows = (await db.records.toArray()).map(row => [
      row.id,
      row.sync,
      row.rev,
      keyOf(row),
      row.audience,
    ]);
    const visible = [...world.server.visibleTo(member).values()].map(({ record }) => [
      record.id,
      'accepted',
      record.rev,
      keyOf(record),
      record.audience,
    ]);
    expect(rows.map(String).sort(), name).toEqual(visible.map(String).sort());
    // The list that people see is the same, without deleted records.
    expect(await recordsOfType(db, WORKSPACE, 'model')).toHaveLength(
      visible.filter(([, , , key]) => !String(key).endsWith('deleted')).length,
    );
  }
}

function checkWords({ server, ledger, erased }: World): void {
  const finals = new Map([...server.head.records].map(([id, { record }]) => [id, record]));
  ledger.check(finals, server.accepted, erased);
}
