/** Reviews on the full page: what was written can be read again, and nothing that was typed is lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { dayOf } from '#lib/coaching/calendar.ts';
import type { Body } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';
import { make } from '#testing/records.ts';
import { press, seen } from '../../gallery/press.ts';
import { inDashboard } from '../../gallery/shells.tsx';
import { now, onlyWith } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  location.hash = '';
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

/** Types into the first text field that a selector finds, once it is there. */
async function type(container: HTMLElement, selector: string, text: string): Promise<void> {
  await seen(container, selector);
  const field = container.querySelector(selector);
  if (!field) throw new Error(`There is no ${selector}.`);
  await userEvent.fill(field, text);
}

const valueIn = (container: HTMLElement, selector: string) =>
  container.querySelector<HTMLTextAreaElement>(selector)?.value;

test('a half-written answer is there again after “Go on later” and after another tab', async () => {
  shown = await show({ ...reviewsWith(weekly({})), press: ['#tab-reviews', 'reviews.resume'] });
  const { container, staged } = shown;
  await type(container, '.review form textarea', 'One behaviour moved.');
  await staged.atRest();
  for (const what of ['reviews.later', 'reviews.resume']) await press(container, what);
  await seen(container, '.review form textarea');
  expect(valueIn(container, '.review form textarea')).toBe('One behaviour moved.');
  await press(container, '#tab-week');
  await seen(container, '#tab-week[aria-selected="true"]');
  for (const what of ['#tab-reviews', 'reviews.resume']) await press(container, what);
  await seen(container, '.review form textarea');
  expect(valueIn(container, '.review form textarea')).toBe('One behaviour moved.');
});

test('so is a decision', async () => {
  const answers = ['happened', 'why', 'next'].map(id => ({ id, text: 'Said.', savedAt: now }));
  const review = weekly({ kind: 'afterAction', questionSet: { id: 'afterAction', version: 1 }, answers });
  shown = await show({ ...reviewsWith(review), press: ['#tab-reviews', 'reviews.resume'] });
  const { container, staged } = shown;
  const decision = '.review > .stack .input.short';
  await type(container, decision, 'Open with the number.');
  await staged.atRest();
  for (const what of ['reviews.later', 'reviews.resume']) await press(container, what);
  await seen(container, decision);
  expect(valueIn(container, decision)).toBe('Open with the number.');
});

test('so is the problem with which a programme begins', async () => {
  shown = await show({
    world: onlyWith('ines', []),
    show: inDashboard,
    press: ['#tab-programmes', 'programmes.begin'],
  });
  const { container, staged } = shown;
  await type(container, 'details textarea', 'Follow-ups come late.');
  await staged.atRest();
  await press(container, '#tab-week');
  await seen(container, '#tab-week[aria-selected="true"]');
  for (const what of ['#tab-programmes', 'programmes.begin']) await press(container, what);
  await seen(container, 'details textarea');
  expect(valueIn(container, 'details textarea')).toBe('Follow-ups come late.');
});

test('a coach’s own look back is about the coach, and says who sees it', async () => {
  shown = await show({ world: onlyWith('ines', []), show: inDashboard, press: ['#tab-reviews'] });
  const { container } = shown;
  const start = '[aria-labelledby="reviews-start"]';
  await seen(container, `${start} select`);
  const whose = container.querySelector<HTMLSelectElement>(`${start} select`);
  expect(whose?.value).toBe('ines');
  if (whose) await userEvent.selectOptions(whose, 'jonas');
  // The first button is the weekly review.
  await press(container, `${start} .row button`);
  await seen(container, '.review form');
  const text = await shown.text();
  expect(text).not.toContain('Jonas');
  expect(text).toMatch(/Only you see this|those who coach you/);
});

test('the week of a review begins where the workspace says it begins', async () => {
  // Today is a Wednesday; nobody's week begins on one unless the workspace says so.
  const settings = make('settings', { weekStart: 3, timeZone: 'UTC' }, { by: 'mara', about: 'mara' });
  shown = await show({
    world: onlyWith('ines', [{ ...settings, audience: 'workspace' }]),
    show: inDashboard,
    press: ['#tab-reviews', '[aria-labelledby="reviews-start"] .row button', 'week.leave', 'reviews.read'],
    until: '.review dl',
  });
  expect(await shown.text()).toContain('2026-11-04');
});
