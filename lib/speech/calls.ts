/** Calls to action, and the next step of a call said aloud: hints, each with its time. */
import type { SpeechLanguage } from './languages/language.ts';
import { bareWord, type Found, findPhrases } from './phrases.ts';
import { sentencesOf } from './sentences.ts';
import type { Transcript, Word } from './transcript.ts';

/** How many words before a phrase a “don't” still reaches it, and after it in German. */
const REACH = 3;
/** Recognisers invent “thanks for watching” in silence: so few words, alone for so long, were perhaps never said. */
const ALONE_MS = 8000;
const FEW_WORDS = 12;
const SURE = 0.5;

/** What occurs of these phrases, without what is negated, quoted or perhaps only invented. */
export function phrasesSaid(
  transcript: Transcript,
  patterns: readonly RegExp[],
  language: SpeechLanguage,
): Found[] {
  const doubtful = doubtfulWords(transcript);
  let before = 0;
  return sentencesOf(transcript).flatMap(({ words }) => {
    const first = before;
    before += words.length;
    return findPhrases(words, patterns)
      .filter(
        found =>
          !isNegated(words, found, language) &&
          !isQuoted(words, found) &&
          !words.slice(found.from, found.to).some(word => doubtful.has(word)),
      )
      .map(found => ({ ...found, from: first + found.from, to: first + found.to }));
  });
}

function isNegated(
  words: readonly Word[],
  { from, to }: Found,
  { negation, reminder }: SpeechLanguage,
): boolean {
  // A comma or a stop ends what a “don't” is about.
  const ahead = words.slice(Math.max(0, from - REACH), from);
  const cut = ahead.findLastIndex(({ text }) => /[,.;:!?]$/.test(text));
  const around = [...ahead.slice(cut + 1), ...words.slice(from, to)];
  const next = /[,.;:!?]$/.test(words[to - 1]?.text ?? '') ? [] : words.slice(to, to + 1);
  const near = [...around, ...next].map(({ text }) => bareWord(text));
  return near.some(word => negation.test(word)) && !near.some(word => reminder.test(word));
}

/** Between quotation marks: somebody tells what another one says. */
function isQuoted(words: readonly Word[], { from, to }: Found): boolean {
  const opens = words.slice(0, from + 1).findLastIndex(({ text }) => /^[("'‘]*["“„»«]/.test(text));
  if (opens < 0) return false;
  const closes = words.findIndex(({ text }, i) => i >= opens && /["”“»«][)\].,!?;:]*$/.test(text));
  return closes < 0 || closes >= to - 1;
}

function doubtfulWords({ words, source }: Transcript): Set<Word> {
  const unsure = words.filter(({ confidence = 1 }) => confidence < SURE);
  return new Set(source === 'automatic' ? [...unsure, ...alone(words)] : unsure);
}

/** The words of short runs with a long silence before and after; what a recording has only of these is speech. */
function alone(words: readonly Word[]): Word[] {
  const runs: Word[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (run && word.start - (run.at(-1)?.end ?? 0) < ALONE_MS) run.push(word);
    else runs.push([word]);
  }
  return runs.length === 1 ? [] : runs.filter(({ length }) => length <= FEW_WORDS).flat();
}
