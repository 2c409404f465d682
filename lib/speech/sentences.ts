/** Sentences of a transcript. Recognisers write no stops: there a pause ends one, or else the line does. */
import type { Transcript, Word } from './transcript.ts';

export interface Sentence {
  words: readonly Word[];
  text: string;
  start: number;
  end: number;
}

/** Text with fewer stops than one in so many words was not written in sentences. */
const WORDS_A_STOP = 40;
/** A pause that ends a sentence where no stop does, in ms. Of lines only the gap between them is known. */
const PAUSE_MS = 500;
const STOP = /[.!?…]["'”’»)\]]*$/;
/** A stop that ends no sentence: “Dr.”, “3.”, “z.B.” */
const NO_STOP = /^(?:(?:dr|mr|mrs|ms|prof|st|vs|etc|z\.b|d\.h|u\.a|bzw|ca|nr|e\.g|i\.e)\.|\d+\.)$/i;

export function sentencesOf({ words }: Transcript): Sentence[] {
  const isWritten = words.filter(({ text }) => endsSentence(text)).length >= words.length / WORDS_A_STOP;
  const sentences: Word[][] = [];
  let begun: Word[] = [];
  for (const [i, word] of words.entries()) {
    begun.push(word);
    const next = words[i + 1];
    const ends = isWritten ? endsSentence(word.text) : !!next && next.start - word.end >= PAUSE_MS;
    if (ends || !next) {
      sentences.push(begun);
      begun = [];
    }
  }
  return sentences.map(toSentence);
}

function endsSentence(text: string): boolean {
  return STOP.test(text) && !NO_STOP.test(text);
}

function toSentence(words: readonly Word[]): Sentence {
  return {
    words,
    text: words.map(({ text }) => text).join(' '),
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
  };
}
