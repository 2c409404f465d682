/** Reads the labelled sentences, and says which of them are held out. */
import { readFileSync } from 'node:fs';
import { VERDICTS, type Verdict } from '#lib/coaching/language/types.ts';

export interface Labelled {
  sentence: string;
  label: Verdict;
  /** Who wrote it; README.md says who is who. */
  writer: string;
  heldOut: boolean;
}

const COLUMNS = 'first\tsecond\tsettled\tsplit\twriter\tvoice\tsentence';

export function fileOf(tag: string): URL {
  return new URL(`./${tag}.tsv`, import.meta.url);
}

/** Throws for a line that is not as README.md says. */
export function readSentences(tag: string): Labelled[] {
  const [head, ...lines] = readFileSync(fileOf(tag), 'utf8').trimEnd().split('\n');
  if (head !== COLUMNS) throw new Error(`${tag}.tsv begins with other columns than ${COLUMNS}.`);
  return lines.map((line, i) => {
    const [, , settled = '', split = '', writer = '', , sentence = ''] = line.split('\t');
    const label = VERDICTS.find(verdict => verdict === settled);
    if (!label || sentence === '' || !/^(?:train|held-out)$/.test(split)) {
      throw new Error(`${tag}.tsv, line ${i + 2}: ${line}`);
    }
    return { sentence, label, writer, heldOut: split === 'held-out' };
  });
}

/** Of what `s` wrote every second sentence is held out, of what the others wrote a fifth, of `f` all and of `c` and `e` none. */
const HELD_OUT_ONE_IN: Readonly<Record<string, number>> = { a: 5, b: 5, d: 5, s: 2, f: 1 };

/** Whether a writer's sentence is held out, by a stable hash of it: FNV-1a over its UTF-8 bytes. */
export function isHeldOut({ sentence, writer }: Pick<Labelled, 'sentence' | 'writer'>): boolean {
  const oneIn = HELD_OUT_ONE_IN[writer];
  if (!oneIn) return false;
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(sentence)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % oneIn === 0;
}
