/** Who calls: the device behind a token, the network address behind a connection. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type OLDEST, type Protocol, problemTypes, versionIn } from '#lib/sync/protocol.ts';
import type { Database } from '#server/store/database.ts';
import { type Caller, wasRevoked } from '#server/store/devices.ts';
import type { Callers } from './callers.ts';
import type { AppEnv } from './env.ts';
import { type ExtensionConfig, isExtensionOrigin } from './headers.ts';
import { networkOf } from './network.ts';
import { problem, signedOut, tooMany } from './problem.ts';
import { clientAddress, type ProxyConfig } from './proxy.ts';
import type { BucketName, RateLimiter } from './rate-limit.ts';

/** The part of the server's context that is needed to know who calls. */
export interface CallerContext {
  config: ExtensionConfig & ProxyConfig;
  database: Pick<Database, 'db'>;
  callers: Callers;
  limiter: RateLimiter;
  protocol: Protocol;
}

/** The token of an `Authorization: Bearer …` header. The sync routes never look at cookies. */
export function bearerOf(c: Context): string | undefined {
  return /^Bearer ([!-~]{1,512})$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

/** Lets only signed-in devices through, and stores which device it is for `callerOf`. */
export function requireDevice(context: CallerContext) {
  return deviceGuard(context, token => context.callers.find(token));
}

/**
 * The same for a route that checks by itself, in the transaction in which it acts, whether the device is still signed
 * in, and calls `turnAway` if not. A token that was found before then needs no lookup here.
 */
export function recogniseDevice(context: CallerContext) {
  const { callers } = context;
  return deviceGuard(context, token => callers.recall(token) ?? callers.find(token));
}

function deviceGuard(
  context: CallerContext,
  callerBy: (token: string) => Caller | undefined | Promise<Caller | undefined>,
) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = bearerOf(c);
    const caller = token === undefined ? undefined : await callerBy(token);
    if (!caller) return turnAway(c, context);
    c.set('caller', caller);
    return next();
  });
}

/** Whether the token that `recogniseDevice` let through holds now. */
export async function isStillSignedIn(c: Context<AppEnv>, { callers }: CallerContext): Promise<boolean> {
  return (await callers.find(bearerOf(c) ?? '')) !== undefined;
}

/** The answer to a device that is not signed in (any more). We count wrong tokens by network address. */
export async function turnAway(c: Context<AppEnv>, context: CallerContext): Promise<Response> {
  const token = bearerOf(c);
  const wait = takeByAddress(c, context, 'token');
  if (wait > 0) return tooMany(c, wait);
  return signedOut(c, {
    revoked: token !== undefined && (await wasRevoked(context.database.db, token)),
  });
}

/**
 * Refuses clients that are too old for this call, because what they push could damage what newer ones store. A client
 * that does not know this answer shows it as a problem and keeps what it has to send.
 */
export function requireVersion({ protocol }: CallerContext, call: keyof typeof OLDEST) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (versionIn(c.req.header('accept')) >= protocol[call]) return next();
    return problem(c, {
      status: 403,
      type: problemTypes.outdated,
      title: 'Too old',
      detail: 'This version of Sideline is too old for the server. Update it; nothing that waits is lost.',
    });
  });
}

/** The device that `requireDevice` let through. */
export function callerOf(c: Context<AppEnv>): Caller {
  const caller = c.get('caller');
  if (!caller) throw new Error('This route asks for a device before anything else.');
  return caller;
}

/**
 * The device, if its own extension sent the request: the answer tells it what changed, so it needs no poke. Undefined
 * for another program with the device's token: the extension knows nothing of that request, and gets a poke like all
 * others.
 */
export function askingDevice(c: Context<AppEnv>, { config }: CallerContext): string | undefined {
  return isExtensionOrigin(c.req.header('origin') ?? '', config) ? callerOf(c).deviceId : undefined;
}

export function limitCaller({ limiter }: CallerContext, bucket: BucketName) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const wait = limiter.take(bucket, callerOf(c).deviceId);
    return wait > 0 ? tooMany(c, wait) : next();
  });
}

/** Counts a try from the caller’s network. Returns 0, or the ms to wait. */
export function takeByAddress(c: Context<AppEnv>, context: CallerContext, bucket: BucketName): number {
  return context.limiter.take(bucket, networkOf(addressOf(c, context)));
}

export function limitAddress(context: CallerContext, bucket: BucketName) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const wait = takeByAddress(c, context, bucket);
    return wait > 0 ? tooMany(c, wait) : next();
  });
}

/** The network address of the caller. */
export function addressOf(c: Context<AppEnv>, { config }: CallerContext): string {
  return clientAddress(c, config);
}
