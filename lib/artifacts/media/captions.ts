/**
 * The caption line at a second of a clip, from its text tracks, or as the player draws it if it leaves them empty. The
 * lines of the last moments are kept, since a mark is often set back a little. Part of the page script.
 */
import type { SiteDefinition } from '../definition/definition.ts';
import { findAll } from '../find-all.ts';
import { tidy } from '../read-text.ts';
import { isVisible } from '../visible.ts';

/** A line, and the stretch of media time in which it was seen, in seconds. */
interface Line {
  from: number;
  to: number;
  text: string;
}

/** In seconds. We look about four times a second while a clip plays, so a line was still there this long after a look. */
const GAP_SECONDS = 0.6;
const MAX_LINES = 500;
const MAX_CAPTION = 500;

/** Looks at what is shown now and answers the line at a second of the clip; '' if we know none. */
export type Captions = (media: HTMLMediaElement, seconds: number, definition?: SiteDefinition) => string;

export function createCaptions(): Captions {
  const lines: Line[] = [];
  const near = (seconds: number) => (line: Line) =>
    seconds >= line.from - GAP_SECONDS && seconds <= line.to + GAP_SECONDS;

  function drawnAt(media: HTMLMediaElement, seconds: number, definition?: SiteDefinition): string {
    const { currentTime: now, ownerDocument } = media;
    const text = drawnNow(ownerDocument, definition);
    const last = lines.at(-1);
    if (last?.text === text && near(now)(last)) {
      last.from = Math.min(last.from, now);
      last.to = Math.max(last.to, now);
    } else if (lines.push({ from: now, to: now, text }) > MAX_LINES) lines.shift();
    // The latest look counts. A line that was seen around this second is better than one that was only seen near it.
    const inside = lines.findLast(({ from, to }) => seconds >= from && seconds <= to);
    return (inside ?? lines.findLast(near(seconds)))?.text ?? '';
  }

  return (media, seconds, definition) =>
    trackedAt(media, seconds) || (definition?.video?.captions ? drawnAt(media, seconds, definition) : '');
}

/** The line in the text tracks whose cues are loaded. */
function trackedAt({ textTracks }: HTMLMediaElement, seconds: number): string {
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

/** Everything that the first selector with visible text finds: a line is often drawn as several rows. */
function drawnNow(document: Document, definition?: SiteDefinition): string {
  for (const css of definition?.video?.captions ?? []) {
    const rows = findAll(document, css).filter(isVisible);
    const text = tidy(rows.map(row => row.textContent).join(' '), MAX_CAPTION);
    if (text) return text;
  }
  return '';
}
