/** What the server says, to programs and to people, and that it outlives whoever reads it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { SERVER_MAIN } from '#testing/server/server-process.ts';

/** Says something on standard error when it is asked to, and then on standard output that it did. */
const SPEAK = `process.on('SIGUSR2', () => process.stderr.write('warn\\n', () => console.log('said')));`;

const ENV = { PATH: process.env.PATH, PORT: '0', DATA_DIR: ':memory:', SECRET: 'x'.repeat(40) };

it('for people it says where to go and nothing of requests that went well', {
  timeout: 120_000,
}, async () => {
  const child = spawn(process.execPath, [SERVER_MAIN], {
    env: { ...ENV, LOG_FORMAT: 'text' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const said: string[] = [];
  const output = createInterface({ input: child.stdout });
  const ended = once(output, 'close');
  output.on('line', line => said.push(line));
  try {
    await once(output, 'line');
    const [url = ''] = /http:\S+/.exec(said[0] ?? '') ?? [];
    expect(said[0]).toBe(
      `Sideline is running. Open ${url} to start a workspace or sign in. Ctrl+C stops it.`,
    );
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  } finally {
    child.kill('SIGTERM');
    await exited;
  }
  await ended;
  expect(said).toHaveLength(1);
});

it('a format that there is none of is refused', { timeout: 120_000 }, async () => {
  const child = spawn(process.execPath, [SERVER_MAIN], {
    env: { ...ENV, LOG_FORMAT: 'xml' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
});

it('a reader of its errors that goes away does not end it', { timeout: 120_000 }, async () => {
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${SPEAK}`, SERVER_MAIN], {
    env: ENV,
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
