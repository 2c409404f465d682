/**
 * The observable-language check: would a camera or a log have seen it, and is it said when or how much? Deterministic
 * and offline, and far under 5 ms a sentence, so that it can run while a person types.
 */
import { certainly, fuzzyWords, reasonsFor } from './explain.ts';
import { featuresOf } from './features.ts';
import { languageFor, type Ready } from './languages.ts';
import { decide, isSure, scoresOf } from './model.ts';
import { asksOpenly, judgesOnlyOthers } from './others.ts';
import { sentenceSpans } from './sentences.ts';
import { tokensOf } from './tokens.ts';
import { type Judgement, type Lexicon, type Reason, type Span, VERDICTS } from './types.ts';

/** Only this much of a longer text is judged, in UTF-16 units. A note's parts are far shorter. */
const MAX_JUDGED = 2000;
/** The model knows texts as long as one note's part: more words than this are judged sentence by sentence. */
const MOST_WORDS = 40;

/**
 * Judges one text, a sentence or a few. `locale` is a BCP 47 tag. A language that the check does not know gets the
 * verdict `observable` and no reasons, because silence is better than a wrong remark.
 */
export function check(given: string, locale: string, lexicon?: Lexicon): Judgement {
  const ready = languageFor(locale);
  if (!ready) return { verdict: 'observable', reasons: [], version: '', sure: false };
  const { version } = ready.language.weights;
  const text = given.slice(0, MAX_JUDGED);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return { verdict: 'vague', reasons: [{ rule: 'no-verb', span: [0, text.length] }], version, sure: false };
  }
  const parts: Span[] = tokensOf(text).length > MOST_WORDS ? sentenceSpans(text) : [[0, text.length]];
  const judged = parts.map(part => judge(text, part, ready, lexicon));
  const worst = judged.reduce((one, other) => (rank(other) > rank(one) ? other : one));
  return { ...worst, version };
}

/** What leaves open how much or how good in an answer that needs no verb, such as “how often”; empty if nothing does. */
export function fuzzyIn(given: string, locale: string, lexicon?: Lexicon): Reason[] {
  const ready = languageFor(locale);
  return ready ? fuzzyWords(given.slice(0, MAX_JUDGED), ready, lexicon) : [];
}

const rank = ({ verdict }: Pick<Judgement, 'verdict'>) => VERDICTS.indexOf(verdict);

function judge(
  text: string,
  [start, end]: Span,
  ready: Ready,
  lexicon: Lexicon | undefined,
): Omit<Judgement, 'version'> {
  const part = text.slice(start, end);
  const certain = certainly(part, ready.language);
  const scores = scoresOf(featuresOf(part, ready.language, ready.index, lexicon), ready.model);
  const decided = certain ? 'personal' : decide(scores);
  const verdict = decided === 'personal' && !certain && asksOpenly(part, ready) ? 'observable' : decided;
  const reasons: Reason[] = certain ? [certain] : reasonsFor(verdict, part, ready, lexicon);
  return {
    verdict,
    sure: certain !== null || (isSure(scores, ready.language.stopsFrom) && !judgesOnlyOthers(part, ready)),
    reasons: reasons.map(({ rule, span }) => ({ rule, span: [span[0] + start, span[1] + start] })),
  };
}
