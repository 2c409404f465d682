/**
 * Installs packages that only one command needs, and that nobody else should have to download: each folder of such
 * packages has its own package.json and lock file, and its own node_modules.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { relative } from 'node:path';

/** Does nothing where they are installed as the lock file says. Throws where npm cannot install them. */
export function installPackages(folder: string): void {
  const installed = changedAt(`${folder}/node_modules/.package-lock.json`);
  if (installed !== undefined && installed >= (changedAt(`${folder}/package-lock.json`) ?? 0)) return;
  console.log(`Installing what ${relative(process.cwd(), folder)}/package.json names …`);
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['ci', ...options], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`The packages of ${folder} could not be installed.`);
}

/** In ms since 1970; undefined where there is no such file. */
function changedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
