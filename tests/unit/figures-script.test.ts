import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExport } from '#lib/coaching/report/read-export.ts';
import { reportOf } from '#lib/coaching/report/report.ts';
import {
  answer,
  CORA,
  commitment,
  DAY,
  HOUR,
  log,
  MONDAY,
  make,
  note,
  ROB,
  verdict,
} from '#testing/records.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'sideline-figures-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const notes = [0, 1, 2, 3, 4, 5].map(i =>
  note({ momentAt: MONDAY + i * DAY - (i + 1) * HOUR }, { at: MONDAY + i * DAY }),
);
const promises = notes.slice(0, 5).map(one => commitment(one, { dueAt: MONDAY + 6 * DAY }));
const RECORDS = [
  ...notes,
  ...notes.slice(0, 5).map(one => answer(one, {}, { at: one.createdAt + HOUR })),
  ...promises,
  ...promises.map((one, i) =>
    verdict(one, { finding: i === 0 ? 'partly' : 'implemented' }, { at: MONDAY + 7 * DAY }),
  ),
  ...['done', 'done', 'notDone', 'done'].map((result, i) =>
    log(
      { result: result === 'done' ? 'done' : 'notDone', day: `2026-11-0${i + 2}` },
      { at: MONDAY + i * DAY },
    ),
  ),
];
const HEAD = {
  sideline: 'own-data',
  version: 1,
  made: '2026-11-16T09:00:00.000Z',
  assignments: [{ coachId: CORA, coacheeId: ROB, from: MONDAY - 30 * DAY, to: null, state: 'settled' }],
};
const ndjson = [
  JSON.stringify(HEAD),
  ...RECORDS.map(record => JSON.stringify({ record })),
  JSON.stringify({ end: true, records: RECORDS.length }),
].join('\n');

function run(text: string, ...args: string[]) {
  const file = join(dir, 'export.ndjson');
  writeFileSync(file, text);
  return spawnSync(process.execPath, ['scripts/figures.ts', file, ...args], { encoding: 'utf8' });
}

describe('npm run figures', () => {
  it('prints each figure with its n and its days, and says where there is not enough yet', () => {
    const { status, stdout, stderr } = run(ndjson);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('person\tmetric\tvalue\tn\tfrom\tto\tnote');
    expect(lines.every(line => line.split('\t').length === 7)).toBe(true);
    const days = '2026-11-02\t2026-11-16';
    expect(stdout).toContain(`rob\timplementation\t0.9\t5\t${days}\t4.5 of 5; 95 % `);
    expect(stdout).toContain(`rob\tacknowledgement-in-time\t0.8333\t6\t${days}\t5 of 6; `);
    expect(stdout).toContain(`rob\tadherence:next-step\tnot enough yet\t4\t${days}\t\n`);
    expect(stdout).toContain(`cora\tlatency-median-hours\t3.5\t6\t${days}\t\n`);
    expect(stdout).toContain(`cora\tlatency-p90-hours\t6\t6\t${days}\t\n`);
    expect(stdout).toContain(`cora\tfrequency-per-week\t3\t2\t${days}\twhole weeks\n`);
    expect(stdout).toContain(`cora\tcoverage\t0.5\t2\t${days}\t1 of 2; `);
    expect(stdout).toContain(`cora\tfollow-up\t1\t5\t${days}\t`);
  });

  it('looks at the records as of a day, in a time zone, and prints JSON', () => {
    const { stdout } = run(ndjson, '--as-of', '2026-11-03', '--tz', 'Pacific/Auckland', '--json');
    const rows: { metric: string; n: number; to: string }[] = JSON.parse(stdout);
    // 09:00 UTC is still the same day in Auckland, so the notes of two days are there.
    expect(rows.find(({ metric }) => metric === 'latency-median-hours')).toMatchObject({
      n: 2,
      to: '2026-11-03',
    });
  });

  it('names what it leaves out, and refuses what is no export', () => {
    const broken = ndjson.split('\n');
    broken[1] = '{"record":{"id":"x"}}';
    broken[2] = 'not json';
    const { status, stderr } = run(broken.slice(0, -1).join('\n'));
    expect(status).toBe(0);
    expect(stderr).toContain(':2: left out: no record');
    expect(stderr).toContain(':3: left out: no JSON');
    expect(stderr).toContain('the file is cut off');
    expect(run('hello').status).toBe(1);
    expect(run(ndjson, '--tz', 'Nowhere/Land').stderr).toContain('no time zone');
    expect(run(ndjson, '--as-of', '2026-02-30').status).toBe(1);
  });
});

describe('an export', () => {
  it('gives the same figures as one’s own data in JSON, as NDJSON, and as what waits on a device', () => {
    const options = { now: MONDAY + 14 * DAY };
    const asJson = JSON.stringify({ ...HEAD, records: RECORDS, damaged: [] });
    const plain = RECORDS.map(record => JSON.stringify(record)).join('\n');
    const figures = [ndjson, asJson, plain].map(text => {
      const { records, problems } = readExport(text);
      expect(problems).toEqual([]);
      return reportOf(records, options);
    });
    expect(figures[1]).toEqual(figures[0]);
    expect(figures[2]).toEqual(figures[0]);
    expect(readExport(ndjson).made).toBe(Date.parse(HEAD.made));
  });
  it('counts nobody who is away, and every hour of the last day', () => {
    const options = {
      now: MONDAY + 14 * DAY,
      pairings: [{ coachId: CORA, memberId: ROB, since: MONDAY - 30 * DAY }],
    };
    const away = make('leave', { from: '2026-11-09', to: '2026-11-13' }, { by: ROB });
    const of = (metric: string, records: Parameters<typeof reportOf>[0], more = {}) =>
      reportOf(records, { ...options, ...more }).find(row => row.metric === metric && row.memberId === CORA);
    expect(of('coverage', RECORDS)).toMatchObject({ k: 1, n: 2 });
    expect(of('coverage', [...RECORDS, away])).toMatchObject({ k: 1, n: 1 });
    // The day on which the clocks go back has 25 hours.
    const berlin = { timeZone: 'Europe/Berlin', weekStart: 1 };
    const asked = note({}, { at: Date.UTC(2026, 9, 20) });
    const promise = commitment(
      asked,
      { dueAt: Date.UTC(2026, 9, 25, 22, 30) },
      { at: Date.UTC(2026, 9, 21) },
    );
    const records = [asked, promise];
    const span = { from: '2026-10-25', to: '2026-10-25', calendar: berlin, minimum: 1 };
    expect(of('follow-up', records, span)).toMatchObject({ n: 1 });
  });

  it('does not count a record twice, and has no figures without records', () => {
    const options = { now: MONDAY + 14 * DAY };
    expect(reportOf([...RECORDS, ...RECORDS], options)).toEqual(reportOf(RECORDS, options));
    expect(reportOf([], options)).toEqual([]);
  });
});
