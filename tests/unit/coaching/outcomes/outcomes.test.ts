import { describe, expect, it } from 'vitest';
import { beforeAfter } from '#lib/coaching/outcomes/before-after.ts';
import { compositionChange } from '#lib/coaching/outcomes/composition.ts';
import type { OutcomeMetric, Reading } from '#lib/coaching/outcomes/metric.ts';
import { previewReadings } from '#lib/coaching/outcomes/read-readings.ts';
import { type Cost, type Lever, roiOf } from '#lib/coaching/outcomes/roi.ts';
import { gapsIn } from '#lib/coaching/outcomes/trace.ts';

const cost = (licences: number): Cost => ({
  coachHours: 0,
  coachRate: 0,
  coacheeHours: 0,
  coacheeRate: 0,
  licences,
  ai: 0,
});
const lever = (more: Partial<Lever> = {}): Lever => ({
  kind: 'rework',
  name: 'Rework',
  delta: 1800,
  unitValue: { low: 50, expected: 100, high: 150 },
  attribution: 1,
  ...more,
});

describe('did it pay', () => {
  it('180 000 for 60 000 is 200 %', () => {
    const { roi, value, paybackMonths } = roiOf([lever()], cost(60_000), 12);
    expect(value).toEqual({ low: 90_000, expected: 180_000, high: 270_000 });
    expect(roi).toEqual({ low: 0.5, expected: 2, high: 3.5 });
    expect(paybackMonths.expected).toBe(4);
  });
  it('has no answer without a cost, which is not infinite', () => {
    const { roi, paybackMonths, problems } = roiOf([lever()], cost(0), 12);
    expect([roi, paybackMonths.expected, problems]).toEqual([null, null, ['cost']]);
    expect(roiOf([lever()], { ...cost(10), ai: -20 }, 12).roi).toBeNull();
  });
  it('counts the hours of coach and coachee, and only the share that is put down to the programme', () => {
    const hours = {
      coachHours: 10,
      coachRate: 80,
      coacheeHours: 20,
      coacheeRate: 50,
      licences: 100,
      ai: 100,
    };
    const { cost: total, value } = roiOf([lever({ attribution: 0.5 }), lever({ kind: 'custom' })], hours, 3);
    expect(total).toBe(2000);
    expect(value.expected).toBe(90_000 + 180_000);
  });
  it('carries nothing forward to a year below three months', () => {
    expect(roiOf([lever()], cost(1), 2.9).annualValue).toBeNull();
    expect(roiOf([lever()], cost(1), 3).annualValue?.expected).toBe(720_000);
  });
  it('keeps low below high where something got worse, and is never paid back then', () => {
    const { value, paybackMonths } = roiOf([lever({ delta: -10 })], cost(100), 6);
    expect(value).toEqual({ low: -1500, expected: -1000, high: -500 });
    expect(paybackMonths).toEqual({ low: null, expected: null, high: null });
  });
  it('refuses what makes no sense', () => {
    expect(roiOf([lever({ attribution: 1.2 })], cost(1), 6)).toMatchObject({
      roi: null,
      problems: ['attribution'],
    });
    const twisted = lever({ unitValue: { low: 3, expected: 2, high: 1 } });
    expect(roiOf([twisted], cost(1), 6).problems).toEqual(['range']);
    expect(roiOf([lever()], cost(1), 0)).toMatchObject({
      roi: null,
      annualValue: null,
      problems: ['months'],
    });
    expect(roiOf([lever({ delta: Number.NaN })], cost(1), 6).problems).toContain('number');
  });
});

const reading = (day: string, value: number, personId?: string): Reading => ({
  metricId: 'm',
  day,
  value,
  ...(personId === undefined ? {} : { personId }),
});

describe('before and after', () => {
  const before = ['2026-01-01', '2026-01-31'] as const;
  const after = ['2026-02-01', '2026-02-28'] as const;
  const each = (month: string, values: number[], who: (i: number) => string) =>
    values.map((value, i) => reading(`${month}-1${i}`, value, who(i)));
  it('is two means with their n and their windows', () => {
    const readings = [
      ...each('2026-01', [1, 2, 3, 4, 5], i => `p${i}`),
      ...each('2026-02', [4, 5, 6, 7, 8], i => `p${i + 1}`),
      reading('2026-03-01', 99),
    ];
    const found = beforeAfter(readings, before, after);
    expect(found).toMatchObject({
      delta: 3,
      before: { value: 3, n: 5, people: 5, window: before },
      after: { n: 5 },
    });
    expect(found.composition).toBeCloseTo(2 / 6, 12);
  });
  it('has no difference until both sides have enough, and no window twice', () => {
    const few = [...each('2026-01', [1, 2, 3, 4], () => 'a'), ...each('2026-02', [1, 2, 3, 4, 5], () => 'a')];
    expect(beforeAfter(few, before, after)).toMatchObject({ delta: null, before: { value: null, n: 4 } });
    expect(() => beforeAfter([], before, ['2026-01-31', '2026-02-28'])).toThrow(RangeError);
  });
  it('people who came or left are a share of all', () => {
    expect(compositionChange(new Set(), new Set())).toBeNull();
    expect(compositionChange(new Set(['a', 'b']), new Set(['b', 'c']))).toBeCloseTo(2 / 3, 12);
  });
});

