/** What comes from others: fixed to a hash, under a licence that lets us ship it, and without scripts at install. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lockedPackages, odd, PACKAGE_FOLDERS } from '../../scripts/licences.ts';

const packages = lockedPackages();
const all = [
  ...packages,
  ...PACKAGE_FOLDERS.flatMap(folder => lockedPackages(`${folder}/package-lock.json`)),
];

function allowedScripts(folder: string): [string, boolean][] {
  const { allowScripts } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  return Object.entries(allowScripts).filter(([, may]) => may);
}

it('finds the packages', () => {
  expect(packages.length).toBeGreaterThan(200);
  expect(packages.filter(({ dev }) => !dev).length).toBeGreaterThan(50);
});

it('is fixed to a hash, each of it', () => {
  expect(all.filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
});

it('comes from a registry, never from an address or a repository', () => {
  expect(all.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

it('runs no script at install but the one that fetches Node', () => {
  expect(allowedScripts('.')).toEqual([['node', true]]);
  for (const folder of PACKAGE_FOLDERS) expect(allowedScripts(folder)).toEqual([]);
});

it('may be shipped, as far as it is', () => {
  expect(odd(packages.filter(({ dev }) => !dev))).toEqual([]);
});

it('would notice a licence that asks for more, or none', () => {
  const package_ = { name: 'x', dev: false, integrity: undefined, resolved: undefined };
  for (const license of ['GPL-3.0-only', 'AGPL-3.0', 'SEE LICENSE IN LICENSE', undefined]) {
    expect(odd([{ ...package_, license }])).toHaveLength(1);
  }
});

it('names a version for each folder of packages, without which npm lists none of what is in it', () => {
  for (const folder of ['.', ...PACKAGE_FOLDERS])
    expect(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version, folder).toMatch(
      /^\d+\.\d+\.\d+$/,
    );
});
