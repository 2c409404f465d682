/** English, put together from its lists. */
import type { Language } from '../types.ts';
import { degree, thing, visible } from './doing.ts';
import { abstract, idiom, inner, quality } from './judging.ts';
import { patterns } from './patterns.ts';
import { attack, trait } from './person.ts';
import { others, result, resultVerb } from './results.ts';
import { weights } from './weights.ts';

/** Endings, and what may stand in their place in the lists. */
const ENDINGS: readonly [RegExp, string][] = [
  [/ies$/, 'y'],
  [/ied$/, 'y'],
  [/es$/, ''],
  [/s$/, ''],
  [/ed$/, ''],
  [/d$/, ''],
  [/ing$/, ''],
  [/ing$/, 'e'],
];
const DOUBLED = /^(.+?)([bdgmnprt])\2(?:ed|ing)$/;

export const english: Language = {
  tag: 'en',
  words: {
    attack,
    idiom,
    trait,
    result,
    abstract,
    quality,
    degree,
    'result-verb': resultVerb,
    visible,
    inner,
    thing,
    others,
  },
  stems(word) {
    const stems = ENDINGS.filter(([ending]) => ending.test(word)).map(([ending, by]) =>
      word.replace(ending, by),
    );
    const doubled = DOUBLED.exec(word);
    return doubled ? [...stems, `${doubled[1]}${doubled[2]}`] : stems;
  },
  you: /^(?:you|your|yours|yourself)$/,
  article: /^(?:a|an|the|that|this|these|those|some|any|every|each)$/,
  equates: /^(?:are|'re|were|was|is|'s|be|being|been|become|such|what|like|as|only|just|for|from|of|or|,)$/,
  asks: /^(?:who|what|when|where|which|how)$/,
  counts: /^(?:zero|no|none|one|two|three|four|five|six|seven|eight|nine|ten|half|every|each|once|twice)$/,
  facts: /^(?:wrong|right|off|top|present|personal|real|clean|dry|cold|warm|safe|simple|complex|fine)$/,
  patterns,
  stopsFrom: 0.66,
  weights,
};
