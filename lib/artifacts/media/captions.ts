/**
 * The caption line at a second of a clip, from its text tracks, or as the player draws it if it leaves them empty. The
 * lines of the last moments are kept, since a mark is often set back a little. Part of the media tools.
 */
import type { tidy } from '../read-text.ts';
import { MAX_CAPTION } from './drawn-caption.ts';

/** What the page script has anyway. */
export interface CaptionHost {
  tidy: typeof tidy;
  /** Reads the line that the player itself draws; undefined where the site is not known to draw any. */
  drawnCaption(): string | undefined;
}

/** A line, and the stretch of media time in which it was seen, in seconds. */
interface Line {
  from: number;
  to: number;
  text: string;
}

/** In seconds. We look about four times a second while a clip plays, so a line was still there this long after a look. */
const GAP_SECONDS = 0.6;
const MAX_LINES = 500;

/** Looks at what is shown now and answers the line at a second of the clip; '' if we know none. */
export type Captions = (media: HTMLMediaElement, seconds: number) => string;

export function createCaptions(host: CaptionHost): Captions {
  const lines: Line[] = [];
  const near = (seconds: number) => (line: Line) =>
    seconds >= line.from - GAP_SECONDS && seconds <= line.to + GAP_SECONDS;

  function drawnAt({ currentTime: now }: HTMLMediaElement, seconds: number): string {
    const text = host.drawnCaption();
    if (text === undefined) return '';
    const last = lines.at(-1);
    if (last?.text === text && near(now)(last)) {
      last.from = Math.min(last.from, now);
      last.to = Math.max(last.to, now);
    } else if (lines.push({ from: now, to: now, text }) > MAX_LINES) lines.shift();
    // The latest look counts. A line that was seen around this second is better than one that was only seen near it.
    const inside = lines.findLast(({ from, to }) => seconds >= from && seconds <= to);
    return (inside ?? lines.findLast(near(seconds)))?.text ?? '';
  }

  return (media, seconds) => trackedAt(media, seconds, host) || drawnAt(media, seconds);
}

/** The line in the text tracks whose cues are loaded. */
function trackedAt({ textTracks }: HTMLMediaElement, seconds: number, { tidy }: CaptionHost): string {
  for (const track of textTracks) {
    if (track.kind !== 'captions' && track.kind !== 'subtitles') continue;
    for (const cue of track.cues ?? []) {
      if (cue.startTime > seconds || cue.endTime <= seconds || !('text' in cue)) continue;
      const text = tidy(String(cue.text).replace(/<[^>]*>/g, ''), MAX_CAPTION);
      if (text) return text;
    }
  }
  return '';
}
