/** Headers that every answer bears, and who may call from where. */
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { ServerConfig } from '#server/config.ts';
import type { AppEnv } from './env.ts';

/** Nothing runs on the pages. The one page with a script adds it (pages/passkey-form.ts). */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function securityHeaders(https: boolean) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
    c.header('x-frame-options', 'DENY');
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('cross-origin-resource-policy', 'same-origin');
    c.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    if (!c.res.headers.has('content-security-policy')) {
      c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    }
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
    if (https) c.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  });
}

const FIREFOX_ORIGIN = /^moz-extension:\/\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CHROME_ORIGIN = /^chrome-extension:\/\/[a-p]{32}$/;

/**
 * May a page of this origin call the sync routes and open the live socket? Chrome's origin is the extension's id, so
 * exact ones are listed. Firefox draws a new one at each installation, so any is let in: the token that every call
 * needs is what protects the data; no cookie is ever accepted on these routes.
 */
export function isExtensionOrigin(
  origin: string,
  config: Pick<ServerConfig, 'extensionOrigins' | 'anyExtension'>,
): boolean {
  if (config.extensionOrigins.includes(origin) || FIREFOX_ORIGIN.test(origin)) return true;
  return config.anyExtension && CHROME_ORIGIN.test(origin);
}

export function extensionCors(config: Pick<ServerConfig, 'extensionOrigins' | 'anyExtension'>) {
  return cors({
    origin: origin => (isExtensionOrigin(origin, config) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['authorization', 'content-type'],
    exposeHeaders: ['retry-after'],
    maxAge: 600,
  });
}
