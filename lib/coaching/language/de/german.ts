/** German, put together from its lists. */
import type { Language } from '../types.ts';
import { degree, thing, visible } from './doing.ts';
import { abstract, idiom, inner, quality } from './judging.ts';
import { patterns } from './patterns.ts';
import { attack, trait } from './person.ts';
import { others, result, resultVerb } from './results.ts';
import { weights } from './weights.ts';

export const german: Language = {
  tag: 'de',
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
  // The lists say with `*` where a word goes on.
  stems: () => [],
  you: /^(?:du|dich|dir|dein\p{L}*|ihr|euch|euer\p{L}*|sie|ihnen)$/u,
  article: /^(?:ein|eine|einen|einem|einer|der|die|das|den|dem|jeder|jede|jeden|jedem)$/,
  equates: /^(?:bist|warst|sind|waren|ist|war|sein|so|was|wie|als|nur|für|von|aus|ihr|oder|,)$/,
  asks: /^(?:wer|wen|wem|was|wann|wo|wohin|woher|welche[rsmn]?|wie)$/,
  counts:
    /^(?:null|kein\p{L}*|ein|eine|einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|halb\p{L}*|jede\p{L}*|einmal|zweimal)$/u,
  facts: /^(?:falsch|richtig|trocken|kalt|warm|sicher|einfach|rund|flach|fein|sauber)\p{L}*$/u,
  patterns,
  stopsFrom: 0.6,
  weights,
};
