/** Starts and stops a program that serves a site, remembered by a pid file so that the scripts are idempotent. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long a program may take until it answers, in ms. */
const START_MS = 60_000;

/** The folder that holds a site's data, under `.sites/` (or SITES_DIR). Made when it is not there. */
export function dataFolder(site: string): string {
  const root = process.env.SITES_DIR ?? join(import.meta.dirname, '../../.sites');
  const folder = join(root, site);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export interface Daemon {
  folder: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Answers with 2xx once the program is up. */
  url: string;
}

function runningPid(folder: string): number | undefined {
  const file = join(folder, 'pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return; // Ended by itself, or the machine was started anew.
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    response => response.ok,
    () => false,
  );
}

/** Resolves when the program answers; does nothing when it already runs. Throws with its log's end when it does not. */
export async function startDaemon({ folder, command, args, env, url }: Daemon): Promise<void> {
  if (runningPid(folder) === undefined) {
    const log = openSync(join(folder, 'server.log'), 'w');
    const child = spawn(command, args, {
      cwd: folder,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...env },
    });
    child.on('error', error => console.error(`${command}: ${error.message}`));
    writeFileSync(join(folder, 'pid'), String(child.pid));
    child.unref();
  }
  const end = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (Date.now() > end || runningPid(folder) === undefined) {
      const log = readFileSync(join(folder, 'server.log'), 'utf8').split('\n').slice(-8).join('\n');
      throw new Error(`${command} does not answer at ${url}\n${log}`);
    }
    await new Promise(resolve => setTimeout(resolve, 150));
  }
}

/** Stops what startDaemon started, and what that started; nothing when it does not run. */
export function stopDaemon(folder: string): void {
  const pid = runningPid(folder);
  if (pid !== undefined) process.kill(-pid);
  rmSync(join(folder, 'pid'), { force: true });
}
