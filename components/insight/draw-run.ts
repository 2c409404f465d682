/** The picture of a run chart, by Observable Plot. All that it shows is said in words beside it. */
import { areaY, axisX, axisY, dot, lineY, type Markish, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { percentFormat } from '#components/ui/Spark.tsx';
import { i18n } from '#i18n';
import type { Decided } from '#lib/coaching/metrics/decided.ts';
import type { Run } from '#lib/coaching/metrics/run.ts';
import { DAY } from '#lib/time.ts';

const HEIGHT = 150;
/** What a date below the axis takes, in px. */
const TICK = 64;

export interface Look {
  /** In px. */
  width: number;
  rightToLeft: boolean;
}

/** A new drawing of these weeks, with the decisions numbered as they are listed. */
export function drawRun(run: Run, decided: readonly Decided[], { width, rightToLeft }: Look): Element {
  const weeks = run.points.map(({ week }) => noonOf(week));
  const [from = 0, to = 0] = [weeks[0], weeks.at(-1)];
  const ticks = Math.max(2, Math.floor(width / TICK));
  const every = Math.max(1, Math.ceil(weeks.length / ticks));
  const percent = percentFormat();
  const date = new Intl.DateTimeFormat(i18n.t('language'), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const side = rightToLeft ? { marginRight: 44, marginLeft: 22 } : { marginLeft: 44, marginRight: 22 };
  const drawn = plot({
    width,
    height: HEIGHT,
    marginTop: 18,
    ...side,
    // Where a text begins must not turn round with the page; the axis does.
    style: { direction: 'ltr', fontSize: '11px', background: 'none' },
    x: { domain: [from - DAY, to + 7 * DAY], reverse: rightToLeft },
    y: { domain: [0, 1] },
    marks: [
      ...limits(run, weeks),
      axisY([0, 0.5, 1], {
        anchor: rightToLeft ? 'right' : 'left',
        label: null,
        tickSize: 0,
        tickFormat: (value: number) => percent.format(value),
      }),
      axisX(
        weeks.filter((_, i) => (weeks.length - 1 - i) % every === 0),
        { label: null, tickSize: 3, tickFormat: (value: number) => date.format(value) },
      ),
      ruleY([0], { stroke: 'var(--edge)' }),
      ...decisions(decided),
      ...(run.enough ? [values(run, weeks)] : []),
      ...dots(run, weeks),
    ],
  });
  // Plot names each group of shapes. The picture as a whole has a name, and a table beside it.
  drawn.setAttribute('aria-hidden', 'true');
  for (const named of drawn.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label');
  return drawn;
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

function limits({ trend, median, baseline }: Run, weeks: readonly number[]): Markish[] {
  const ends = [weeks[0], weeks.at(-1)];
  const band = trend.limits;
  return [
    ...(band
      ? [
          areaY(ends, {
            x: ends,
            y1: band.lower,
            y2: band.upper,
            fill: 'var(--accent-soft)',
            className: 'band',
          }),
        ]
      : []),
    ...(median === null ? [] : [lineY(ends, { x: ends, y: () => median, stroke: 'var(--edge)' })]),
    ...(baseline
      ? [
          lineY([baseline.from, baseline.to], {
            x: noonOf,
            y: () => baseline.value,
            stroke: 'var(--ink-soft)',
            strokeWidth: 2,
            strokeDasharray: '5 3',
          }),
        ]
      : []),
  ];
}

function values({ points }: Run, weeks: readonly number[]): Markish {
  // A week without a value is a gap in the line.
  return lineY(points, {
    x: weeks,
    y: ({ value }) => value ?? Number.NaN,
    stroke: 'var(--accent)',
    strokeWidth: 1.5,
    className: 'weeks',
  });
}

/** Weeks that count are filled, the one that is not over is a ring, and one beyond the limits has a ring around it. */
function dots({ points }: Run, weeks: readonly number[]): Markish[] {
  const placed = points.map((point, i) => ({ ...point, x: weeks[i] }));
  const at = { x: 'x', y: 'value', stroke: 'var(--accent)' };
  return [
    dot(
      placed.filter(({ open, value }) => !open && value !== null),
      { ...at, fill: 'var(--accent)', r: 3 },
    ),
    dot(
      placed.filter(({ open, value }) => open && value !== null),
      { ...at, fill: 'var(--paper)', r: 3 },
    ),
    dot(
      placed.filter(({ outside }) => outside),
      { ...at, r: 6.5, strokeWidth: 1.5 },
    ),
  ];
}

function decisions(decided: readonly Decided[]): Markish[] {
  if (decided.length === 0) return [];
  return [
    ruleX(decided, { x: 'at', stroke: 'var(--question)', strokeDasharray: '2 3' }),
    text(decided, {
      x: 'at',
      frameAnchor: 'top',
      dy: -12,
      text: (_: Decided, i: number) => `◆${i + 1}`,
      fill: 'var(--question)',
    }),
  ];
}
