/**
 * Composers in several tabs against the real store, in every order: no words are ever lost. A run that finds something
 * prints its seed; look at it again with DRAFTS_SEED=<seed>, and run more with DRAFTS_RUNS=<count>.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { freshDb } from '../store/open.ts';
import { type Act, acts, World } from './model-world.ts';

const background = vi.hoisted(() => ({ ask: vi.fn() }));
vi.mock('#lib/messages/ask.ts', () => ({ ask: background.ask, RefusedError: class extends Error {} }));

const seed = Number(process.env.DRAFTS_SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.DRAFTS_RUNS ?? 25);

test(`whatever happens in two or three composers, every word is stored, a draft or on a screen (DRAFTS_SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 22 }), async (story: Act[]) => {
      const world = new World(freshDb());
      background.ask.mockImplementation(world.answer);
      try {
        for (const act of story) {
          await world.perform(act);
          expect(await world.lostWords(), JSON.stringify(act)).toEqual([]);
        }
        await world.settle();
        expect(await world.lostWords()).toEqual([]);
      } finally {
        world.end();
      }
    }),
    { seed, numRuns, endOnFailure: false },
  );
}, 240_000);
