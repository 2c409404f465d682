/**
 * A server on one's own machine answers to that machine's names only. Otherwise a website could give its own name the
 * address 127.0.0.1 after it was loaded (DNS rebinding), and read the server as if it were itself. Behind a proxy this
 * gains nothing: links, forms and cookies there belong to PUBLIC_URL, whatever `Host` says.
 */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';
import { isLoopback } from './network.ts';
import { problem } from './problem.ts';

export function ownHost(publicUrl: string) {
  const local = isLoopback(new URL(publicUrl).hostname);
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!local || isLoopback(new URL(c.req.url).hostname)) return next();
    return problem(c, { status: 421, title: 'Not here', detail: `This server is ${publicUrl}.` });
  });
}
