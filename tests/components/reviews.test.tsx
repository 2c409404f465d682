/** Reviews on the full page: what was written can be read again, and nothing that was typed is lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayOf } from '#lib/coaching/calendar.ts';
import type { Body } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';
import { make } from '#testing/records.ts';
import { inDashboard } from '../../gallery/shells.tsx';
import { now, onlyWith } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

const weekly = (more: Partial<Body<'review'>>) =>
  make(
    'review',
    {
      kind: 'weekly',
      about: dayOf(now),
      questionSet: { id: 'weekly', version: 1 },
      answers: [{ id: 'commitments', text: 'Two calls ended with a date.', savedAt: now }],
      evidence: [],
      noteIds: [],
      ...more,
    },
    { by: 'ines', about: 'ines', at: now - DAY },
  );
const reviewsWith = (review: ReturnType<typeof weekly>) => ({
  world: onlyWith('ines', [review]),
  show: inDashboard,
});

test.each([
  ['finished', { doneAt: now - DAY }],
  ['left', { left: true }],
] as const)('a review that was %s can be read', async (_what, more) => {
  shown = await show({
    ...reviewsWith(weekly(more)),
    press: ['#tab-reviews', 'reviews.read'],
    until: '.review dl',
  });
  const text = await shown.text();
  expect(text).toContain('Two calls ended with a date.');
  expect(text.includes('Go on')).toBe('left' in more);
});

test('one that was left goes on', async () => {
  shown = await show({
    ...reviewsWith(weekly({ left: true })),
    press: ['#tab-reviews', 'reviews.read', 'reviews.resume'],
    until: '.review form',
  });
  expect(await shown.text()).toContain('Two calls ended with a date.');
});
