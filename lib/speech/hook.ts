/** The hook: what the first sentences do, as a hint. When it ends a person marks; that is the measurement (R053). */
import { languageOf } from './languages/index.ts';
import type { HookType, SpeechLanguage } from './languages/language.ts';
import { bareWord } from './phrases.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import type { Transcript } from './transcript.ts';

/** Within how many of the first sentences a hook is looked for. */
const SENTENCES = 3;
/** No hook begins later than this, in ms. */
const LATEST_MS = 30_000;
/** How long a hook may take, in ms (tunable): 3 s, 6 s, 7 s or 15 s by the kind of clip. */
export const HOOK_MS = 7000;
/** Twice as long is near, more is late: 15 s for the house rule of 7. */
const NEAR_TIMES = 15 / 7;

export interface Hook {
  /** When it ends, in ms. */
  end: number;
  /** By how much the end may be off: the length of its line, where words have no times. */
  offBy: number;
  by: 'person' | 'hint';
  type: HookType | 'other';
  sentence: string;
  band: 'within' | 'near' | 'late';
}

export interface Opening {
  /** Null: none in the first 30 seconds. */
  hook: Hook | null;
  /** The first sentence only greets or introduces. */
  greetingFirst: boolean;
}

/** `markedEnd` is when the hook ends, as a person marked it. Null where the language has no lists and nobody marked. */
export function openingOf(
  transcript: Transcript,
  { markedEnd, limit = HOOK_MS }: { markedEnd?: number; limit?: number } = {},
): Opening | null {
  const language = languageOf(transcript);
  if (!language && markedEnd === undefined) return null;
  const sentences = sentencesOf(transcript).slice(0, SENTENCES);
  const greetingFirst = !!language && !!sentences[0] && isGreeting(sentences[0], language);
  if (markedEnd !== undefined) {
    const sentence = sentences.find(({ end }) => end >= markedEnd) ?? sentences.at(-1);
    return { hook: hookOf(markedEnd, 0, 'person', sentence, language, limit), greetingFirst };
  }
  const first = sentences.find(
    each => language && each.start < LATEST_MS && typeOf(each, language) !== 'other',
  );
  if (!first) return { hook: null, greetingFirst };
  const offBy = transcript.precision === 'word' ? 0 : first.end - first.start;
  return { hook: hookOf(first.end, offBy, 'hint', first, language, limit), greetingFirst };
}

function hookOf(
  end: number,
  offBy: number,
  by: Hook['by'],
  sentence: Sentence | undefined,
  language: SpeechLanguage | undefined,
  limit: number,
): Hook {
  return {
    end,
    offBy,
    by,
    type: sentence && language ? typeOf(sentence, language) : 'other',
    sentence: sentence?.text ?? '',
    band: end <= limit ? 'within' : end <= limit * NEAR_TIMES ? 'near' : 'late',
  };
}

export function typeOf(sentence: Sentence, { hook }: SpeechLanguage): HookType | 'other' {
  const text = plainOf(sentence);
  return hook.find(({ patterns }) => patterns.some(pattern => pattern.test(text)))?.type ?? 'other';
}

function isGreeting(sentence: Sentence, language: SpeechLanguage): boolean {
  return language.greeting.test(plainOf(sentence)) && typeOf(sentence, language) === 'other';
}

function plainOf({ words }: Sentence): string {
  return words.map(({ text }) => bareWord(text)).join(' ');
}
