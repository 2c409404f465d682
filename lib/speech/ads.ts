/** Takes an advertisement's time out of a transcript, as if the recording had none. */
import type { Transcript } from './transcript.ts';

export interface Span {
  from: number;
  to: number;
}

/** `ads` in ms of the same clock as the transcript's, in any order; those that overlap count once. */
export function withoutAds(transcript: Transcript, ads: readonly Span[]): Transcript {
  const spans = merged(ads);
  const taken = (at: number) =>
    spans.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(at, to) - from), 0);
  const words = transcript.words
    .filter(({ start }) => !spans.some(({ from, to }) => start >= from && start < to))
    .map(word => ({ ...word, start: word.start - taken(word.start), end: word.end - taken(word.end) }));
  const { durationMs } = transcript;
  return { ...transcript, words, durationMs: durationMs === null ? null : durationMs - taken(durationMs) };
}

function merged(spans: readonly Span[]): Span[] {
  const ordered = spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const apart: Span[] = [];
  for (const { from, to } of ordered) {
    const last = apart.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}
