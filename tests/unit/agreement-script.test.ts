import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'sideline-agreement-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs the script on a file, as npm does. */
function run(text: string, ...args: string[]) {
  const file = join(dir, 'ratings.csv');
  writeFileSync(file, text);
  return spawnSync(process.execPath, ['scripts/agreement.ts', file, ...args], { encoding: 'utf8' });
}
const column = (rater: string, digits: string) =>
  [...digits].map((digit, i) => `u${i};${rater};${digit}`).join('\n');
const PAIR = `unit;rater;value\n${column('ann', '1233254421')}\n${column('bob', '1234244531')}\n`;

describe('npm run agreement', () => {
  it('prints each coefficient with its n and what it rests on', () => {
    const { status, stdout } = run(PAIR, '--baseline', 'ann');
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.every(line => line.split('\t').length === 4)).toBe(true);
    expect(stdout).toContain('exact\t0.6\t10\t60 % of pairs\n');
    expect(stdout).toMatch(/^kappa\t0\.4937\t10\t95 % /m);
    expect(stdout).toMatch(/^alpha-ordinal\t0\.9027\t10\t95 % [\d.]+ to [\d.]+; reliable$/m);
    expect(stdout).toMatch(/^alignment bob\t0\.92\t10\t92 %$/m);
  });
  it('prints the same as JSON', () => {
    const { stdout } = run(PAIR, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ doubleScored: 10, raters: ['ann', 'bob'] });
  });
  it('names the rows that it cannot read, computes nothing and fails', () => {
    const { status, stdout, stderr } = run('u1,ann,2\nu1,bob,two\n');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(':2: the value “two” is no number');
  });
  it('says why there is no value', () => {
    const { status, stdout } = run('u1,ann,2\nu1,bob,3\n');
    expect(status).toBe(0);
    expect(stdout).toContain('kappa\t-\t1\ttoo few double-scored units: 1, at least 10 are needed');
  });
});
