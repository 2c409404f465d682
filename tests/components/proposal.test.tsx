/** Where a person decides about a behaviour they see all that is said about it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { DAY } from '#lib/time.ts';
import { behaviour } from '#testing/records.ts';
import { inSidebar } from '../../gallery/shells.tsx';
import { now, onlyWith } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

test('a proposal says why it works and what to watch', async () => {
  const body = shippedBehaviour('library:cold-reason')?.body;
  const whole = { ...body, whyItWorks: 'It is heard while it counts.', watch: 'Replies within a day.' };
  const proposed = behaviour({ ...whole, state: 'proposed' }, { by: 'ines', about: 'jonas', at: now - DAY });
  shown = await show({
    world: onlyWith('jonas', [proposed]),
    show: inSidebar,
    press: ['#tab-today'],
    until: '[aria-labelledby="proposals"]',
  });
  const text = await shown.text();
  expect(text).toContain(whole.whyItWorks);
  expect(text).toContain(whole.watch);
});
