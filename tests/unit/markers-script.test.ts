import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'sideline-markers-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs the script on a file, as npm does. */
function run(name: string, text: string, ...args: string[]) {
  const file = join(dir, name);
  writeFileSync(file, text);
  return spawnSync(process.execPath, ['scripts/markers.ts', file, ...args], { encoding: 'utf8' });
}
const AT = ['--fps', '29.97df', '--start', '01:00:00;00'];
const EDL = `TITLE: Sideline
FCM: DROP FRAME

001  001      V     C        01:01:00;02 01:01:00;03 01:01:00;02 01:01:00;03  
Name the number |C:ResolveColorBlue |M:Hook |D:1
`;

describe('npm run markers', () => {
  it('prints an EDL as JSON, and that JSON as the same EDL', () => {
    const { status, stdout } = run('cut.edl', EDL, ...AT);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      { seconds: 60.06, timecode: '01:01:00;02', endSeconds: null, name: 'Hook', text: 'Name the number' },
    ]);
    expect(run('cut.json', stdout, ...AT).stdout).toBe(EDL);
  });
  it('prints another format', () => {
    expect(run('cut.edl', EDL, ...AT, '--to', 'csv').stdout).toBe(
      'In,Out,Name,Note\r\n"01:01:00;02",,Hook,Name the number\r\n',
    );
    const chapters = run('cut.edl', EDL, ...AT, '--to', 'chapters');
    expect(chapters.stdout).toBe('0:00 Start\n1:00 Hook\n');
    expect(chapters.stderr).toContain('from 3 on');
  });
  it.each([
    [[], 'say the frame rate'],
    [['--fps', '31'], 'no frame rate'],
    [['--fps', '29.97df', '--start', '00:01:00;00'], 'does not exist'],
    [[...AT, '--to', 'avi'], '--to is one of'],
    [['--start', '01:00:00:00'], '--start needs --fps'],
  ])('refuses %j', (args, reason) => {
    const { status, stdout, stderr } = run('cut.edl', EDL, ...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(reason);
  });
  it('says that a file has no markers', () => {
    expect(run('prose.txt', 'nothing here\n').stderr).toContain('has no markers');
  });
});
