/** “You handled a rude caller calmly” judges the caller. A model of single words cannot always tell, so this asks. */
import { familiesOf } from './families.ts';
import type { Ready } from './languages.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Family } from './types.ts';

/** Whether words that judge people are in the text, and all of them stand before somebody or something else. */
export function judgesOnlyOthers(
  text: string,
  { language, index }: Pick<Ready, 'language' | 'index'>,
): boolean {
  const tokens = tokensOf(text);
  const families = familiesOf(tokens, index);
  const judging = tokens.flatMap((_, at) => (isJudging(families[at]) ? [at] : []));
  return judging.length > 0 && judging.every(at => isOthers(at, tokens, families, language));
}

/** “Where do most people leave?”: an open question with no word that judges somebody and no “you” judges nobody. */
export function asksOpenly(text: string, { language, index }: Pick<Ready, 'language' | 'index'>): boolean {
  const tokens = tokensOf(text);
  return (
    language.asks.test(tokens[0]?.lower ?? '') &&
    tokens.at(-1)?.lower === '?' &&
    !tokens.some(({ lower }) => language.you.test(lower)) &&
    !familiesOf(tokens, index).some(isJudging)
  );
}

const isJudging = (families: ReadonlySet<Family> | undefined) =>
  families?.has('trait') === true || families?.has('attack') === true;

/** “a rude caller”, but not “you are a rude caller”, “such a rude caller” or “a rude one”. */
function isOthers(
  at: number,
  tokens: readonly Token[],
  families: readonly Set<Family>[],
  { article, equates, you }: Ready['language'],
): boolean {
  const noun = tokens[at + 1];
  const before = tokens[at - 2]?.lower ?? '';
  return (
    families[at]?.has('attack') !== true &&
    noun?.kind === 'word' &&
    noun.lower.length > 3 &&
    !isJudging(families[at + 1]) &&
    article.test(tokens[at - 1]?.lower ?? '') &&
    before !== '' &&
    !equates.test(before) &&
    !you.test(before)
  );
}
