/**
 * `npm run markers -- FILE --fps 29.97df [--to FORMAT]`: reads the markers of a file that an editing program, a player or
 * `--to` wrote, and prints them in another format: edl, fcpxml, csv, vtt, srt, chapters or json. Without `--to` it prints
 * JSON, and an EDL of JSON. What a file is it sees by itself; `--from FORMAT` says it. `--start 01:00:00:00` is the
 * timecode of the recording's first picture (00:00:00:00).
 */
import { parseArgs } from 'node:util';
import {
  formatOfMarkers,
  MARKER_FORMATS,
  type MarkerFormat,
  readMarkers,
  writeMarkers,
} from '#lib/exchange/markers/formats.ts';
import { frameRate } from '#lib/exchange/markers/frame-rate.ts';
import { MarkerProblem } from '#lib/exchange/markers/marker.ts';
import { type Clock, framesOf } from '#lib/exchange/markers/timecode.ts';
import { type CommandLine, commandLine } from './command-line.ts';

const command: CommandLine = commandLine('markers');
const ZERO = '00:00:00:00';

async function main(): Promise<void> {
  const { values, positionals } = options();
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    command.fail('say which file: npm run markers -- FILE --fps 29.97df [--to csv]');
  const text = command.read(file);
  const from = formatIn(values.from, 'from') ?? formatOfMarkers(text);
  const to = formatIn(values.to, 'to') ?? (from === 'json' ? 'edl' : 'json');
  try {
    const clock = clockOf(values.fps, values.start);
    const read = await readMarkers(text, from, clock);
    const written = writeMarkers(read.markers, to, clock);
    for (const warning of [...read.warnings, ...written.warnings]) console.error(`markers: ${warning}`);
    if (read.markers.length === 0) console.error(`markers: ${file}, read as ${from}, has no markers`);
    process.stdout.write(written.text);
  } catch (error) {
    if (error instanceof MarkerProblem) command.fail(`${file}: ${error.message}`);
    throw error;
  }
}

function clockOf(fps: string | undefined, start: string | undefined): Clock | undefined {
  if (fps === undefined) {
    if (start !== undefined) throw new MarkerProblem('--start needs --fps');
    return undefined;
  }
  const clock = { rate: frameRate(fps), start: start ?? ZERO };
  framesOf(clock.start, clock.rate);
  return clock;
}

function formatIn(text: string | undefined, option: string): MarkerFormat | undefined {
  if (text === undefined) return undefined;
  const found = MARKER_FORMATS.find(format => format === text.toLowerCase());
  if (!found) command.fail(`--${option} is one of ${MARKER_FORMATS.join(', ')}`);
  return found;
}

function options() {
  const text = { type: 'string' } as const;
  return command.parsed(() =>
    parseArgs({ allowPositionals: true, options: { fps: text, start: text, from: text, to: text } }),
  );
}

if (import.meta.main) await main();