const metric = (id: string, more: Partial<OutcomeMetric> = {}): OutcomeMetric => ({
  id,
  name: id,
  kind: 'velocity',
  pillar: 'performance',
  unit: 'days',
  better: 'lower',
  primaryDataSource: 'the board',
  ...more,
});

describe('the chain from a note to a result', () => {
  it('names each link that is missing, and takes a link to nothing for none', () => {
    const gaps = gapsIn({
      notes: [{ id: 'n1', behaviourId: 'b1' }, { id: 'n2' }, { id: 'n3', behaviourId: 'gone' }],
      templates: [{ id: 't1' }],
      behaviours: [
        { id: 'b1', metricIds: ['m1'] },
        { id: 'b2', metricIds: ['gone'] },
        { id: 'b3', metricIds: ['m1'] },
      ],
      routines: [
        { id: 'r1', behaviourIds: ['b1'] },
        { id: 'r2', behaviourIds: ['b2'] },
        { id: 'r3', behaviourIds: ['gone'] },
      ],
      metrics: [metric('m1'), metric('m2', { primaryDataSource: ' ' })],
    });
    expect(gaps.map(({ kind, id }) => `${kind}: ${id}`)).toEqual([
      'note without behaviour: n2',
      'note without behaviour: n3',
      'template without behaviour: t1',
      'behaviour without routine: b3',
      'behaviour without metric: b2',
      'routine without behaviour: r3',
      'routine without metric: r2',
      'routine without metric: r3',
      'metric without source: m2',
      'metric without behaviour: m2',
    ]);
  });
});

describe('a pasted table of readings', () => {
  const context = {
    metricId: 'm',
    unit: 'days',
    today: '2026-11-30',
    people: [
      { id: 'p1', name: 'Ann Lee' },
      { id: 'p2', name: 'Bo' },
      { id: 'p3', name: 'bo' },
    ],
    stored: [
      reading('2026-11-01', 4),
      reading('2026-11-02', 5),
      { ...reading('2026-11-03', 6), metricId: 'other' },
    ],
  };
  const preview = (text: string, more: Partial<typeof context> = {}) =>
    previewReadings(text, { ...context, ...more });

  it('says before anything is stored what is new, what is there and what would change', () => {
    const found = preview(
      'date,value,person\n2026-11-01,4,\n2026-11-02,7,\n2026-11-03,6,\n2026-11-03,6,ann lee',
    );
    expect(found.problems).toEqual([]);
    expect(found.rows.map(({ line, does, stored }) => [line, does, stored])).toEqual([
      [2, 'nothing', undefined],
      [3, 'change', 5],
      [4, 'add', undefined],
      [5, 'add', undefined],
    ]);
    expect(found).toMatchObject({
      add: 2,
      change: 1,
      same: 1,
      days: ['2026-11-01', '2026-11-03'],
      header: 1,
    });
    expect(found.rows[3]?.reading.personId).toBe('p1');
  });
  it('needs no names of columns, and reads what a German spreadsheet copies', () => {
    const found = preview('22.11.2026\t12,5\n23.11.2026\t13\n');
    expect(found.rows.map(({ reading: { day, value } }) => [day, value])).toEqual([
      ['2026-11-22', 12.5],
      ['2026-11-23', 13],
    ]);
  });
  it('names each row that it cannot use, and guesses no day and no number', () => {
    const rows = [
      '2026-11-05;1,5;',
      '2026-02-30;1;',
      '11/12/2026;1;',
      '11/22/2026;1;',
      '2026-12-01;1;',
      '2026-11-06;1.234;',
      '2026-11-06;many;',
      '2026-11-06;;',
      ';1;',
      '2026-11-06;1;bo',
      '2026-11-06;1;Zoe',
      '2026-11-05;2;',
      '2026-11-07',
    ];
    const { problems, rows: read } = preview(rows.join('\n'));
    expect(read.map(({ line }) => line)).toEqual([1, 4]);
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: “2026-02-30” is no day such as 2026-11-30',
      '3: “11/12/2026” can be two days: write the year first, such as 2026-11-30',
      '5: “2026-12-01” has not come yet',
      '6: “1.234” can be two numbers: write it without a thousands separator',
      '7: the value “many” is no number',
      '8: says no value',
      '9: says no day',
      '10: more than one person is called “bo”',
      '11: nobody here is called “Zoe”',
      '12: the same day and person are on line 1',
      '13: should have a day, a value and perhaps a person',
    ]);
  });
  it('takes a percent sign only for a metric in percent', () => {
    expect(preview('2026-11-05;12 %', { unit: '%' }).rows[0]?.reading.value).toBe(12);
    expect(preview('2026-11-05;12 %').problems).toHaveLength(1);
  });
});
