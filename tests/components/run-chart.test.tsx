/** What is drawn of somebody's weeks: dots, and lines only where there are enough of them. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RunChart } from '#components/insight/RunChart.tsx';
import { addDays } from '#lib/coaching/calendar.ts';
import type { Decided } from '#lib/coaching/metrics/decided.ts';
import { runOf } from '#lib/coaching/metrics/run.ts';
import { now } from '../../gallery/worlds.ts';
import { type Shown, show } from './words.tsx';

let shown: Shown | undefined;

beforeEach(() => vi.setSystemTime(now));
afterEach(async () => {
  await shown?.takeOff();
  shown = undefined;
  vi.useRealTimers();
});

/** Whole weeks with these shares, and a current one without any. */
async function drawn(values: readonly (number | null)[], decided: readonly Decided[] = []) {
  const weeks = [...values, null].map((value, i) => ({
    week: addDays('2026-08-03', 7 * i),
    value,
    k: value === null ? 0 : value * 10,
    n: value === null ? 0 : 10,
  }));
  const run = runOf(weeks);
  const chart = (
    <main>
      <RunChart name="Next step" run={run} decided={decided} />
    </main>
  );
  shown = await show({ world: {}, show: () => chart, until: '.run-picture svg' });
  const text = await shown.text();
  const picture = shown.container.querySelector('.run-picture');
  const count = (selector: string) => picture?.querySelectorAll(selector).length;
  return { text, picture, count };
}

const STEADY = [0.5, 0.6, 0.4, 0.6, 0.5, 0.6, 0.5, 0.6];

test('below six weeks: dots and no line, and how many weeks are missing', async () => {
  const { text, count } = await drawn([0.5, 0.6, 0.4]);
  expect(count('circle')).toBe(3);
  expect(count('.weeks')).toBe(0);
  expect(text).toContain('Not enough yet for a line: 3 of 6 whole weeks.');
  expect(text).not.toContain('steady');
});

test('from six weeks a line, and from eight the band of what is usual', async () => {
  const six = await drawn(STEADY.slice(0, 6));
  expect(six.count('.weeks')).toBe(1);
  expect(six.count('.band')).toBe(0);
  expect(six.text).toContain('steady');
  await shown?.takeOff();
  const eight = await drawn(STEADY);
  expect(eight.count('.band')).toBe(1);
  expect(eight.text).toMatch(/Band: a usual week lies between \d+% and \d+%/);
});

test('a week without a value is a gap in the line', async () => {
  const { picture } = await drawn([...STEADY.slice(0, 4), null, ...STEADY.slice(4)]);
  const line = picture?.querySelector('.weeks path')?.getAttribute('d') ?? '';
  expect(line.split('M')).toHaveLength(3);
});

test('decisions are numbered as they are listed; one from before the first week is left out', async () => {
  const at = (day: string) => Date.parse(`${day}T10:00:00Z`);
  const { text, picture } = await drawn(STEADY, [
    { recordId: 'a', at: at('2026-07-01'), text: 'Long before' },
    { recordId: 'b', at: at('2026-08-20'), text: 'Price last' },
    { recordId: 'c', at: at('2026-09-10'), text: 'One brief' },
  ]);
  expect(picture?.textContent).toContain('◆1');
  expect(picture?.textContent).toContain('◆2');
  expect(picture?.textContent).not.toContain('◆3');
  expect(text).not.toContain('Long before');
  expect(text.indexOf('Price last')).toBeLessThan(text.indexOf('One brief'));
});

test('the picture has one name, and the same weeks as a table', async () => {
  const { text, picture, count } = await drawn(STEADY);
  expect(picture?.getAttribute('aria-label')).toMatch(/^Next step, week by week, oldest first: 50%, 60%/);
  expect(count('[aria-label]')).toBe(0);
  expect(shown?.container.querySelectorAll('tbody tr')).toHaveLength(STEADY.length + 1);
  expect(text).toContain('5 of 10');
});
