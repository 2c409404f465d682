import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyLine } from '../../scripts/identify.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'sideline-identify-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs the script as npm does. */
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/identify.ts', ...args], { encoding: 'utf8' });

describe('npm run identify', () => {
  it('the script answers each line of a file in its order', () => {
    const file = join(dir, 'addresses.txt');
    writeFileSync(
      file,
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10\r\n\nhttps://blog.example/post/?utm_source=x\nnot an address\n',
    );
    const { status, stdout, stderr } = run(file);
    expect(stderr).toBe('');
    expect(stdout).toBe(
      [
        'youtube\thttps://www.youtube.com|watch|dQw4w9WgXcQ',
        'plain\thttps://blog.example/post',
        'invalid\tnot an address',
        '',
      ].join('\n'),
    );
    expect(status).toBe(0);
  });

  it('the script says which file it cannot read, and fails', () => {
    const { status, stdout, stderr } = run(join(dir, 'missing.txt'));
    expect(stderr).toMatch(/^identify: cannot read .*missing\.txt: ENOENT/);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it('the script asks for a file if none is named, and fails', () => {
    const { status, stderr } = run();
    expect(stderr).toBe('identify: say which file: npm run identify -- FILE\n');
    expect(status).toBe(1);
  });
});

it.each([
  ['javascript:alert(1)', 'invalid\tjavascript:alert(1)'],
  ['chrome://extensions', 'invalid\tchrome://extensions'],
  ['https://', 'invalid\thttps://'],
  ['https://www.youtube.com/feed/subscriptions', 'plain\thttps://www.youtube.com/feed/subscriptions'],
])('the address %s is answered with %j', (line, answer) => {
  expect(identifyLine(line)).toBe(answer);
});
