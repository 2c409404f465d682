/** All formats that markers come in and go out in, by one name each. */
import { readCaptionMarkers, writeSrt, writeVtt } from './captions.ts';
import { readChapters, writeChapters } from './chapters.ts';
import { readCsv, writeCsv } from './csv.ts';
import { readEdl, writeEdl } from './edl.ts';
import { readFcpxml, writeFcpxml } from './fcpxml.ts';
import { readJson, writeJson } from './json.ts';
import { type Marker, MarkerProblem } from './marker.ts';
import type { Clock } from './timecode.ts';

export const MARKER_FORMATS = ['edl', 'fcpxml', 'csv', 'vtt', 'srt', 'chapters', 'json'] as const;
export type MarkerFormat = (typeof MARKER_FORMATS)[number];

/** What a file is, by what it says, and not by its name. */
export function formatOfMarkers(text: string): MarkerFormat {
  const plain = text.replace(/^\uFEFF/, '').trimStart();
  if (/^<(?:\?xml|!DOCTYPE fcpxml|fcpxml)/i.test(plain)) return 'fcpxml';
  if (/^WEBVTT/.test(plain)) return 'vtt';
  if (/^[[{]/.test(plain)) return 'json';
  if (/^(?:TITLE:|FCM:)|^\d{3,6}\s+\S+\s+\S+\s+C\s|^\*\s*LOC:/m.test(plain)) return 'edl';
  if (/^\d+\s*\n\s*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/m.test(plain.replace(/\r\n?/g, '\n'))) return 'srt';
  const [head = ''] = plain.split(/\r\n|\r|\n/);
  if (/(?:^|[,;\t"])(?:in|start|timecode(?: in)?)(?:$|[,;\t"])/i.test(head)) return 'csv';
  return 'chapters';
}

export interface MarkersRead {
  markers: Marker[];
  /** What a person should know of this file. */
  warnings: string[];
}

/** `clock` is needed where times are timecodes. Throws MarkerProblem. */
export async function readMarkers(text: string, format: MarkerFormat, clock?: Clock): Promise<MarkersRead> {
  const plain = text.replace(/^\uFEFF/, '');
  switch (format) {
    case 'edl':
      return edlIn(plain, needed(clock, format));
    case 'csv':
      return { markers: readCsv(plain, needed(clock, format)), warnings: [] };
    case 'fcpxml':
      return { markers: readFcpxml(plain), warnings: [] };
    case 'vtt':
    case 'srt':
      return { markers: await readCaptionMarkers(plain, format), warnings: [] };
    case 'chapters':
      return { markers: readChapters(plain), warnings: [] };
    case 'json':
      return { markers: readJson(plain, clock), warnings: [] };
  }
}

function edlIn(text: string, clock: Clock): MarkersRead {
  const { markers, drop } = readEdl(text, clock);
  const expected = clock.rate.dropped > 0;
  const differs = drop !== null && drop !== expected;
  const said = drop ? 'drop-frame' : 'non-drop-frame';
  return {
    markers,
    warnings: differs ? [`the file says ${said}, and it was read at ${clock.rate.name}`] : [],
  };
}

/** Throws MarkerProblem. */
export function writeMarkers(
  markers: readonly Marker[],
  format: MarkerFormat,
  clock?: Clock,
): { text: string; warnings: string[] } {
  const ordered = [...markers].sort((a, b) => a.start - b.start);
  const plain = (text: string) => ({ text, warnings: [] });
  switch (format) {
    case 'edl':
      return plain(writeEdl(ordered, needed(clock, format)));
    case 'fcpxml':
      return plain(writeFcpxml(ordered, needed(clock, format)));
    case 'csv':
      return plain(writeCsv(ordered, needed(clock, format)));
    case 'vtt':
      return plain(writeVtt(ordered));
    case 'srt':
      return plain(writeSrt(ordered));
    case 'json':
      return plain(writeJson(ordered, clock));
    case 'chapters': {
      const { text, problems } = writeChapters(ordered);
      return { text, warnings: problems };
    }
  }
}

function needed(clock: Clock | undefined, format: MarkerFormat): Clock {
  if (!clock) throw new MarkerProblem(`${format} counts pictures: say the frame rate`);
  return clock;
}
