/** `npm ci` refuses a lock file that leaves out another platform's optional packages, and npm writes such ones. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

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
