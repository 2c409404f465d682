/** Sentences that are true of one and of several, and after their day has passed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { measureWords } from '#components/behaviours/measure-words.ts';
import type { Measure } from '#lib/records/kinds/behaviour.ts';
import type { Member } from '#lib/sync/protocol.ts';
import { inPanel, inSidebar } from '../../gallery/shells.tsx';
import { alone, artifacts, beside, monthOf, now, onlyWith } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

const member = (id: string, roles: Member['roles'], coachIds: string[] = []): Member => ({
  id,
  name: id,
  roles,
  coachIds,
});

test.each<[Measure, string, string]>([
  [{ kind: 'frequency', target: 1, per: 'day' }, 'Once a day', 'Einmal am Tag'],
  [{ kind: 'frequency', target: 1, per: 'week' }, 'Once a week', 'Einmal in der Woche'],
  [{ kind: 'frequency', target: 2, per: 'week' }, '2 times a week', '2-mal in der Woche'],
  [
    { kind: 'frequency', target: 1, per: 'week', people: 1 },
    'Once a week, with one person',
    'Einmal in der Woche, mit einer Person',
  ],
  [{ kind: 'latency', withinMinutes: 1 }, 'Within a minute', 'Innerhalb einer Minute'],
])('a measure: %o', async (measure, en, de) => {
  shown = await show({ world: alone, show: inSidebar });
  expect(measureWords(measure)).toBe(en);
  await shown.takeOff();
  shown = await show({ world: alone, show: inSidebar }, 'de');
  expect(measureWords(measure)).toBe(de);
});

test.each<[string, Member[], string[]]>([
  ['one', [member('ines', ['coach', 'owner'])], ['ines sees your', 'ines manages the']],
  [
    'two, one of them with a bar in the name',
    [member('ines', ['coach', 'owner']), member('a | b', ['owner', 'coach'])],
    ['ines and a | b see your', 'ines and a | b manage the'],
  ],
])('who sees my practice: %s', async (_name, others, says) => {
  const me = member(
    'jonas',
    ['coachee'],
    others.map(({ id }) => id),
  );
  shown = await show({
    world: onlyWith('jonas', [], [me, ...others]),
    show: inSidebar,
    press: ['#tab-today'],
    until: '.who',
  });
  const text = await shown.text();
  for (const sentence of says) expect(text).toContain(sentence);
});

test('nobody is told that all stays on the device when a server has it', async () => {
  shown = await show({
    world: onlyWith('ines', [], [member('ines', ['owner'])]),
    show: inSidebar,
    press: ['#tab-today'],
    until: '.who',
  });
  expect(await shown.text()).not.toContain('stays on this device');
});

test.each([
  ['alone, who saves', alone, 'Ctrl+Enter: “Save”'],
  ['of a coach, who sends', monthOf('ines'), 'Ctrl+Enter: “Send to'],
] as const)('the keys of the composer %s', async (_name, world, says) => {
  shown = await show({ world, show: inPanel(beside(artifacts.crm)), until: '.send button' });
  expect(await shown.text()).toContain(says);
});
