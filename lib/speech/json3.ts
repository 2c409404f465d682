/** The captions of YouTube's player, as it loads them: `json3`. */
import type { Piece, Precision } from './transcript.ts';

export interface Json3 {
  events?: {
    tStartMs?: number;
    dDurationMs?: number;
    segs?: { utf8?: string; tOffsetMs?: number; acAsrConf?: number }[];
  }[];
}

/** What a recogniser gives for its confidence, up to 255. */
const FULL_CONFIDENCE = 255;

/**
 * Only automatic tracks have times within a line. The time that a line shows is not how long it was said: two lines
 * stand on the screen at once.
 */
export function piecesOfJson3({ events = [] }: Json3): { pieces: Piece[]; precision: Precision } {
  if (!Array.isArray(events)) return { pieces: [], precision: 'cue' };
  const isByWord = events.some(({ segs }) => segs?.some(({ tOffsetMs = 0 }) => tOffsetMs > 0));
  const pieces = events.flatMap(({ tStartMs: start, dDurationMs: shown, segs = [] }): Piece[] => {
    if (typeof start !== 'number') return [];
    if (!isByWord) {
      const text = segs.map(({ utf8 = '' }) => utf8).join('');
      return [{ text, start, ...(shown === undefined ? {} : { end: start + shown }) }];
    }
    return segs.map(({ utf8 = '', tOffsetMs = 0, acAsrConf }) => ({
      text: utf8,
      start: start + tOffsetMs,
      ...(acAsrConf === undefined
        ? {}
        : { confidence: acAsrConf > 1 ? acAsrConf / FULL_CONFIDENCE : acAsrConf }),
    }));
  });
  return { pieces, precision: isByWord ? 'word' : 'cue' };
}
