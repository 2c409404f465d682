/**
 * What can be counted in a transcript (R091). Each figure is null where it cannot be said, and `notes` tells why. Nothing
 * is combined into a score, nothing guesses at a person: no emotion, no confidence, no accent (docs/metrics.md).
 */
import { phrasesSaid } from './calls.ts';
import { type Hook, openingOf } from './hook.ts';
import { languageOf } from './languages/index.ts';
import type { SpeechLanguage } from './languages/language.ts';
import { aMinute, paceOf } from './pace.ts';
import { longestOf, type Pause, pausesOf } from './pauses.ts';
import { bareWord, findPhrases } from './phrases.ts';
import { type Repetition, repetitionsOf } from './repetition.ts';
import { sentencesOf } from './sentences.ts';
import type { Precision, Source, Transcript, Word } from './transcript.ts';

/** Fewer words than this give no rate. */
const MIN_WORDS = 10;
/** Below this length rates are said with their number of words. */
const SHORT_MS = 30_000;

export type Note =
  | 'no speech'
  | 'too few words'
  | 'short: read with the number of words'
  | 'live: no hook'
  | 'translated: nobody said these words'
  | 'no word lists for this language'
  | 'times of lines only: pauses under 2 s unknown'
  | 'written by hand: fillers may have been left out'
  | 'all speakers together';

export interface Occurrence {
  text: string;
  /** In ms. */
  at: number;
}

export interface Rate {
  n: number;
  perMinute: number | null;
  list: Occurrence[];
}

export interface Calls {
  n: number;
  first: number | null;
  last: number | null;
  /** Of the first, as a share of the length: 0 to 1. */
  firstShare: number | null;
  list: Occurrence[];
}

export interface SpeechMeasures {
  language: string;
  source: Source;
  precision: Precision;
  notes: Note[];
  /** Those that are named; empty: all speakers together. */
  speakers: string[];
  /** All words, fillers too. */
  words: number;
  /** Without fillers. */
  lexicalWords: number;
  /** From the first word to the end of the last, in ms. */
  span: number | null;
  /** When the first lexical word begins, in ms. */
  firstWord: number | null;
  firstSentenceEnd: number | null;
  hook: Hook | null;
  greetingFirst: boolean | null;
  /** Words a minute. */
  grossPace: number | null;
  netPace: number | null;
  cadence: { variation: number; windows: number } | null;
  fillers: Rate | null;
  discourse: Rate | null;
  longestPause: Pause | null;
  /** Of at least a second; of at least two where only lines have times. */
  pauses: Pause[];
  callsToAction: Calls | null;
  nextSteps: Calls | null;
  repetitions: Repetition[];
}

export interface MeasureOptions {
  /** When the hook ends, in ms, as a person marked it. */
  markedHookEnd?: number;
  /** How long a hook may take, in ms. */
  hookLimit?: number;
  isLive?: boolean;
}

export function measuresOf(transcript: Transcript, options: MeasureOptions = {}): SpeechMeasures {
  const { words, precision, source } = transcript;
  const language = languageOf(transcript);
  const lexical = language ? words.filter(word => !isFiller(word, language)) : words;
  const first = words[0];
  const span = first ? (words.at(-1)?.end ?? first.end) - first.start : null;
  const pauses = pausesOf(transcript);
  const enough = words.length >= MIN_WORDS && span !== null;
  const pace = enough ? paceOf(lexical, span, pauses) : null;
  const opening = options.isLive || !first ? null : openingOf(transcript, hookOptions(options));
  const rate = (list: Occurrence[]): Rate => ({
    n: list.length,
    perMinute: enough ? aMinute(list.length, span) : null,
    list,
  });
  return {
    language: transcript.language,
    source,
    precision,
    notes: notesOn(transcript, language, span, options),
    speakers: [...new Set(words.flatMap(({ speaker }) => speaker ?? []))],
    words: words.length,
    lexicalWords: lexical.length,
    span,
    firstWord: lexical[0]?.start ?? null,
    firstSentenceEnd: sentencesOf(transcript)[0]?.end ?? null,
    hook: opening?.hook ?? null,
    greetingFirst: opening?.greetingFirst ?? null,
    grossPace: pace?.gross ?? null,
    netPace: pace?.net ?? null,
    cadence: pace?.cadence ?? null,
    fillers: language && first ? rate(fillersIn(words, language)) : null,
    discourse: language && first ? rate(discourseIn(transcript, language)) : null,
    longestPause: longestOf(pauses),
    pauses,
    callsToAction: language && first ? callsIn(transcript, language.callToAction, language) : null,
    nextSteps: language && first ? callsIn(transcript, language.nextStep, language) : null,
    repetitions: repetitionsOf(lexical),
  };
}

export function isFiller({ text }: Word, { filler }: SpeechLanguage): boolean {
  return filler.test(bareWord(text));
}

function hookOptions({ markedHookEnd, hookLimit }: MeasureOptions) {
  return {
    ...(markedHookEnd === undefined ? {} : { markedEnd: markedHookEnd }),
    ...(hookLimit === undefined ? {} : { limit: hookLimit }),
  };
}

function fillersIn(words: readonly Word[], language: SpeechLanguage): Occurrence[] {
  return words
    .filter(word => isFiller(word, language))
    .map(({ text, start }) => ({ text: bareWord(text), at: start }));
}

function discourseIn(transcript: Transcript, { discourse }: SpeechLanguage): Occurrence[] {
  return sentencesOf(transcript).flatMap(({ words }) =>
    findPhrases(words, discourse).map(({ text, at }) => ({ text, at })),
  );
}

function callsIn(transcript: Transcript, patterns: readonly RegExp[], language: SpeechLanguage): Calls {
  const list = phrasesSaid(transcript, patterns, language).map(({ text, at }) => ({ text, at }));
  const first = list[0]?.at ?? null;
  const length = transcript.durationMs ?? transcript.words.at(-1)?.end ?? 0;
  return {
    n: list.length,
    first,
    last: list.at(-1)?.at ?? null,
    firstShare: first === null || length <= 0 ? null : Math.min(1, first / length),
    list,
  };
}

function notesOn(
  transcript: Transcript,
  language: SpeechLanguage | undefined,
  span: number | null,
  { isLive }: MeasureOptions,
): Note[] {
  const { words, translated, precision, source } = transcript;
  if (words.length === 0) return ['no speech'];
  const notes: [boolean | undefined, Note][] = [
    [words.length < MIN_WORDS, 'too few words'],
    [words.length >= MIN_WORDS && (span ?? 0) < SHORT_MS, 'short: read with the number of words'],
    [isLive, 'live: no hook'],
    [translated, 'translated: nobody said these words'],
    [!translated && !language, 'no word lists for this language'],
    [precision === 'cue', 'times of lines only: pauses under 2 s unknown'],
    [source === 'manual', 'written by hand: fillers may have been left out'],
    [!words.some(({ speaker }) => speaker), 'all speakers together'],
  ];
  return notes.flatMap(([holds, note]) => (holds ? [note] : []));
}
