import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'sideline-speech-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs the script on a file, as npm does. */
function run(name: string, text: string, ...args: string[]) {
  const file = join(dir, name);
  writeFileSync(file, text);
  return spawnSync(process.execPath, ['scripts/speech.ts', file, ...args], { encoding: 'utf8' });
}
const VTT =
  'WEBVTT\n\n00:00.000 --> 00:06.000\nÄhm, wir fragen um zehn Uhr nach dem Preis und warten dann.\n';

describe('npm run speech', () => {
  it('prints every measure as JSON, in the language that is asked for', () => {
    const { status, stdout } = run('talk.vtt', VTT, '--lang', 'de');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ language: 'de', words: 12, fillers: { n: 1, perMinute: 10 } });
  });
  it('takes the language from the name or the head of the file, else English', () => {
    const languageOf = (name: string, text: string) => JSON.parse(run(name, text).stdout).language;
    expect(languageOf('talk.de.vtt', VTT)).toBe('de');
    expect(languageOf('talk.vtt', VTT.replace('WEBVTT', 'WEBVTT\nLanguage: pt-BR'))).toBe('pt-BR');
    expect(languageOf('talk.vtt', VTT)).toBe('en');
  });
  it('takes a hook that a person marked', () => {
    const { stdout } = run('talk.vtt', VTT, '--hook', '7.5', '--hook-limit', '3');
    expect(JSON.parse(stdout).hook).toMatchObject({ end: 7500, by: 'person', band: 'late' });
  });
  it.each([
    [['--hook', 'soon'], '--hook is a number of seconds'],
    [['--lang', '12'], '--lang is a language'],
    [['--nonsense'], 'nonsense'],
  ])('refuses %j', (args, reason) => {
    const { status, stderr } = run('talk.vtt', VTT, ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(reason);
  });
  it('says what it expects where a file holds no captions', () => {
    const { status, stderr } = run('notes.txt', 'no times here');
    expect(status).toBe(1);
    expect(stderr).toMatch(/notes\.txt: no captions: expected WebVTT/);
  });
});
