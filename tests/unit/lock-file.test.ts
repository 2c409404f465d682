/** `npm ci` refuses a lock file that leaves out another platform's optional packages, and npm writes such ones. */
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_FOLDERS } from '../../scripts/licences.ts';

interface LockedPackage {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

type Lock = { packages: Record<string, LockedPackage> };

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8'));

it('knows every folder with packages of its own', () => {
  const found = globSync('**/package.json', { exclude: ['**/node_modules', '.*/**', 'dist'] }).map(dirname);
  expect(found.sort()).toEqual(['.', ...PACKAGE_FOLDERS].sort());
});

describe.each(['.', ...PACKAGE_FOLDERS])('%s', folder => {
  const { packages } = read<Lock>(`${folder}/package-lock.json`);

  it('holds every optional package of every platform', () => {
    const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter(name => !packages[`${at}/node_modules/${name}`] && !packages[`node_modules/${name}`])
        .map(name => `${name}, wanted by ${at}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no address to download from: every registry has the same packages', () => {
    expect(Object.values(packages).filter(each => each.resolved?.startsWith('http'))).toEqual([]);
  });

  it('locks what package.json asks for', () => {
    const { dependencies, devDependencies } = read<LockedPackage>(`${folder}/package.json`);
    expect(packages['']).toMatchObject({
      ...(dependencies && { dependencies }),
      ...(devDependencies && { devDependencies }),
    });
  });
});

it('has no package for one command alone among those that everybody installs', () => {
  const everybody = read<LockedPackage>('package.json');
  const wanted = Object.keys({ ...everybody.dependencies, ...everybody.devDependencies });
  const apart = PACKAGE_FOLDERS.flatMap(folder =>
    Object.keys(read<LockedPackage>(`${folder}/package.json`).dependencies ?? {}),
  );
  expect(apart.length).toBeGreaterThan(0);
  expect(wanted.filter(name => apart.includes(name))).toEqual([]);
});
