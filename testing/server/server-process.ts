/** The server as people start it: its own process, which can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const SERVER_MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

export interface ServerProcess {
  url: string;
  process: ChildProcess;
  /** Ends it by this signal; resolves to its exit code, null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Resolves when it listens. `through`: a command that starts it, e.g. `prlimit --fsize=…`. */
export async function startServerProcess(
  env: Record<string, string>,
  through: readonly string[] = [],
  main = SERVER_MAIN,
): Promise<ServerProcess> {
  const [command = '', ...args] = [...through, process.execPath, main];
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let text = '';
  child.stdout.on('data', chunk => {
    text += chunk;
    const line = text.split('\n').find(each => each.includes('"started"') && each.endsWith('}'));
    if (line === undefined) return;
    text = '';
    resolve(JSON.parse(line).url);
  });
  child.once('exit', () => reject(new Error('The server did not start.')));
  return {
    url: await promise,
    process: child,
    async end(signal) {
      child.kill(signal);
      return (await exited)[0];
    },
  };
}
