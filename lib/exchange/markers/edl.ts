/**
 * Markers in a CMX 3600 edit decision list: written as DaVinci Resolve does (`|C:` colour, `|M:` name, `|D:` pictures),
 * read like that and as Avid's locators (`* LOC:`).
 */
import { type Marker, MarkerProblem, onLine, onOneLine } from './marker.ts';
import { type Clock, codeAt, frameAt, framesOf, msAt, msOfFrame, timecodeOf } from './timecode.ts';

const EVENT = /^(\d{3,6})\s+\S+\s+\S+\s+\S+(?:\s+\d+)?\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*$/;
const RESOLVE = /^(.*?)\s*\|C:(\S+)\s*\|M:(.*?)\s*\|D:(\d+)\s*$/;
const LOCATOR = /^\*\s*LOC:\s*(\S+)\s+(\S+)\s*(.*)$/;
const MAX_EVENTS = 999;

/** Throws MarkerProblem for more markers than a list can hold. */
export function writeEdl(markers: readonly Marker[], clock: Clock, title = 'Sideline'): string {
  if (markers.length > MAX_EVENTS)
    throw new MarkerProblem(`a list holds ${MAX_EVENTS} markers, and there are ${markers.length}`);
  const { rate } = clock;
  const events = markers.map(({ start, end, name, text }, i) => {
    const from = codeAt(start, clock);
    const pictures = Math.max(1, end === null ? 1 : frameAt(end, rate) - frameAt(start, rate));
    const to = timecodeOf(framesOf(from, rate) + 1, rate);
    const event = `${String(i + 1).padStart(3, '0')}  001      V     C        ${from} ${to} ${from} ${to}  `;
    return `${event}\n${plain(text)} |C:ResolveColorBlue |M:${plain(name)} |D:${pictures}\n`;
  });
  const mode = rate.dropped > 0 ? 'DROP FRAME' : 'NON-DROP FRAME';
  return `TITLE: ${onOneLine(title)}\nFCM: ${mode}\n\n${events.join('\n')}`;
}

/** Bars end a part of the line. */
function plain(text: string): string {
  return onOneLine(text).replaceAll('|', '/');
}

export interface EdlRead {
  markers: Marker[];
  /** What the file says of itself; null where it says nothing. */
  drop: boolean | null;
}

/** Throws MarkerProblem, with the line. */
export function readEdl(text: string, clock: Clock): EdlRead {
  const markers: Marker[] = [];
  let drop: boolean | null = null;
  let record: string | undefined;
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    const mode = /^FCM:\s*(NON-)?DROP/i.exec(line);
    if (mode) drop = mode[1] === undefined;
    record = EVENT.exec(line)?.[4] ?? record;
    const marker = onLine(i + 1, () => markerIn(line, record, clock));
    if (marker) markers.push(marker);
  }
  return { markers, drop };
}

function markerIn(line: string, record: string | undefined, clock: Clock): Marker | null {
  const locator = LOCATOR.exec(line);
  if (locator)
    return { start: msAt(locator[1] ?? '', clock), end: null, name: onOneLine(locator[3] ?? ''), text: '' };
  const [, text = '', , name = '', pictures] = RESOLVE.exec(line) ?? [];
  if (pictures === undefined) return null;
  if (record === undefined) throw new MarkerProblem('a marker without an event before it');
  const start = msAt(record, clock);
  const length = Number(pictures);
  const end = length > 1 ? msOfFrame(frameAt(start, clock.rate) + length, clock.rate) : null;
  return { start, end, name: name.trim(), text: text.trim() };
}
