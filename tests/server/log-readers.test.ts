/** The server outlives whoever reads what it says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { SERVER_MAIN } from '#testing/server/server-process.ts';

/** Says something on standard error when it is asked to, and then on standard output that it did. */
const SPEAK = `process.on('SIGUSR2', () => process.stderr.write('warn\\n', () => console.log('said')));`;

it('also of those who read its errors', { timeout: 120_000 }, async () => {
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${SPEAK}`, SERVER_MAIN], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: ':memory:', SECRET: 'x'.repeat(40) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { url } = JSON.parse((await lines.next()).value ?? '{}');
    child.stderr.destroy();
    await once(child.stderr, 'close');
    child.kill('SIGUSR2');
    expect((await lines.next()).value).toBe('said');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  } finally {
    child.kill('SIGKILL');
    await exited;
  }
});
