/** Chapters as YouTube reads them from a description: a line each, `0:00 Name`. */
import { type Marker, onOneLine } from './marker.ts';

/** What YouTube asks for; else it shows no chapters at all. */
const MIN_CHAPTERS = 3;
const MIN_LENGTH_MS = 10_000;
const LINE = /^\s*(?:[-–•]\s*)?((?:\d{1,2}:)?\d{1,2}:\d{2})\s*(?:[-–—|:]\s*)?(.+?)\s*$/;

export interface Chapters {
  text: string;
  /** Why YouTube would not show them. */
  problems: string[];
}

export function writeChapters(markers: readonly Marker[], opening = 'Start'): Chapters {
  const ordered = [...markers].sort((a, b) => a.start - b.start);
  const begins = (ordered[0]?.start ?? 1000) < 1000;
  const chapters = begins ? ordered : [{ start: 0, end: null, name: opening, text: '' }, ...ordered];
  const problems: string[] = [];
  if (chapters.length < MIN_CHAPTERS)
    problems.push(`YouTube shows chapters from ${MIN_CHAPTERS} on, and there are ${chapters.length}`);
  for (const [i, { start }] of chapters.entries()) {
    const next = chapters[i + 1]?.start;
    if (next !== undefined && next - start < MIN_LENGTH_MS)
      problems.push(`the chapter at ${clock(start)} is shorter than ${MIN_LENGTH_MS / 1000} seconds`);
  }
  const text = chapters
    .map(({ start, name, text }) => `${clock(start)} ${onOneLine(name || text) || '–'}\n`)
    .join('');
  return { text, problems };
}

export function readChapters(text: string): Marker[] {
  return text.split(/\r\n|\r|\n/).flatMap(line => {
    const [, time, name = ''] = LINE.exec(line) ?? [];
    if (time === undefined) return [];
    const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    return [{ start: seconds * 1000, end: null, name, text: '' }];
  });
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
