/**
 * Structured logs: one JSON line for each request. We log the route and never the address, because an address can hold
 * an invitation or a ticket. No bodies, no headers, no names.
 */
import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppEnv } from './env.ts';

export type LogLine = Record<string, string | number | boolean | undefined>;
export type Log = (line: LogLine) => void;

export function logToStdout(line: LogLine): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
}

/**
 * For a person who looks on: where to go, and what went wrong. Requests are left out; the JSON log has them.
 */
export function logForPeople(line: LogLine): void {
  const { event, url, level, ...rest } = line;
  if (event === 'started') {
    process.stdout.write(
      `Sideline is running. Open ${url} to start a workspace or sign in. Ctrl+C stops it.\n`,
    );
  } else if (level !== 'info') {
    const details = Object.entries(rest).filter(([, value]) => value !== undefined);
    process.stderr.write(
      `${[level, event, ...details.map(([name, value]) => `${name}=${value}`)].join(' ')}\n`,
    );
  }
}

export function logRequests(log: Log) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    const caller = c.get('caller');
    log({
      level: c.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      request: requestId,
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      workspace: caller?.workspaceId,
      member: caller?.memberId,
    });
  });
}

/** What we may log about an unexpected error: its kind and where it came from, not its message. */
export function describeError(error: unknown): LogLine {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return {
    error: error.name,
    code,
    at: frames
      .slice(0, 6)
      .map(line => line.trim())
      .join(' | '),
  };
}
