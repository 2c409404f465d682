/** Finds a Chromium that can load an unpacked extension, or installs one, or says clearly what is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];

/**
 * The path of a usable Chromium: `SIDELINE_CHROMIUM`, an installed one, Playwright's own, else one that is installed
 * now (Debian's package as root, else Playwright's download). Branded Chrome loads no unpacked extensions since 137.
 * Throws with words for the person in front of the terminal.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.SIDELINE_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`SIDELINE_CHROMIUM names ${named}, and there is no such file.`);
  }
  return (await installed()) ?? (await install());
}

async function installed(): Promise<string | undefined> {
  const found = CANDIDATES.find(path => existsSync(path));
  if (found) return found;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}

async function install(): Promise<string> {
  if (installDebian(['chromium'])) {
    const found = await installed();
    if (found) return found;
  }
  console.log("No Chromium found: trying Playwright's download …");
  const cli = createRequire(import.meta.url).resolve('playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  const found = await installed();
  if (found) return found;
  throw new Error(
    [
      'Sideline needs a Chromium to show itself and to test, and none was found or could be installed.',
      '  Debian, Ubuntu:  sudo apt-get install chromium',
      '  elsewhere:       npx playwright-core install chromium',
      '  or name one:     SIDELINE_CHROMIUM=/path/to/chromium',
    ].join('\n'),
  );
}

/** Installs Debian packages where that is possible without asking (root, apt). True when it worked. */
export function installDebian(packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
