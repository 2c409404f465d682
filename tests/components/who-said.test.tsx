/** Whoever is named as having said that something did not happen has said so. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Envelope } from '#lib/records/envelope.ts';
import { DAY, HOUR } from '#lib/time.ts';
import { answer, behaviour, commitment, log, note, verdict } from '#testing/records.ts';
import { inSidebar } from '../../gallery/shells.tsx';
import { artifacts, now, onlyWith } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

const nextStep = behaviour({}, { id: 'next-step', by: 'ines', about: 'jonas' });
const sent = note(
  { artifact: artifacts.crm, behaviourId: 'next-step' },
  { by: 'ines', about: 'jonas', at: now - 3 * DAY },
);
const accepted = answer(sent, {}, { by: 'jonas', about: 'ines', at: now - 2 * DAY });
const promised = commitment(
  sent,
  { dueAt: now - HOUR, behaviourId: 'next-step' },
  { by: 'jonas', about: 'ines', at: now - 2 * DAY },
);
const found = (by: string) =>
  verdict(promised, { finding: 'not' }, { by, about: 'jonas', at: now - HOUR / 2 });
const logged = (by: string) =>
  log(
    { behaviourId: 'next-step', result: 'notDone', day: '2026-11-04' },
    { by, about: 'jonas', at: now - HOUR },
  );

const cases: [string, Envelope, string][] = [
  ['the person', logged('jonas'), 'logged that it did not happen'],
  ['me, in an entry', logged('ines'), 'You logged that'],
  ['another coach, in an entry', logged('tom'), 'Tom'],
  ['me, in a verdict', found('ines'), 'You have not seen'],
  ['another coach, in a verdict', found('tom'), 'Tom'],
];

test.each(cases)('a miss that was found by %s', async (_who, said, words) => {
  shown = await show({
    world: { ...onlyWith('ines', []), records: [nextStep, sent, accepted, promised, said] },
    show: inSidebar,
    press: ['#tab-people'],
    until: '[data-stall="missed"]',
  });
  await shown.text();
  const label = shown.container.querySelector('[data-stall="missed"] h3')?.textContent ?? '';
  expect(label).toContain(words);
  expect(label.includes('logged that it did not happen')).toBe(said.authorId === 'jonas');
});
