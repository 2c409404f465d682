/**
 * `npm run speech -- FILE [--lang de]`: what can be counted in captions (WebVTT, SRT, YouTube's json3, pasted lines with
 * times), as JSON. Times are ms of the recording. Without `--lang` the language is the file's own: its head, or `.de.` in
 * its name, else English. `--hook 4.2` is when the hook ends, in seconds, as a person marked it; `--hook-limit 7` how long
 * one may take; `--duration 95` the length of the recording; `--translated`, `--live` and `--manual` say what it is.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { measuresOf, type SpeechMeasures } from '#lib/speech/measures.ts';
import { readCaptions, UnreadableCaptions } from '#lib/speech/read-captions.ts';
import { type CommandLine, commandLine } from './command-line.ts';

const command: CommandLine = commandLine('speech');
const DEFAULT_LANGUAGE = 'en';

async function main(): Promise<void> {
  const { values, positionals } = options();
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    command.fail('say which file: npm run speech -- FILE.vtt [--lang de]');
  const duration = seconds(values.duration, 'duration');
  const hook = seconds(values.hook, 'hook');
  const limit = seconds(values['hook-limit'], 'hook-limit');
  const named = values.lang ?? languageInName(file);
  const read = await readCaptions(command.read(file), {
    ...(named === undefined ? {} : { language: languageTag(named) }),
    ...(values.translated ? { translated: true } : {}),
    ...(values.manual ? { source: 'manual' } : {}),
    ...(duration === undefined ? {} : { durationMs: duration }),
  }).catch(error => {
    if (error instanceof UnreadableCaptions) command.fail(`${file}: ${error.message}`);
    throw error;
  });
  const transcript = read.language === 'und' ? { ...read, language: DEFAULT_LANGUAGE } : read;
  const measures = measuresOf(transcript, {
    ...(hook === undefined ? {} : { markedHookEnd: hook }),
    ...(limit === undefined ? {} : { hookLimit: limit }),
    isLive: values.live ?? false,
  });
  console.log(JSON.stringify(measures, shorter, 2));
}

/** Rates with as many digits as they can bear. */
function shorter(_key: keyof SpeechMeasures | string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(4)) : value;
}

function options() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  return command.parsed(() =>
    parseArgs({
      allowPositionals: true,
      options: {
        lang: text,
        hook: text,
        'hook-limit': text,
        duration: text,
        translated: flag,
        live: flag,
        manual: flag,
      },
    }),
  );
}

/** In ms. */
function seconds(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(text)) command.fail(`--${option} is a number of seconds, such as 4.2`);
  return Math.round(Number(text) * 1000);
}

function languageTag(text: string): string {
  if (!/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/.test(text)) command.fail(`--lang is a language such as de`);
  return text;
}

/** `talk.de.vtt` */
function languageInName(file: string): string | undefined {
  return /\.([a-z]{2}(?:-[A-Za-z]{2,4})?)\.\w+$/.exec(basename(file))?.[1];
}

if (import.meta.main) await main();
