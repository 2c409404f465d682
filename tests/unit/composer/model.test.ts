/**
 * Runs composers in several tabs against the real store, in random order: no words may ever be lost. A run that finds
 * a fault prints its seed. Repeat it with DRAFTS_SEED=<seed>, and do more runs with DRAFTS_RUNS=<count>.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { freshDb } from '../store/open.ts';
import { type Act, acts, World } from './model-world.ts';

const background = vi.hoisted(() => ({ ask: vi.fn() }));
vi.mock('#lib/messages/ask.ts', () => ({ ask: background.ask, RefusedError: class extends Error {} }));

const seed = Number(process.env.DRAFTS_SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.DRAFTS_RUNS ?? 120);

test(`whatever happens in two or three composers, every word is stored, a draft or on a screen (DRAFTS_SEED=${seed})`, async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 30 }), async (story: Act[]) => {
      const world = new World(freshDb());
      background.ask.mockImplementation(world.answer);
      // A dying worker is logged to the console, and here workers die all the time.
      vi.spyOn(console, 'warn').mockImplementation(() => {});
      try {
        for (const act of story) {
          await world.perform(act);
          expect(await world.lostWords(), JSON.stringify(act)).toEqual([]);
        }
        await world.settle();
        expect(await world.lostWords()).toEqual([]);
        expect(world.untrue).toEqual([]);
        sent += await world.notes();
      } finally {
        world.end();
      }
    }),
    { seed, numRuns, endOnFailure: false },
  );
  // If nothing was ever sent, the model could not find anything.
  expect(sent).toBeGreaterThan(0);
}, 240_000);
