/**
 * `npm run language:train` trains the weights of the language check anew from training/language, writes them, and
 * prints how good they are. `-- de` does so for one language; `--check` writes nothing and fails if the stored ones
 * differ in a single byte.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { languages } from '#lib/coaching/language/languages.ts';
import { type Language, VERDICTS } from '#lib/coaching/language/types.ts';
import { nearCopies } from '../training/language/overlap.ts';
import { type Figures, figuresOf, fingerprintOf, prepare, train } from '../training/language/train.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' } },
});
/** Sentences that nothing was trained on, by who wrote them; training/language/README.md says who is who. */
const HELD_OUT = [
  ['held out, by a and b', 'ab'],
  ['held out, by d', 'd'],
  ['held out, about stops, by s', 's'],
  ['the newest fresh list, by f', 'f'],
] as const;
/** The packed weights of a language may have this many bytes. */
const MOST_BYTES = 60_000;

let stale = false;
for (const language of languages) {
  if (positionals.length === 0 || positionals.includes(language.tag)) trainOne(language);
}
if (stale) {
  console.error('The stored weights are not those of these sentences: run npm run language:train.');
  process.exit(1);
}

function trainOne(language: Language): void {
  const { tag } = language;
  const all = prepare(language);
  const known = all.filter(({ heldOut }) => !heldOut);
  const trained = train(known);
  const heldOut = all.filter(each => each.heldOut);
  for (const [name, writers] of HELD_OUT) {
    const figures = figuresOf(
      trained,
      heldOut.filter(({ writer }) => writers.includes(writer)),
      language,
    );
    print(name, figures);
    printTable(figures);
    const { personal, others } = figures.stopped;
    console.log(`    a note would be stopped by ${personal} personal sentences and ${others} others`);
  }
  console.log(
    `  ${nearCopies(all).length} held-out sentences are near-copies of others; ${trained.data.length} bytes`,
  );
  if (trained.data.length > MOST_BYTES) throw new Error(`${trained.data.length} bytes of weights.`);
  const file = new URL(`../lib/coaching/language/${tag}/weights.ts`, import.meta.url);
  const text = weightsFile(language, trained);
  if (!values.check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) stale = true;
  for (const one of ['a', 'b', 'd']) {
    const others = train(known.filter(({ writer }) => writer !== one));
    const its = known.filter(({ writer }) => writer === one);
    print(`trained on the others, tried on ${one}`, figuresOf(others, its, language));
  }
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
