/**
 * Random records by random members, pushed to a real server and judged beside it by the rules as docs/server.md has
 * them (written-rules/rules.ts). The server must take in and show what they say, and nothing else.
 *
 * SIDELINE_RECORDS=10000 does all of it; SIDELINE_SEED=<seed>, as a failing run prints it, does the same again.
 */
import { expect, onTestFinished, test } from 'vitest';
import { chanceFrom } from '#testing/chance.ts';
import { postgresUrl } from '#testing/server/empty-store.ts';
import { Comparison } from './written-rules/comparison.ts';
import { People } from './written-rules/people.ts';

const seed = Number(process.env.SIDELINE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const asked = process.env.SIDELINE_RECORDS;
/** A small run takes a few seconds; PostgreSQL is there for what the databases could do differently. */
const count = Number(asked ?? (postgresUrl() === undefined ? 2000 : 400));
const MOST_DIFFERENCES = 10;
const PULL_EVERY = 12;

test('the server takes in and shows what the written rules say, and nothing else', async () => {
  const people = await People.gather();
  onTestFinished(() => people.team.stop());
  const comparison = new Comparison(people, chanceFrom(seed));
  let leaversAreHere = true;
  for (let pushed = 0, steps = 1; pushed < count; steps++) {
    pushed += await comparison.step();
    if (steps % PULL_EVERY === 0) await comparison.pull();
    if (leaversAreHere && pushed > count / 3) {
      await people.leave();
      leaversAreHere = false;
    }
    if (comparison.differences.length >= MOST_DIFFERENCES) break;
  }
  await comparison.pull({ fresh: true });
  const found = comparison.differences.slice(0, MOST_DIFFERENCES).join('\n');
  expect(found, `Seed ${seed}. See it happen: ${replay()}\n${found}\n`).toBe('');
  // A run in which hardly anything is taken in compares nothing.
  const stored = [...comparison.counts].filter(([what]) => what.endsWith('stored'));
  expect(stored.reduce((sum, [, times]) => sum + times, 0)).toBeGreaterThan(count / 4);
}, 3_600_000);

function replay(): string {
  const config = postgresUrl() === undefined ? '' : '--config tests/server/vitest.config.ts ';
  return `SIDELINE_SEED=${seed} SIDELINE_RECORDS=${count} npx vitest run ${config}tests/server/written-rules`;
}
