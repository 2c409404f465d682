/** Sums up and prints what was measured. */
import type { Outcome, Result } from './measure.ts';

export type Row = {
  contender: string;
  there: number;
  exact: number;
  near: number;
  wrong: number;
  orphaned: number;
  gone: number;
  goneFound: number;
  prepare: { median: number; p99: number };
  describe: { median: number; p99: number };
  find: { median: number; p99: number };
};

export function sumUp(results: Result[]): Row[] {
  const names = [...new Set(results.map(({ contender }) => contender))];
  return names.map(contender => {
    const own = results.filter(result => result.contender === contender);
    const sum = (outcome: Outcome) =>
      own.reduce((total, { outcomes }) => total + (outcomes[outcome] ?? 0), 0);
    const exact = sum('exact');
    const near = sum('near');
    const wrong = sum('wrong');
    const orphaned = sum('orphaned');
    return {
      contender,
      there: exact + near + wrong + orphaned,
      exact,
      near,
      wrong,
      orphaned,
      gone: sum('gone, left alone') + sum('gone, yet found'),
      goneFound: sum('gone, yet found'),
      prepare: spread(own.flatMap(result => result.prepare)),
      describe: spread(own.flatMap(result => result.describe)),
      find: spread(own.flatMap(result => result.find)),
    };
  });
}

export function printTable(title: string, rows: Row[]): void {
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      rows.map(row => [
        row.contender,
        {
          there: row.there,
          'exact %': percent(row.exact, row.there),
          'near %': percent(row.near, row.there),
          'wrong %': percent(row.wrong, row.there),
          'orphaned %': percent(row.orphaned, row.there),
          gone: row.gone,
          'gone, found %': percent(row.goneFound, row.gone),
          'index ms': `${row.prepare.median} / ${row.prepare.p99}`,
          'describe ms': `${row.describe.median} / ${row.describe.p99}`,
          'find ms': `${row.find.median} / ${row.find.p99}`,
        },
      ]),
    ),
  );
}

function percent(part: number, whole: number): number | string {
  return whole === 0 ? '–' : Number(((100 * part) / whole).toFixed(2));
}

function spread(times: number[]): { median: number; p99: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { median: at(0.5), p99: at(0.99) };
}
