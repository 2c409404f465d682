/**
 * The captions of a player that draws them itself and leaves the text tracks empty. What stood there a moment ago is
 * kept, since a mark is often set back a little. Part of the page script.
 */
import type { SiteDefinition } from './definition.ts';
import { findAll } from './find-all.ts';
import { tidy } from './read-text.ts';
import { isVisible } from './visible.ts';

/** A line and the stretch of media time, in seconds, in which it was seen. */
interface Line {
  from: number;
  to: number;
  text: string;
}

/** One looks about four times a second while a clip plays: what was seen this long ago, in seconds, still stood there. */
const GAP_SECONDS = 0.6;
const MAX_LINES = 500;
const MAX_CAPTION = 500;

/** Looks at what is shown now, and answers the line at a second of the clip; '' where none was seen there. */
export type ShownCaptions = (media: HTMLMediaElement, seconds: number, definition?: SiteDefinition) => string;

export function createShownCaptions(): ShownCaptions {
  const lines: Line[] = [];
  const near = (seconds: number) => (line: Line) =>
    seconds >= line.from - GAP_SECONDS && seconds <= line.to + GAP_SECONDS;
  return (media, seconds, definition) => {
    const { currentTime: now, ownerDocument } = media;
    const text = captionShown(ownerDocument, definition);
    const last = lines.at(-1);
    if (last?.text === text && near(now)(last)) {
      last.from = Math.min(last.from, now);
      last.to = Math.max(last.to, now);
    } else if (lines.push({ from: now, to: now, text }) > MAX_LINES) lines.shift();
    // The latest look at a second counts; one that saw it within the line before one that saw it at an edge.
    const inside = lines.findLast(({ from, to }) => seconds >= from && seconds <= to);
    return (inside ?? lines.findLast(near(seconds)))?.text ?? '';
  };
}

/** All that is shown by the first selector that shows anything: a line is often drawn as several rows. */
function captionShown(document: Document, definition?: SiteDefinition): string {
  for (const css of definition?.video?.captions ?? []) {
    const rows = findAll(document, css).filter(isVisible);
    const text = tidy(rows.map(row => row.textContent).join(' '), MAX_CAPTION);
    if (text) return text;
  }
  return '';
}
