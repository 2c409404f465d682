/** A transcript as people copy it from a page: a time, then what was said, on the same line or below it. */
import type { Piece } from './transcript.ts';

const LINE = /^\s*[[(]?((?:\d{1,2}:)?\d{1,3}:\d{2})(?:[.,](\d{1,3}))?[\])]?(?:\s*[-–—]\s*|\s+|$)(.*)$/;

/**
 * One piece for each time. When its words were over nobody says, so it has no end. Lines before the first time are no
 * speech that we could place.
 */
export function piecesOfPasted(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const line of text.split('\n')) {
    const [, clock, fraction = '', said = ''] = LINE.exec(line) ?? [];
    const last = pieces.at(-1);
    if (clock !== undefined) pieces.push({ text: said, start: msOf(clock, fraction) });
    else if (last) last.text += `\n${line}`;
  }
  return pieces;
}

function msOf(clock: string, fraction: string): number {
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}
