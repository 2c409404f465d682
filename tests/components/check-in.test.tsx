/** The day to look again: one tap answers, whoever has taken up the behaviour. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY, HOUR } from '#lib/time.ts';
import { note } from '#testing/records.ts';
import { inSidebar } from '../../gallery/shells.tsx';
import { artifacts, now, onlyWith } from '../../gallery/worlds.ts';
import en from '../../locales/en.json';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

test('a note about a behaviour of the library is answered with one tap', async () => {
  const sent = note(
    { artifact: artifacts.crm, behaviourId: 'library:next-step-aloud', checkInAt: now - HOUR },
    { by: 'ines', about: 'jonas', at: now - 6 * DAY },
  );
  shown = await show({
    world: onlyWith('jonas', [sent]),
    show: inSidebar,
    press: ['#tab-today'],
    until: '[aria-labelledby="check-ins"]',
  });
  await shown.text();
  const { container } = shown;
  const taps = [
    ...container.querySelectorAll<HTMLButtonElement>('[aria-labelledby="check-ins"] .taps button'),
  ];
  expect(taps.map(({ textContent }) => textContent)).toContain(en.today.log.done);
  taps[0]?.click();
  await vi.waitFor(() => expect(container.querySelector('[aria-labelledby="check-ins"]')).toBeNull());
});
