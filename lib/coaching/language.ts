/** The observable-language check: what other folders use of it. */
export { check } from './language/check.ts';
export { hasLanguage } from './language/languages.ts';
export { learnLexicon } from './language/lexicon.ts';
export { languageOf } from './language/tongue.ts';
export type { Judgement, Lexicon, Reason, Rule, Verdict } from './language/types.ts';
