/**
 * `npm run agreement -- FILE.csv`: how far raters agree. FILE has the columns unit, rater and value, with a first line
 * that names them or without, separated by commas, semicolons or tabs. An empty value is missing. Each line printed is
 * `name<TAB>value<TAB>n<TAB>note`; `-` is no value, and the note says why. `--json` prints the same with all digits,
 * `--baseline RATER` adds how near each other rater is to that one (`--highest LEVEL` is the top of the scale, else the
 * highest value in the file), `--minimum UNITS` changes how many double-scored units a coefficient needs.
 */
import { parseArgs } from 'node:util';
import {
  type Agreement,
  type AgreementOptions,
  agreementOf,
  type Coefficient,
  MINIMUM_UNITS,
} from '#lib/coaching/calibration/agreement.ts';
import { readRatings } from '#lib/coaching/calibration/read-ratings.ts';
import { type CommandLine, commandLine, digits } from './command-line.ts';

const command: CommandLine = commandLine('agreement');

/** The figures of an agreement, one a line. */
export function linesOf(agreement: Agreement, minimum: number = MINIMUM_UNITS): string[] {
  const { raters, units, doubleScored, levels, coefficients, alignment } = agreement;
  return [
    `raters\t${raters.length}\t${units}\t${raters.join(', ')}`,
    `units\t${units}\t${units}\t${doubleScored} scored by at least two raters`,
    `levels\t${levels.length}\t${doubleScored}\t${levels.join(', ')}`,
    ...coefficients.map(each => `${each.name}\t${shown(each.value)}\t${each.n}\t${noteOn(each, minimum)}`),
    ...alignment.map(
      ({ rater, value, n }) =>
        `alignment ${rater}\t${shown(value)}\t${n}\t${value === null ? 'no unit scored by both' : percent(value)}`,
    ),
  ];
}

function noteOn(
  { name, value, why, n, interval, reading, prevalenceTrap }: Coefficient,
  minimum: number,
): string {
  if (value === null) {
    return why === 'too few double-scored units' ? `${why}: ${n}, at least ${minimum} are needed` : `${why}`;
  }
  if (name === 'exact' || name === 'within-one') return `${percent(value)} of pairs`;
  return [
    interval ? `95 % ${digits(interval[0])} to ${digits(interval[1])}` : 'no interval',
    ...(reading ? [reading] : []),
    ...(prevalenceTrap ? ['nearly all values are one level: read the exact share, not this'] : []),
  ].join('; ');
}

function shown(value: number | null): string {
  return value === null ? '-' : digits(value);
}

function percent(value: number): string {
  return `${Number((100 * value).toFixed(1))} %`;
}

function main(): void {
  const { values, positionals } = options();
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    command.fail('say which file: npm run agreement -- FILE.csv');
  const { ratings, problems, header } = readRatings(command.read(file));
  if (problems.length > 0) {
    for (const { line, message } of problems) console.error(`${file}:${line}: ${message}`);
    command.fail(
      `${problems.length === 1 ? '1 row' : `${problems.length} rows`} cannot be read, so nothing is computed`,
    );
  }
  if (ratings.length === 0) command.fail(`${file} has no ratings`);
  if (header !== null) console.error(`agreement: line ${header} names the columns`);
  const minimum = command.wholeNumber(values.minimum, 'minimum') ?? MINIMUM_UNITS;
  const agreement = agreementOf(ratings, { minimum, ...baselineIn(values, ratings) });
  if (values.json) console.log(JSON.stringify(agreement, null, 2));
  else for (const line of linesOf(agreement, minimum)) console.log(line);
}

function options() {
  return command.parsed(() =>
    parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        baseline: { type: 'string' },
        highest: { type: 'string' },
        minimum: { type: 'string' },
      },
    }),
  );
}

function baselineIn(
  { baseline, highest }: { baseline?: string; highest?: string },
  ratings: readonly { rater: string; value: number | null }[],
): Pick<AgreementOptions, 'baseline'> {
  if (baseline === undefined) return {};
  if (!ratings.some(({ rater }) => rater === baseline))
    command.fail(`nobody in the file is called “${baseline}”`);
  const used = ratings.flatMap(({ value }) => (value === null ? [] : [value]));
  const top =
    command.wholeNumber(highest, 'highest') ?? used.reduce((most, value) => Math.max(most, value), 0);
  return { baseline: { rater: baseline, highest: top } };
}

if (import.meta.main) main();
