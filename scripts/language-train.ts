/**
 * `npm run language:train` trains the weights of the language check anew from training/language, writes them, and
 * prints how good they are. `--check` writes nothing and fails if the stored ones differ in a single byte.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { languages } from '#lib/coaching/language/languages.ts';
import { type Language, VERDICTS } from '#lib/coaching/language/types.ts';
import { type Figures, figuresOf, fingerprintOf, prepare, train } from '../training/language/train.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
/** The packed weights of a language may have this many bytes. */
const MOST_BYTES = 60_000;

let stale = false;
for (const language of languages) trainOne(language);
if (stale) {
  console.error('The stored weights are not those of these sentences: run npm run language:train.');
  process.exit(1);
}

function trainOne(language: Language): void {
  const { tag } = language;
  const all = prepare(language);
  const known = all.filter(({ heldOut }) => !heldOut);
  const by = (...writers: string[]) => known.filter(({ writer }) => writers.includes(writer));
  console.log(`${tag}: ${known.length} sentences to train on, ${all.length - known.length} held out`);
  for (const [others, one] of [
    [['a', 'c'], 'b'],
    [['b', 'c'], 'a'],
  ] as const) {
    const name = `trained on ${others.join(' and ')}, tried on ${one}`;
    print(name, figuresOf(train(by(...others)), by(one), language));
  }
  const trained = train(known);
  const heldOut = figuresOf(
    trained,
    all.filter(each => each.heldOut),
    language,
  );
  print('held out', heldOut);
  printTable(heldOut);
  const { personal, others } = heldOut.stopped;
  console.log(`    a note would be stopped by ${personal} personal sentences and ${others} others`);
  if (trained.data.length > MOST_BYTES) throw new Error(`${trained.data.length} bytes of weights.`);
  const file = new URL(`../lib/coaching/language/${tag}/weights.ts`, import.meta.url);
  const text = weightsFile(language, trained);
  if (!values.check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) stale = true;
}

function weightsFile(language: Language, { scale, data }: { scale: number; data: string }): string {
  const version = `${language.tag}-${fingerprintOf(language)}`;
  return `/** Written by \`npm run language:train\`; packing.ts says how to read it. */
export const weights = {
  version: '${version}',
  scale: ${scale},
  data: '${data}',
};
`;
}

function print(name: string, { of, side, exact }: Figures): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(`  ${name}: ${of} sentences, right side ${percent(side)}, same verdict ${percent(exact)}`);
}

function printTable({ table }: Figures): void {
  console.log(
    `    ${'label \\ verdict'.padEnd(16)}${VERDICTS.map(verdict => verdict.padStart(16)).join('')}`,
  );
  table.forEach((row, kind) => {
    const cells = row.map(count => String(count).padStart(16)).join('');
    console.log(`    ${(VERDICTS[kind] ?? '').padEnd(16)}${cells}`);
  });
}
