/**
 * `npm run language -- FILE` prints `verdict<TAB>sentence` for each line of a file. With `--labels`, lines are
 * `label<TAB>sentence` and the accuracy and confusion are printed instead. `--locale de` chooses the language.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { check, type Verdict } from '#lib/coaching/language/index.ts';

const VERDICTS: readonly Verdict[] = ['observable', 'needs-standard', 'vague', 'outcome', 'personal'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    labels: { type: 'boolean' },
    wrong: { type: 'boolean' },
    locale: { type: 'string', default: 'en' },
  },
});
if (positionals.length === 0) {
  console.error('Usage: npm run language -- [--labels [--wrong]] [--locale en] FILE...');
  process.exit(2);
}
for (const file of positionals) {
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '');
  if (values.labels) printLabelled(file, lines);
  else for (const line of lines) console.log(`${check(line, values.locale).verdict}\t${line}`);
}

function printLabelled(file: string, lines: readonly string[]): void {
  const counts = new Map<string, number>();
  let right = 0;
  let green = 0;
  for (const line of lines) {
    const [label = '', sentence = ''] = line.split('\t');
    const { verdict, reasons } = check(sentence, values.locale);
    if (verdict === label) right++;
    else if (values.wrong)
      console.log(`${label} → ${verdict} (${reasons.map(r => r.rule).join(', ')})\t${sentence}`);
    if ((verdict === 'observable') === (label === 'observable')) green++;
    counts.set(`${label} ${verdict}`, (counts.get(`${label} ${verdict}`) ?? 0) + 1);
  }
  const share = (n: number) => `${n} of ${lines.length} (${((100 * n) / lines.length).toFixed(1)} %)`;
  console.log(`${file}\n  same verdict ${share(right)}; observable or not ${share(green)}`);
  console.log(`  ${'label \\ verdict'.padEnd(16)}${VERDICTS.map(v => v.padStart(16)).join('')}`);
  for (const label of VERDICTS) {
    const row = VERDICTS.map(v => String(counts.get(`${label} ${v}`) ?? 0).padStart(16)).join('');
    console.log(`  ${label.padEnd(16)}${row}`);
  }
}
