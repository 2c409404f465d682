/**
 * A Chromium with an administrator's policies. They are put in place in a mount namespace of that browser's own, so that
 * no other browser on the machine sees them and nothing is left behind. Needs root and `unshare`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { EXTENSION_ID } from './profile.ts';

/** Where Debian's Chromium looks for policies. */
const POLICY_HOME = '/etc/chromium';

/** Why it cannot be done on this machine; undefined where it can. */
export function managedProblem(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'policies can be tested as root on Linux only';
  const tried = spawnSync('unshare', [
    '-m',
    'sh',
    '-c',
    `mkdir -p ${POLICY_HOME} && mount --bind /tmp ${POLICY_HOME}`,
  ]);
  return tried.status === 0 ? undefined : 'no mount namespace can be made here';
}

export interface ManagedBrowser {
  /** A program to start in place of Chromium. */
  executable: string;
  remove(): void;
}

/** A start of Chromium that finds `policy` for our extension. */
export async function managedChromium(policy: Record<string, unknown>): Promise<ManagedBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'sideline-policy-'));
  const managed = join(home, 'etc/policies/managed');
  mkdirSync(managed, { recursive: true });
  writeFileSync(
    join(managed, 'sideline.json'),
    JSON.stringify({ '3rdparty': { extensions: { [EXTENSION_ID]: policy } } }),
  );
  const executable = join(home, 'chromium');
  const inside = `mount --bind ${home}/etc ${POLICY_HOME} && exec ${await findChromium()} "$@"`;
  writeFileSync(executable, `#!/bin/sh\nexec unshare -m sh -c '${inside}' sh "$@"\n`);
  chmodSync(executable, 0o755);
  return { executable, remove: () => rmSync(home, { recursive: true, force: true }) };
}
