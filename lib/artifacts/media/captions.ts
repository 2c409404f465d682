/**
 * The caption line at a second of a clip, in the words and the language that the viewer reads: from the text tracks that
 * are shown, or as the player draws it. The lines of the last moments are kept, since a mark is often set back a little.
 */
import type { tidy } from '../read-text.ts';
import { MAX_CAPTION } from './drawn-caption.ts';
import { lineAt, shownTracks } from './tracks.ts';

/** What the page script has anyway. */
export interface CaptionHost {
  tidy: typeof tidy;
  /** Reads the line that the player itself draws; undefined where it is not known to draw any. */
  drawnCaption(media: HTMLMediaElement): string | undefined;
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

/** A left-to-right mark does something only beside letters that run the other way; nobody sees it. */
const LEFT_TO_RIGHT = /\u200e/g;
const RUNS_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Looks at what is shown now and answers the line at a second of the clip; '' if we know none. */
export type Captions = (media: HTMLMediaElement, seconds: number) => string;

export function createCaptions({ tidy, drawnCaption }: CaptionHost): Captions {
  const lines: Line[] = [];
  const near = (seconds: number) => (line: Line) =>
    seconds >= line.from - GAP_SECONDS && seconds <= line.to + GAP_SECONDS;

  function drawnAt({ currentTime: now }: HTMLMediaElement, seconds: number, text: string): string {
    const last = lines.at(-1);
    if (last?.text === text && near(now)(last)) {
      last.from = Math.min(last.from, now);
      last.to = Math.max(last.to, now);
    } else if (lines.push({ from: now, to: now, text }) > MAX_LINES) lines.shift();
    // The latest look counts. A line that was seen around this second is better than one that was only seen near it.
    const inside = lines.findLast(({ from, to }) => seconds >= from && seconds <= to);
    return (inside ?? lines.findLast(near(seconds)))?.text ?? '';
  }

  const visible = (text: string) =>
    tidy(RUNS_TO_LEFT.test(text) ? text : text.replace(LEFT_TO_RIGHT, ''), MAX_CAPTION);

  return (media, seconds) => {
    const drawn = drawnCaption(media);
    const remembered = drawn === undefined ? '' : drawnAt(media, seconds, drawn);
    return visible(lineAt(shownTracks(media, drawn), seconds)) || visible(remembered);
  };
}
