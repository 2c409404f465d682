/**
 * `npm run language -- FILE` prints `verdict<TAB>sentence` for each line of a file. A first column `de` or `en` says the
 * language; without one it is read from the words, or `--locale de` says it for all. With `--labels`, lines are
 * `label<TAB>sentence` and how many are right is printed instead; `--wrong` shows those that are not.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { check, languageOf } from '#lib/coaching/language/index.ts';
import { VERDICTS } from '#lib/coaching/language/types.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    labels: { type: 'boolean' },
    wrong: { type: 'boolean' },
    locale: { type: 'string' },
  },
});
if (positionals.length === 0) {
  console.error('Usage: npm run language -- [--labels [--wrong]] [--locale en|de] FILE...');
  process.exit(2);
}
for (const file of positionals) {
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '');
  if (values.labels) printLabelled(file, lines);
  else for (const line of lines) console.log(judged(line));
}

function verdictOf(sentence: string, locale = values.locale ?? languageOf(sentence, 'en')) {
  return check(sentence, locale);
}

function judged(line: string): string {
  const [, locale, rest] = /^(de|en)\t(.*)$/.exec(line) ?? [];
  const sentence = rest ?? line;
  return `${verdictOf(sentence, locale).verdict}\t${sentence}`;
}

function printLabelled(file: string, lines: readonly string[]): void {
  const counts = new Map<string, number>();
  let right = 0;
  let side = 0;
  const isSeen = (verdict: string) => verdict === 'observable' || verdict === 'needs-standard';
  for (const line of lines) {
    const [label = '', sentence = ''] = line.split('\t');
    const { verdict, reasons } = verdictOf(sentence);
    if (verdict === label) right++;
    else if (values.wrong)
      console.log(`${label} → ${verdict} (${reasons.map(r => r.rule).join(', ')})\t${sentence}`);
    if (isSeen(verdict) === isSeen(label)) side++;
    counts.set(`${label} ${verdict}`, (counts.get(`${label} ${verdict}`) ?? 0) + 1);
  }
  const share = (n: number) => `${n} of ${lines.length} (${((100 * n) / lines.length).toFixed(1)} %)`;
  console.log(`${file}\n  right side of the gate ${share(side)}; same verdict ${share(right)}`);
  console.log(`  ${'label \\ verdict'.padEnd(16)}${VERDICTS.map(v => v.padStart(16)).join('')}`);
  for (const label of VERDICTS) {
    const row = VERDICTS.map(v => String(counts.get(`${label} ${v}`) ?? 0).padStart(16)).join('');
    console.log(`  ${label.padEnd(16)}${row}`);
  }
}
