/** The composer says at once what this device counts, and goes on to everybody's notes when the server has answered. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY } from '#lib/time.ts';
import { behaviour, note } from '#testing/records.ts';
import { composerWith } from '../../gallery/shells.tsx';
import type { Answers } from '../../gallery/stand-in/server.ts';
import { artifacts, beside, now, onlyWith } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

const ON_DEVICE = 'only the notes on this device are counted';
const EVERYBODY = 'some that you cannot read';
const nextStep = behaviour({}, { id: 'next-step', by: 'jonas', about: 'jonas' });
const before = note({ artifact: artifacts.crm }, { by: 'ines', about: 'jonas', at: now - 3 * DAY });

const story = (server?: Answers, kind: 'correction' | 'recognition' = 'correction') => ({
  world: { ...onlyWith('ines', [nextStep, before]), ...(server ? { server } : {}) },
  show: composerWith(beside(artifacts.video), ({ draft }) => ({
    draft: draft && { ...draft, kind, subjectId: 'jonas', behaviourId: 'next-step' },
  })),
});

const counts = (all: number, yours: number, notesToday = 0) => ({
  notesToday: { all: notesToday, yours: 0 },
  corrections: { all, yours },
});

test('without a server that answers, the composer says that it counts what this device has', async () => {
  shown = await show(story());
  expect(await shown.text()).toContain(ON_DEVICE);
  expect(await shown.text()).not.toContain('Note number');
  await shown.takeOff();
  shown = await show(story({}), 'de');
  expect(await shown.text()).toContain('was auf diesem Gerät liegt');
});

test('nobody waits for the number: the form is there, and the hint follows when the server answers', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  shown = await show(story({ '/v1/counts': promise }));
  const first = await shown.text();
  expect(first).toContain('Jonas');
  expect(first).not.toContain('Note number');
  expect(first).not.toContain(ON_DEVICE);
  resolve(counts(3, 1));
  await vi.waitFor(async () => expect(await shown?.text()).toContain('Note number 4'));
  const then = await shown.text();
  expect(then).toContain(EVERYBODY);
  expect(then).not.toContain(ON_DEVICE);
});

test('where nobody else wrote, nothing is said of others', async () => {
  shown = await show(story({ '/v1/counts': counts(1, 1) }));
  const text = await shown.text();
  expect(text).not.toContain('Note number');
  expect(text).not.toContain(EVERYBODY);
  expect(text).not.toContain(ON_DEVICE);
});

test('the day’s notes of others fill up the day', async () => {
  shown = await show(story({ '/v1/counts': counts(1, 1, 3) }));
  await vi.waitFor(async () => expect(await shown?.text()).toContain('has had 3 notes today'));
});

test('a recognition counts nothing, and says nothing of it', async () => {
  shown = await show(story(undefined, 'recognition'));
  expect(await shown.text()).not.toContain(ON_DEVICE);
});
