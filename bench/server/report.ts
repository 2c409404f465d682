/** Turns the measurements into Markdown tables. */
import { median, quantile } from '../figures.ts';
import type { BulkFigures } from './bulk.ts';
import type { Work } from './contender.ts';
import type { LiveFigures } from './live.ts';
import type { RoomFigures } from './room.ts';
import type { SideFigures } from './side.ts';
import type { SizeFigures } from './sizes.ts';

const TIMES_POUCH = 3;
const IDLE_P99 = 20;

/** Medians over the rounds; quantiles over all requests of all rounds. The first contender is what the ratios are to. */
export function sideTable(all: readonly SideFigures[]): string {
  const [first] = all;
  const row = (figures: SideFigures): string[] => {
    const { name, push50, push100, pull, idle, pushCpu, pullCpu, memory } = figures;
    return [
      name,
      withRatio(perSecond(push50), first && perSecond(first.push50)),
      requestsPerSecond(push50),
      quantiles(push50),
      withRatio(perSecond(push100), first && perSecond(first.push100)),
      withRatio(perSecond(pull), first && perSecond(first.pull)),
      quantiles(pull),
      quantiles(idle),
      `${short(median(pushCpu))} / ${short(median(pullCpu))}`,
      `${short(memory / 1e6)} MB`,
    ];
  };
  return table(
    [
      '',
      'push by 50, records/s',
      'requests/s',
      'p50 / p99 ms',
      'push by 100, records/s',
      'pull by 500, records/s',
      'p50 / p99 ms',
      'idle pull, p50 / p99 ms',
      'CPU ms a record, in / out',
      'memory',
    ],
    [...all.map(row), ...verdict(all)],
  );
}

function verdict([pouch, ...others]: readonly SideFigures[]): string[][] {
  if (!pouch) return [];
  return others
    .filter(({ name }) => name.startsWith('Sideline'))
    .map(({ name, push50, pull }) => {
      const ways = [perSecond(push50) / perSecond(pouch.push50), perSecond(pull) / perSecond(pouch.pull)];
      const met = ways.every(way => way >= TIMES_POUCH);
      return [
        `${name}: at least ${TIMES_POUCH}× PouchDB both ways?`,
        met ? 'yes' : 'NO',
        ...Array(8).fill(''),
      ];
    });
}

export function liveTable(all: readonly { name: string; figures: LiveFigures }[]): string {
  return table(
    [
      'with live lines',
      'lines',
      'idle pull, p50 / p99 ms',
      `p99 < ${IDLE_P99} ms`,
      'poke, p50 / p99 ms',
      'all have pulled, median ms',
      'memory a line',
    ],
    all.map(({ name, figures: { connected, idle, pokes, everybody, perLine } }) => [
      name,
      String(connected),
      `${short(median(idle))} / ${short(quantile(idle, 0.99))}`,
      quantile(idle, 0.99) < IDLE_P99 ? 'yes' : 'NO',
      `${short(median(pokes))} / ${short(quantile(pokes, 0.99))}`,
      short(median(everybody)),
      `${short(perLine / 1000)} kB`,
    ]),
  );
}

export function sizeTable(all: readonly { name: string; figures: SizeFigures[] }[]): string {
  return table(
    ['with records of others', 'there', 'page of 500 new, ms', 'idle pull, p50 / p99 ms', 'push of 50, ms'],
    all.flatMap(({ name, figures }) =>
      figures.map(({ there, page, idle, idleP99, push }) => [
        name,
        there.toLocaleString('en'),
        short(page),
        `${short(idle)} / ${short(idleP99)}`,
        short(push),
      ]),
    ),
  );
}

/** Another request waits no longer than this while bulk work goes on, in ms; and the memory grows by no more, in bytes. */
const BULK_WAIT = 100;
const BULK_GROWTH = 100e6;

export function bulkTable(all: readonly { name: string; figures: BulkFigures[] }[]): string {
  const met = ({ longest = 0, growth }: BulkFigures) => longest <= BULK_WAIT && growth <= BULK_GROWTH;
  return table(
    ['bulk work', '', 'takes', 'longest wait of another request', 'memory grows by', '≤ 100 ms, ≤ 100 MB'],
    all.flatMap(({ name, figures }) =>
      figures.map(each => [
        name,
        each.what,
        `${short(each.seconds)} s`,
        each.longest === undefined ? '–' : `${short(each.longest)} ms`,
        `${short(each.growth / 1e6)} MB`,
        met(each) ? 'yes' : 'NO',
      ]),
    ),
  );
}

/** Records of a large installation, for which docs/scaling.md reckons. */
const MANY = 100_000_000;

export function roomTable(all: readonly { name: string; figures: RoomFigures }[]): string {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`;
  return table(
    [
      'what a pushed record costs',
      'as JSON',
      'on the disk',
      'of that records',
      'feeds',
      'audit log',
      'CPU of server and database, by 50',
      'one by one',
      '100 million of them',
    ],
    all.map(({ name, figures: { json, all: bytes, records, feed, audit, cpu, single } }) => [
      name,
      ...[json, bytes, records, feed, audit].map(kb),
      `${cpu.toFixed(3)} ms`,
      `${single.toFixed(2)} ms`,
      `${Math.round((bytes * MANY) / 1e9)} GB`,
    ]),
  );
}

function perSecond(works: readonly Work[]): number {
  return median(works.map(({ records, ms }) => (records * 1000) / ms));
}

function requestsPerSecond(works: readonly Work[]): string {
  if (works.every(({ requests }) => requests.length === 0)) return '–';
  return short(median(works.map(({ requests, ms }) => (requests.length * 1000) / ms)));
}

function quantiles(works: readonly Work[]): string {
  const all = works.flatMap(({ requests }) => requests);
  return all.length === 0 ? '–' : `${short(median(all))} / ${short(quantile(all, 0.99))}`;
}

function withRatio(value: number, one: number | undefined): string {
  return one === undefined || one === value ? short(value) : `${short(value)} (${(value / one).toFixed(1)}×)`;
}

function short(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map(row => row[at]?.length ?? 0)));
  const format = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [
    format(head),
    `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`,
    ...rows.map(format),
  ].join('\n');
}
