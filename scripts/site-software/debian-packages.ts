import { spawnSync } from 'node:child_process';
import { SiteSkipped } from './skipped.ts';

const isInstalled = (name: string) =>
  spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' }).stdout?.includes('install ok installed');

function apt(args: string[]): string | undefined {
  const result = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0 ? undefined : `${result.stderr || result.error?.message || 'no answer'}`.trim();
}

/**
 * Installs what is missing of these Debian packages. Throws SiteSkipped where that is impossible: another system, not
 * root, or no package source.
 */
export function needPackages(names: string[]): void {
  if (spawnSync('apt-get', ['--version']).status !== 0) {
    throw new SiteSkipped(`needs a Debian system with ${names.join(', ')}`);
  }
  const missing = names.filter(name => !isInstalled(name));
  if (!missing.length) return;
  if (process.getuid?.() !== 0) {
    throw new SiteSkipped(
      `needs root once, or: sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
    );
  }
  const install = [
    '-o',
    'DPkg::Lock::Timeout=300',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...missing,
  ];
  if (apt(install) === undefined) return;
  apt(['update', '-qq']); // A stale package list is the usual reason; what matters is the second try.
  const problem = apt(install);
  if (problem)
    throw new SiteSkipped(`${missing.join(', ')} cannot be installed: ${problem.split('\n').at(-1)}`);
}
