/** Trains the weights of one language, and says how good they are on sentences that they were not trained on. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { certainly } from '#lib/coaching/language/explain.ts';
import { indexOf } from '#lib/coaching/language/families.ts';
import { featuresOf } from '#lib/coaching/language/features.ts';
import { decide, isSure, type Model, scoresOf } from '#lib/coaching/language/model.ts';
import { asksOpenly, judgesOnlyOthers } from '#lib/coaching/language/others.ts';
import { differences, LARGEST_WEIGHT, packed, unpacked } from '#lib/coaching/language/packing.ts';
import { type Language, VERDICTS, type Verdict } from '#lib/coaching/language/types.ts';
import { commonFeatures, type Example, fitWeights, heaviest } from './fit.ts';
import { fileOf, type Labelled, readSentences } from './sentences.ts';

/** Some four bytes each, a third more in base64: the packed weights stay under 60 kB. */
const MOST_FEATURES = 10_800;

interface Prepared extends Labelled, Example {}

export interface Figures {
  of: number;
  /** The side of the gate: observable or needs-standard, or not. */
  side: number;
  exact: number;
  /** Of those labelled personal, and of all others: how many would stop a note. */
  stopped: { personal: number; others: number };
  /** Rows are labels, columns verdicts, both in the order of VERDICTS. */
  table: number[][];
}

export function prepare(language: Language): Prepared[] {
  const index = indexOf(language);
  return readSentences(language.tag).map(each => ({
    ...each,
    features: featuresOf(each.sentence, language, index),
    kind: VERDICTS.indexOf(each.label),
  }));
}

export interface Trained {
  scale: number;
  data: string;
}

/** Fits once with all features, keeps the heaviest, and fits those again. */
export function train(examples: readonly Prepared[], most = MOST_FEATURES): Trained {
  const all = fitWeights(examples, commonFeatures(examples));
  const model = fitWeights(examples, heaviest(all, examples, most));
  const scale = scaleOf(model);
  return { scale, data: packed(model, scale) };
}

/** So that all but one in two hundred weights can be stored, and in few digits. */
function scaleOf(model: Model): number {
  const sizes = [...model.weights.values()].flatMap(differences).map(Math.abs);
  sizes.sort((a, b) => a - b);
  const largest = sizes[Math.floor(sizes.length * 0.995)] ?? 1;
  return Math.ceil((largest / LARGEST_WEIGHT) * 1e6) / 1e6;
}

export function figuresOf(trained: Trained, on: readonly Prepared[], language: Language): Figures {
  const model = unpacked(trained);
  const index = indexOf(language);
  const table = VERDICTS.map(() => VERDICTS.map(() => 0));
  let side = 0;
  let exact = 0;
  const stopped = { personal: 0, others: 0 };
  for (const { features, sentence, label, kind } of on) {
    const certain = certainly(sentence, language) !== null;
    const scores = scoresOf(features, model);
    const decided = certain ? 'personal' : decide(scores);
    const asks = decided === 'personal' && !certain && asksOpenly(sentence, { language, index });
    const verdict = asks ? 'observable' : decided;
    if (
      certain ||
      (verdict === 'personal' &&
        isSure(scores, language.stopsFrom) &&
        !judgesOnlyOthers(sentence, { language, index }))
    )
      stopped[label === 'personal' ? label : 'others']++;
    if (verdict === label) exact++;
    if (isSeen(verdict) === isSeen(label)) side++;
    const row = table[kind];
    const column = VERDICTS.indexOf(verdict);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return { of: on.length, side: side / on.length, exact: exact / on.length, stopped, table };
}

const isSeen = (verdict: Verdict) => verdict === 'observable' || verdict === 'needs-standard';

/** What the weights depend on besides this code: the sentences and the lists. Eight hex digits. */
export function fingerprintOf({ tag, words }: Language): string {
  const hash = createHash('sha256').update(readFileSync(fileOf(tag)));
  return hash.update(JSON.stringify(words)).digest('hex').slice(0, 8);
}
