/** The observable-language check: what other folders use of it. */
export { check, fuzzyIn } from './check.ts';
export { languageOf } from './detect.ts';
export { hasLanguage } from './languages.ts';
export { learnLexicon } from './lexicon.ts';
export type { Judgement, Lexicon, Reason, Rule, Verdict } from './types.ts';
