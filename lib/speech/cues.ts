/** Cues of a text track: lines with a time from and to, in the mark-up of WebVTT. */
import { tokenizeVTTCue, VTTCue, type VTTNode } from 'media-captions';
import type { Piece } from './transcript.ts';

/** As the cues of files and of a page's players are. Times are seconds. */
export interface TimedText {
  startTime: number;
  endTime: number;
  text: string;
}

/** How late a cue may follow another and still continue it, in seconds. */
const FOLLOWS_S = 0.1;
/** From this share on of cues that show the line before once more, a track rolls up its lines. */
const ROLLING_SHARE = 0.2;

/**
 * The pieces of a cue: one for all of it or, where it holds times, one from each of them to the next. A last line
 * without a time of its own shows until the cue ends.
 */
export function piecesOfCue(cue: TimedText): Piece[] {
  const pieces: Piece[] = [];
  const end = cue.endTime * 1000;
  let start = cue.startTime * 1000;
  let speaker = namedIn(cue.text);
  const read = (nodes: readonly VTTNode[]) => {
    for (const node of nodes) {
      if (node.type === 'text') {
        const last = pieces.at(-1);
        if (last?.start === start && last.speaker === speaker) last.text += node.data;
        else pieces.push({ text: node.data, start, end, ...(speaker ? { speaker } : {}) });
        continue;
      }
      if (node.type === 'timestamp') start = node.time * 1000;
      if (node.type === 'v' && node.voice) speaker = node.voice.trim();
      read(node.children);
    }
  };
  read(tokenizeVTTCue(new VTTCue(cue.startTime, cue.endTime, withoutName(cue.text))));
  return pieces;
}

/**
 * The cues without what they only show once more. Recognisers roll: each cue repeats the line before above its own. Where
 * a track does not roll, somebody who says “No.” twice has said it twice.
 */
export function rolledUp(cues: readonly TimedText[]): TimedText[] {
  const overlaps = cues.map((cue, i) => linesAgain(cues[i - 1], cue));
  const rolling = cues.filter((cue, i) => {
    const again = overlaps[i] ?? 0;
    return again > 0 && again < linesOf(cue).length;
  });
  if (rolling.length < ROLLING_SHARE * cues.length || rolling.length === 0) return [...cues];
  return cues.flatMap((cue, i) => {
    const left = linesOf(cue).slice(overlaps[i] ?? 0);
    return left.length === 0 ? [] : [{ ...read(cue), text: left.join('\n') }];
  });
}

/** The native cues of a player are no plain objects: their values are read one by one. */
function read({ startTime, endTime, text }: TimedText): TimedText {
  return { startTime, endTime, text };
}

/** How many of a cue's first lines were the last lines of the cue before. */
function linesAgain(before: TimedText | undefined, cue: TimedText): number {
  if (!before || cue.startTime > before.endTime + FOLLOWS_S) return 0;
  const shown = linesOf(before).map(bare);
  const lines = linesOf(cue).map(bare);
  for (let n = Math.min(shown.length, lines.length); n > 0; n--)
    if (lines.slice(0, n).join('\n') === shown.slice(-n).join('\n')) return n;
  return 0;
}

function linesOf({ text }: TimedText): string[] {
  return text.split('\n').filter(line => bare(line) !== '');
}

function bare(line: string): string {
  return line
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** “JONAS: ” or “>> Jonas: ” at the head of a line, as television writes it. */
const NAME =
  /^\s*(?:(?:>>|&gt;&gt;)\s*(\p{Lu}[\p{L}\p{M} .'’-]{0,40}?)|(\p{Lu}[\p{Lu}\p{M} .'’-]{1,40})):\s+/u;

function namedIn(text: string): string | undefined {
  const [, marked, loud] = NAME.exec(text) ?? [];
  return marked ?? loud;
}

function withoutName(text: string): string {
  return text.replace(NAME, '');
}
