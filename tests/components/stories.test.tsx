/** Every story of the gallery, however it is looked at: nothing breaks, nothing is out of reach, nothing is too wide. */
import '#components/ui/tokens.css';
import '#components/ui/controls.css';
// Loaded when first shown; here they are at hand, so that nobody waits for the network.
import '#components/insight/MeView.tsx';
import '#components/insight/TeamView.tsx';
import '#components/people/PeopleView.tsx';
import '#components/today/TodayView.tsx';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type Staged, stage } from '../../gallery/stage.tsx';
import { stories } from '../../gallery/stories.ts';
import { now } from '../../gallery/worlds.ts';
import en from '../../locales/en.json';
import { axeProblems, notReachedByTab, tooWide } from './check.ts';
import { componentsIn } from './rendered.ts';

let container: HTMLElement;
let staged: Staged | undefined;
/** The names of the stories that were staged, and what they showed. */
const played = new Set<string>();
const shown = new Set<unknown>();
const complaints: unknown[][] = [];

beforeEach(() => {
  vi.setSystemTime(now);
  complaints.length = 0;
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...said) => void complaints.push(said));
  }
  container = document.body.appendChild(document.createElement('div'));
});

afterEach(async () => {
  await staged?.takeOff();
  staged = undefined;
  container.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe.each(stories.map(story => [story.name, story] as const))('%s', (_name, story) => {
  test.each(['en', 'de'] as const)('%s', async language => {
    staged = await stage(container, story, { scheme: 'light', language, direction: 'ltr' });
    await staged.atRest();
    for (const details of container.querySelectorAll('details')) details.open = true;
    await staged.atRest();

    played.add(story.name);
    for (const component of componentsIn(container)) shown.add(component);

    expect(tooWide(), 'wider than the window').toEqual([]);
    expect(await axeProblems(), 'axe, light').toEqual([]);
    document.documentElement.style.colorScheme = 'dark';
    expect(await axeProblems('color-contrast'), 'axe, dark').toEqual([]);
    document.documentElement.dir = 'rtl';
    expect(tooWide(), 'wider than the window, right to left').toEqual([]);
    // In every language and colour the order is the same.
    if (language === 'en') expect(await notReachedByTab(container), 'out of reach of Tab').toEqual([]);
    if (!story.mayComplain) expect(complaints, 'said in the console').toEqual([]);
  });
});

test('where one card breaks, it says so, and its neighbours go on', async () => {
  const story = stories.find(({ name }) => name === 'broken, one card between two');
  if (!story) throw new Error('The story is gone.');
  staged = await stage(container, story, { scheme: 'light', language: 'en', direction: 'ltr' });
  await expect.element(page.getByText(en.broken.thing)).toBeVisible();
  expect(container.querySelectorAll('[role="alert"]')).toHaveLength(1);
  expect(container.textContent).toContain('The card before');
  await page.getByRole('button', { name: 'The card after' }).click();
  expect(document.activeElement?.textContent).toBe('The card after');
});

test('every component has a story', ({ skip }) => {
  if (played.size < stories.length) skip('Only some of the stories were asked for.');
  const files = import.meta.glob<Record<string, unknown>>('/components/**/*.tsx', { eager: true });
  const missing = Object.entries(files).flatMap(([file, exported]) =>
    Object.entries(exported)
      .filter(
        ([name, value]) => typeof value === 'function' && /^[A-Z]|^default$/.test(name) && !shown.has(value),
      )
      .map(([name]) => `${name} of ${file}`),
  );
  expect(missing).toEqual([]);
});
