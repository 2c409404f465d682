/** Turns samples into the figures that are printed, and prints them. */

/** One line of the report. Times in ms, sizes in bytes. */
export interface Row {
  what: string;
  /** How the figure reads. */
  unit: 'ms' | 'kB' | '';
  samples: readonly number[];
  /** What it is compared with, measured in the same run by the same clock. */
  beside?: { what: string; samples: readonly number[] };
  /** What was asked for, if anything was. */
  target?: Target;
}

export interface Target {
  /** At most this, in the row's unit. */
  median: number;
  p99?: number;
}

/** The sample below which `share` (0–1) of them lie: nearest rank, so that it is one that was really measured. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) return Number.NaN;
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The mean of the two middle samples, or the one in the middle. */
export function median(samples: readonly number[]): number {
  if (samples.length === 0) return Number.NaN;
  const sorted = [...samples].sort((one, other) => one - other);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, each) => sum + each, 0) / middle.length;
}

/** True when every part of the target holds; undefined where there is none. */
export function isMet({ samples, target }: Row): boolean | undefined {
  if (!target) return undefined;
  const late = target.p99 !== undefined && quantile(samples, 0.99) > target.p99;
  return median(samples) <= target.median && !late;
}

/** The report as a Markdown table, so that a run can be kept in the docs as it was printed. */
export function table(rows: readonly Row[]): string {
  const head = ['what', 'median', 'p90', 'p99', 'n', 'beside', 'ratio', 'target', 'met'];
  const lines = rows.map(row => {
    const { what, samples, beside, target } = row;
    const met = isMet(row);
    return [
      what,
      `${show(median(samples))} ${row.unit}`.trim(),
      show(quantile(samples, 0.9)),
      show(quantile(samples, 0.99)),
      String(samples.length),
      beside ? `${beside.what}: ${show(median(beside.samples))} ${row.unit}`.trim() : '',
      beside ? ratio(median(samples), median(beside.samples)) : '',
      target ? words(target, row.unit) : '',
      met === undefined ? '' : met ? 'yes' : 'NO',
    ];
  });
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map(line => line[at]?.length ?? 0)));
  const format = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`;
  return [format(head), rule, ...lines.map(format)].join('\n');
}

function words({ median: most, p99 }: Target, unit: string): string {
  return p99 === undefined ? `≤ ${most} ${unit}` : `≤ ${most} ${unit}, p99 ≤ ${p99}`;
}

function ratio(one: number, other: number): string {
  return other > 0 ? `${(one / other).toFixed(one / other < 10 ? 2 : 0)}×` : '–';
}

function show(value: number): string {
  if (Number.isNaN(value)) return '–';
  return Math.abs(value) < 100 ? value.toFixed(1) : value.toFixed(0);
}
