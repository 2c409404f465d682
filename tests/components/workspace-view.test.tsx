/** The view of the whole workspace: for whom it is, and what it says. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inDashboard } from '../../gallery/shells.tsx';
import { stories } from '../../gallery/workspace.tsx';
import { identityOf, now, onlyWith } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

function story(name: string) {
  const found = stories.find(each => each.name === `workspace, ${name}`);
  if (!found) throw new Error(`There is no story ${name}.`);
  return found;
}

test('an owner reads whose turn it is, to whom, since when and by which clock', async () => {
  shown = await show(story('escalations and figures'));
  const text = await shown.text();
  for (const words of ['Ines Duarte', 'Jonas Petersen', '24 hours for a reply', 'one day without a note'])
    expect(text).toContain(words);
  expect(text).toContain('9 of 14');
  expect(text).toContain('too few people, or not over yet');
});

test('without an answer of the server it says so, and can be asked again', async () => {
  shown = await show(story('no answer'));
  expect(await shown.text()).toContain('The server has not answered');
  expect(shown.container.querySelectorAll('[role="status"] button')).toHaveLength(2);
});

test('a sponsor sees figures and no escalations; a coach has no such tab', async () => {
  const sponsor = identityOf('mara').members.map(each =>
    each.id === 'mara' ? { ...each, roles: ['sponsor' as const] } : each,
  );
  const { server } = story('escalations and figures').world;
  shown = await show({
    world: { ...onlyWith('mara', [], sponsor), ...(server ? { server } : {}) },
    show: inDashboard,
    press: ['#tab-workspace'],
    until: '.card',
  });
  const text = await shown.text();
  expect(text).toContain('9 of 14');
  expect(text).not.toContain('Jonas Petersen');
  await shown.takeOff();
  shown = await show({ world: onlyWith('ines', []), show: inDashboard });
  await shown.text();
  expect(shown.container.querySelector('#tab-workspace')).toBeNull();
});
