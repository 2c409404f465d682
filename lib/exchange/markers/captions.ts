/** Markers as WebVTT or SRT, for any player: each is a line on the screen, first its name, then what is said. */
import { decodeHTML } from 'entities';
import { parseText } from 'media-captions';
import type { Marker } from './marker.ts';

/** How long a moment shows, in ms; it comes back as a range of that length. */
const SHOWN_MS = 3000;

export function writeVtt(markers: readonly Marker[]): string {
  const cues = markers.map(marker => `${range(marker, '.')}\n${linesOf(marker).map(escaped).join('\n')}\n`);
  return `WEBVTT\n\n${cues.join('\n')}`;
}

export function writeSrt(markers: readonly Marker[]): string {
  return markers
    .map((marker, i) => `${i + 1}\n${range(marker, ',')}\n${linesOf(marker).map(harmless).join('\n')}\n`)
    .join('\n');
}

/** The first line is the name, all others are the text. */
export async function readCaptionMarkers(text: string, type: 'vtt' | 'srt'): Promise<Marker[]> {
  const { cues } = await parseText(text.replace(/^\uFEFF/, ''), { type });
  return cues.map(({ startTime, endTime, text: lines }) => {
    const [name = '', ...rest] = lines.split('\n').map(plain);
    const start = Math.round(startTime * 1000);
    const end = Math.round(endTime * 1000);
    return { start, end: end > start ? end : null, name, text: rest.join('\n') };
  });
}

function range({ start, end }: Marker, point: string): string {
  const clock = (ms: number) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const seconds = Math.floor(ms / 1000);
    const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
    return `${time}${point}${String(ms % 1000).padStart(3, '0')}`;
  };
  return `${clock(start)} --> ${clock(end !== null && end > start ? end : start + SHOWN_MS)}`;
}

/** A blank line would end the cue. */
function linesOf({ name, text }: Marker): string[] {
  const lines = [name, ...text.split(/\r\n|\r|\n/)].map(line => line.trim()).filter(line => line !== '');
  return lines.length === 0 ? ['–'] : lines;
}

/** Tags first: what is escaped is text. */
function plain(line: string): string {
  return decodeHTML(line.replace(/<\/?[a-z][^<>]*>/gi, '')).trim();
}

function escaped(line: string): string {
  return line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** SRT knows no escapes: what would be a time line or a tag gets another sign that looks alike. */
function harmless(line: string): string {
  return line.replaceAll('-->', '→').replace(/</g, '‹').replace(/>/g, '›');
}
