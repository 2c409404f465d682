/**
 * Makes demo/pages/clip.webm and demo/pages/clip.vtt from call-lines.ts: speech by espeak-ng, a call's two tiles drawn by ffmpeg.
 * Needs both (Debian: `apt-get install ffmpeg espeak-ng`). Run: `node demo/make-clip.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callLines } from './call-lines.ts';

const VOICES = {
  'Sam Whitlock': ['-v', 'en-gb', '-p', '35'],
  'Ruth Behrens': ['-v', 'en-gb+f3', '-p', '60'],
};
const WORDS_A_MINUTE = '172';
/** Silence between two lines, in seconds. */
const PAUSE = 0.35;
const LARGEST = 400_000;

const run = (command: string, args: string[]) =>
  execFileSync(command, args, { stdio: ['ignore', 'pipe', 'inherit'] }).toString();

const work = mkdtempSync(join(tmpdir(), 'sideline-clip-'));
const target = (name: string) => join(import.meta.dirname, 'pages', name);

interface TimedLine {
  speaker: keyof typeof VOICES;
  text: string;
  file: string;
  start: number;
  end: number;
}

function speak(): TimedLine[] {
  let at = 0.8;
  return callLines.map(({ speaker, text }, i) => {
    const file = join(work, `${i}.wav`);
    run('espeak-ng', [...VOICES[speaker], '-s', WORDS_A_MINUTE, '-w', file, text]);
    const seconds = Number(
      run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file]),
    );
    const line = { speaker, text, file, start: at, end: at + seconds };
    at = line.end + PAUSE;
    return line;
  });
}

const stamp = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);

function captions(lines: TimedLine[]): string {
  const cues = lines.map(
    ({ speaker, text, start, end }) => `${stamp(start)} --> ${stamp(end)}\n<v ${speaker}>${text}</v>\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** One person's tile: a circle with initials, the name, and a frame while they speak. */
function tile(x: number, name: keyof typeof VOICES, colour: string, lines: TimedLine[]): string[] {
  const speaking = lines
    .filter(({ speaker }) => speaker === name)
    .map(({ start, end }) => `between(t,${start.toFixed(2)},${end.toFixed(2)})`)
    .join('+');
  const initials = name.replace(/[^A-Z]/g, '');
  return [
    `drawbox=x=${x}:y=44:w=292:h=232:color=0x2b303b:t=fill`,
    `drawbox=x=${x + 96}:y=92:w=100:h=100:color=${colour}:t=fill`,
    `drawtext=text='${initials}':x=${x + 146}-tw/2:y=142-th/2:fontsize=40:fontcolor=white`,
    `drawtext=text='${name}':x=${x + 12}:y=250:fontsize=15:fontcolor=0xd7dbe3`,
    `drawbox=x=${x}:y=44:w=292:h=232:color=0x5aa9e6:t=4:enable='${speaking}'`,
    // The level meter moves while the person speaks, so that every second of the picture differs.
    ...[0, 1, 2, 3].map(
      i =>
        `drawbox=x=${x + 240 + i * 10}:y=258-4*mod(floor(t*6)+${i * 2}\\,4):w=6:h=8:color=0x5aa9e6:t=fill:enable='${speaking}'`,
    ),
  ];
}

const lines = speak();
const length = Math.ceil((lines.at(-1)?.end ?? 0) + 1);
const picture = [
  `drawtext=text='Lindhorst Spedition  |  Discovery call':x=16:y=13:fontsize=16:fontcolor=0xaab1bf`,
  `drawtext=text='%{eif\\:floor(t/60)\\:d}\\:%{eif\\:mod(floor(t)\\,60)\\:d\\:2}':x=w-tw-16:y=13:fontsize=16:fontcolor=0xaab1bf`,
  ...tile(20, 'Sam Whitlock', '0x8f5bb8', lines),
  ...tile(328, 'Ruth Behrens', '0x2f8f6f', lines),
].join(',');

writeFileSync(target('clip.vtt'), captions(lines));
const sound = lines.map(({ start }, i) => `[${i + 1}:a]adelay=${Math.round(start * 1000)}:all=1[s${i}]`);
const mixed = `${lines.map((_, i) => `[s${i}]`).join('')}amix=inputs=${lines.length}:normalize=0,apad=whole_dur=${length}[a]`;
run('ffmpeg', [
  '-v',
  'error',
  '-y',
  '-f',
  'lavfi',
  '-i',
  `color=c=0x1d2129:s=640x360:r=12:d=${length}`,
  ...lines.flatMap(({ file }) => ['-i', file]),
  '-filter_complex',
  [`[0:v]${picture}[v]`, ...sound, mixed].join(';'),
  '-map',
  '[v]',
  '-map',
  '[a]',
  '-t',
  String(length),
  '-c:v',
  'libvpx-vp9',
  '-crf',
  '38',
  '-b:v',
  '0',
  '-g',
  '24',
  '-deadline',
  'good',
  '-cpu-used',
  '2',
  '-c:a',
  'libopus',
  '-b:a',
  '28k',
  '-ac',
  '1',
  '-application',
  'voip',
  '-metadata',
  'title=Discovery call',
  target('clip.webm'),
]);
rmSync(work, { recursive: true });

const { size } = statSync(target('clip.webm'));
console.log(`demo/pages/clip.webm: ${length} s, ${Math.round(size / 1000)} kB`);
if (size > LARGEST) throw new Error(`The clip is larger than ${LARGEST} bytes: lower its quality.`);
