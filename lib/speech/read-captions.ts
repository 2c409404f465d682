/** Captions as a file, a player or a person gives them: WebVTT, SRT, the JSON of YouTube's player, pasted lines. */
import { parseText } from 'media-captions';
import { piecesOfCue, rolledUp, type TimedText } from './cues.ts';
import { type Json3, piecesOfJson3 } from './json3.ts';
import { piecesOfPasted } from './pasted.ts';
import type { Piece, Precision, Source, Transcript } from './transcript.ts';
import { wordsOf } from './words.ts';

/** The file is none of the kinds that we read, or has no words. The message says what was expected. */
export class UnreadableCaptions extends Error {}

export interface CaptionOptions {
  /** Else what the file says, else `und`. */
  language?: string;
  translated?: boolean;
  /** Else what the file shows: words with times of their own are a recogniser's. */
  source?: Source;
  /** Of the recording, where it is known. */
  durationMs?: number | null;
}

export type CaptionFormat = 'vtt' | 'srt' | 'json3' | 'pasted';

/** Throws UnreadableCaptions. */
export async function readCaptions(text: string, options: CaptionOptions = {}): Promise<Transcript> {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const format = formatOf(plain);
  if (format === undefined)
    throw new UnreadableCaptions(
      'no captions: expected WebVTT, SRT, YouTube’s json3, or lines that begin with a time such as 0:11',
    );
  const { pieces, precision } = await readers[format](plain);
  const words = wordsOf(pieces, precision);
  if (words.length === 0 && !/-->|"events"/.test(plain))
    throw new UnreadableCaptions('no words with a time were found');
  return {
    source:
      options.source ?? (format === 'pasted' ? 'pasted' : precision === 'word' ? 'automatic' : 'manual'),
    language: options.language ?? languageIn(plain) ?? 'und',
    ...(options.translated ? { translated: true } : {}),
    precision,
    words,
    durationMs: options.durationMs ?? null,
  };
}

/** The cues of a player's text track, which every page offers in the same form. Times are seconds. */
export function readCues(cues: readonly TimedText[], options: CaptionOptions = {}): Transcript {
  const { pieces, precision } = fromCues(cues);
  return {
    source: options.source ?? (precision === 'word' ? 'automatic' : 'manual'),
    language: options.language ?? 'und',
    ...(options.translated ? { translated: true } : {}),
    precision,
    words: wordsOf(pieces, precision),
    durationMs: options.durationMs ?? null,
  };
}

interface Read {
  pieces: Piece[];
  precision: Precision;
}

const readers: Record<CaptionFormat, (text: string) => Read | Promise<Read>> = {
  vtt: async text => fromCues((await parseText(text, { type: 'vtt' })).cues),
  srt: async text => fromCues((await parseText(text, { type: 'srt' })).cues),
  json3: text => piecesOfJson3(parsed(text)),
  pasted: text => ({ pieces: piecesOfPasted(text), precision: 'cue' }),
};

/** Which kind of captions a text is. Undefined for none. Pure. */
export function formatOf(text: string): CaptionFormat | undefined {
  if (/^WEBVTT(?:[ \t\n]|$)/.test(text)) return 'vtt';
  if (/^\s*\{/.test(text)) return /"events"\s*:/.test(text) ? 'json3' : undefined;
  if (/^\s*(?:\d+\s*\n)?\s*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/m.test(text)) return 'srt';
  return piecesOfPasted(text).length > 0 ? 'pasted' : undefined;
}

function fromCues(cues: readonly TimedText[]): Read {
  const pieces = rolledUp(cues).map(piecesOfCue);
  // A cue of one word, or the remark between two lines, has one time also where all others have many.
  const byWord = pieces.filter(({ length }) => length > 1).length;
  return { pieces: pieces.flat(), precision: byWord > 0 && byWord >= pieces.length / 3 ? 'word' : 'cue' };
}

function parsed(text: string): Json3 {
  try {
    return JSON.parse(text) as Json3;
  } catch (error) {
    throw new UnreadableCaptions(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `Language: de` in the head of a WebVTT file. */
function languageIn(text: string): string | undefined {
  const [head = ''] = text.split('\n\n');
  return /^WEBVTT/.test(head) ? /^Language:\s*([\w-]+)\s*$/im.exec(head)?.[1] : undefined;
}
