/** Who calls: the device behind a token, the network address behind a connection. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ServerContext } from '#server/context.ts';
import { type Caller, findCaller } from '#server/store/devices.ts';
import type { AppEnv } from './env.ts';
import { signedOut, tooMany } from './problem.ts';
import type { DoorName } from './rate-limit.ts';

/** The token of an `Authorization: Bearer …` header. Cookies are never looked at on the sync routes. */
export function bearerOf(c: Context): string | undefined {
  return /^Bearer ([!-~]{1,512})$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

/** Lets only signed-in devices through, and leaves behind who it is. */
export function requireDevice({ database, now }: ServerContext) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = bearerOf(c);
    const caller = token === undefined ? undefined : await findCaller(database.db, token, now());
    if (!caller) return signedOut(c);
    c.set('caller', caller);
    return next();
  });
}

/** The device that `requireDevice` let through. */
export function callerOf(c: Context<AppEnv>): Caller {
  const caller = c.get('caller');
  if (!caller) throw new Error('This route asks for a device before anything else.');
  return caller;
}

export function limitCaller({ limiter }: ServerContext, door: DoorName) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const wait = limiter.take(door, callerOf(c).deviceId);
    return wait > 0 ? tooMany(c, wait) : next();
  });
}

export function limitAddress(context: ServerContext, door: DoorName) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const wait = context.limiter.take(door, addressOf(c, context));
    return wait > 0 ? tooMany(c, wait) : next();
  });
}

/** The network address of the caller; behind a proxy the last one that it added. */
export function addressOf(c: Context<AppEnv>, { config }: ServerContext): string {
  if (config.behindProxy) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (forwarded) return forwarded.slice(0, 64);
  }
  return c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
