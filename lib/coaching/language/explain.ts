/**
 * Says which words a verdict rests on. The rules decide alone where they are certain, discipline and “Why didn’t you”;
 * elsewhere the model has decided and they only find the words.
 */
import { familiesOf } from './families.ts';
import { featuresOfWord } from './features.ts';
import type { Ready } from './languages.ts';
import { maskLexicon } from './lexicon.ts';
import { numberOf } from './model.ts';
import { shielded, type Token, tokensOf } from './tokens.ts';
import {
  type Family,
  type Language,
  type Lexicon,
  type Patterns,
  type Reason,
  type Rule,
  type Span,
  VERDICTS,
  type Verdict,
} from './types.ts';

/** The rule that makes a text personal whatever the model says, or null. */
export function certainly(text: string, { patterns }: Language): Reason | null {
  const lower = shielded(text);
  return found('discipline', patterns, lower) ?? found('accusation', patterns, lower);
}

function found(rule: keyof Patterns, patterns: Patterns, lower: string): Reason | null {
  for (const pattern of patterns[rule]) {
    const match = pattern.exec(lower);
    if (match) return { rule, span: [match.index, match.index + match[0].length] };
  }
  return null;
}

/** The families whose words a verdict is explained by, each with the rule to name. */
const FAMILIES_OF: Readonly<Record<Verdict, readonly [Family, Rule][]>> = {
  observable: [],
  'needs-standard': [['degree', 'degree']],
  vague: [
    ['quality', 'quality'],
    ['abstract', 'quality'],
    ['idiom', 'state-verb'],
    ['inner', 'state-verb'],
  ],
  outcome: [
    ['result', 'outcome'],
    ['result-verb', 'outcome'],
  ],
  personal: [
    ['attack', 'personal'],
    ['trait', 'personal'],
  ],
};

/** Named when no list has any of the words. */
const OTHERWISE: Readonly<Record<Verdict, Rule>> = {
  observable: 'anchor',
  'needs-standard': 'anchor',
  vague: 'no-verb',
  outcome: 'outcome',
  personal: 'personal',
};

const PATTERNS_OF: Readonly<Record<Verdict, readonly (keyof Patterns)[]>> = {
  observable: [],
  'needs-standard': ['hedge', 'frequency'],
  vague: [],
  outcome: [],
  personal: ['absolute'],
};

/** Why this verdict: the words from the lists, else those that weighed most with the model. */
export function reasonsFor(verdict: Verdict, text: string, ready: Ready, lexicon?: Lexicon): Reason[] {
  if (verdict === 'observable') return [];
  const { patterns } = ready.language;
  const lower = shielded(text);
  const tokens = tokensOf(text).filter(token => token.kind === 'word');
  const words = wordsOf(FAMILIES_OF[verdict], text, ready, lexicon);
  const shapes = PATTERNS_OF[verdict].flatMap(rule => found(rule, patterns, lower) ?? []);
  const reasons = [...shapes, ...words];
  if (reasons.length > 0) return reasons;
  const whole: Span = [0, text.length];
  const heaviest = verdict === 'personal' ? heaviestWord(verdict, tokens, ready) : null;
  return [{ rule: OTHERWISE[verdict], span: heaviest ?? whole }];
}

/** Words of these families, neighbours as one; the first family that has any comes first. */
function wordsOf(
  wanted: readonly [Family, Rule][],
  text: string,
  { index }: Ready,
  lexicon: Lexicon | undefined,
): Reason[] {
  const tokens = tokensOf(text);
  const spared = lexicon ? maskLexicon(text.toLowerCase(), lexicon) : text;
  const families = familiesOf(tokens, index);
  return wanted.flatMap(([family, rule]) => {
    const spans: Span[] = [];
    tokens.forEach(({ start, end }, i) => {
      if (!families[i]?.has(family) || spared.charAt(start).trim() === '') return;
      const last = spans.at(-1);
      if (last && families[i - 1]?.has(family)) last[1] = end;
      else spans.push([start, end]);
    });
    return spans.map(span => ({ rule, span }));
  });
}

/** The word that speaks most for the verdict and against `observable`. */
function heaviestWord(verdict: Verdict, tokens: readonly Token[], { model }: Ready): Span | null {
  const kind = VERDICTS.indexOf(verdict);
  let best: { span: Span; weight: number } | null = null;
  for (const token of tokens) {
    const weight = featuresOfWord(token).reduce((sum, feature) => {
      const row = model.weights.get(numberOf(feature));
      return sum + (row?.[kind] ?? 0) - (row?.[0] ?? 0);
    }, 0);
    if (weight > (best?.weight ?? 0)) best = { span: [token.start, token.end], weight };
  }
  return best?.span ?? null;
}

/**
 * The words that leave open how much or how good, in an answer that needs no verb, such as “how often”: a quality, a
 * degree or “often” without a number beside it, a judgement of a person.
 */
export function fuzzyWords(text: string, ready: Ready, lexicon?: Lexicon): Reason[] {
  const { patterns } = ready.language;
  const lower = shielded(text);
  const certain = certainly(text, ready.language) ?? found('absolute', patterns, lower);
  const person = wordsOf(FAMILIES_OF.personal, text, ready, lexicon);
  const { counts, facts } = ready.language;
  const qualities = wordsOf([['quality', 'quality']], text, ready, lexicon).filter(
    ({ span }) => !facts.test(text.slice(...span).toLowerCase()),
  );
  const counted = tokensOf(text).some(({ kind, lower: word }) =>
    kind !== 'word' ? kind !== 'mark' : counts.test(word),
  );
  const often = counted ? null : found('frequency', patterns, lower);
  const degrees = counted ? [] : wordsOf([['degree', 'degree']], text, ready, lexicon);
  return [...(certain ? [certain] : []), ...person, ...qualities, ...(often ? [often] : []), ...degrees];
}
