/** docs/security.md names the test of each threat: it has to be there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter(line => line.startsWith('|') && !/^\|(-| threat )/.test(line));

it('finds the table', () => {
  expect(rows.length).toBeGreaterThan(40);
});

it.each(rows.map(row => row.split('|').slice(1, -1)))('%s', (_threat, _defence, tests = '') => {
  const named = [...tests.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '');
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) {
    expect([name, existsSync(name) || existsSync(`tests/${name}.test.ts`)]).toEqual([name, true]);
  }
});
