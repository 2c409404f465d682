/** The headers of every answer, and which origins may call. */
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';

export interface ExtensionConfig {
  extensionOrigins: readonly string[];
  /** Any Chrome extension may call: for unpacked builds without the key. */
  anyExtension: boolean;
}

/** No script runs on the pages. The one page that has a script allows it itself (pages/passkey-form.ts). */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Writes into the headers of the finished answer, because `c.header` would copy the answer each time, with its body as
 * a stream. Anything else that adds a header to a finished answer should do the same.
 */
export function securityHeaders(https: boolean) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    headers.set('x-frame-options', 'DENY');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    if (!headers.has('content-security-policy')) {
      headers.set('content-security-policy', CONTENT_SECURITY_POLICY);
    }
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    if (https) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  });
}

const FIREFOX_ORIGIN = /^moz-extension:\/\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CHROME_ORIGIN = /^chrome-extension:\/\/[a-p]{32}$/;

/**
 * May a page of this origin call the sync routes and open the live socket? In Chrome the origin is the extension's id,
 * so we list exact ones. Firefox makes up a new one at each installation, so we accept any. What protects the data is
 * the token that every call needs; these routes never accept a cookie.
 */
export function isExtensionOrigin(origin: string, config: ExtensionConfig): boolean {
  if (config.extensionOrigins.includes(origin) || FIREFOX_ORIGIN.test(origin)) return true;
  return config.anyExtension && CHROME_ORIGIN.test(origin);
}

/** What the browser needs before it lets an extension read an answer. */
export function extensionCors(config: ExtensionConfig) {
  const preflight = cors({
    origin: origin => (isExtensionOrigin(origin, config) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['authorization', 'content-type'],
    maxAge: 600,
  });
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method === 'OPTIONS') return preflight(c, next);
    await next();
    const { headers } = c.res;
    const origin = c.req.header('origin') ?? '';
    if (isExtensionOrigin(origin, config)) headers.set('access-control-allow-origin', origin);
    headers.set('access-control-expose-headers', 'retry-after');
    headers.append('vary', 'Origin');
  });
}
