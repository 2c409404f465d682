/** Under which licences what we ship may be, and what the lock file says of each package. */
import { readFileSync } from 'node:fs';

/** Permissive ones, and MPL-2.0, which asks only for its own files when they are changed. By SPDX. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'MPL-2.0',
]);

/** Packages that one command needs and installs by itself; each folder has a lock file of its own. None is shipped. */
export const PACKAGE_FOLDERS = ['bench/peers', 'tests/sites/software'] as const;

export interface LockedPackage {
  name: string;
  license: string | undefined;
  /** Only for building and testing. */
  dev: boolean;
  /** The hash that the download must have. */
  integrity: string | undefined;
  /** Where it comes from, if not from a registry by its name. */
  resolved: string | undefined;
}

/** Every package of the lock file. */
export function lockedPackages(file = 'package-lock.json'): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    packages: Record<
      string,
      { license?: string; dev?: boolean; devOptional?: boolean; integrity?: string; resolved?: string }
    >;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { license, dev, devOptional, integrity, resolved }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      license,
      dev: dev === true || devOptional === true,
      integrity,
      resolved,
    }));
}

/** Those that may not be shipped. */
export function odd(packages: readonly LockedPackage[]): LockedPackage[] {
  return packages.filter(({ license }) => license === undefined || !ALLOWED.has(license));
}
