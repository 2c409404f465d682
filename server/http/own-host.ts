/**
 * A server on one's own machine answers only to that machine's names. Otherwise a website could point its own name at
 * 127.0.0.1 once it is loaded (DNS rebinding), and read this server as if it were part of the site. Behind a proxy
 * there is nothing to gain: links, forms and cookies belong to PUBLIC_URL there, whatever `Host` says.
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
