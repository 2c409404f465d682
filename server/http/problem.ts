/** Errors on the wire: RFC 9457 problem documents that reveal nothing about the inside of the server. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Problem, problemTypes } from '#lib/sync/protocol.ts';

export interface ProblemInput {
  status: ContentfulStatusCode;
  title: string;
  detail?: string;
  type?: (typeof problemTypes)[keyof typeof problemTypes];
  headers?: Record<string, string>;
}

export function problem(c: Context, input: ProblemInput): Response {
  const body: Problem = {
    type: input.type ?? 'about:blank',
    title: input.title,
    status: input.status,
    ...(input.detail === undefined ? {} : { detail: input.detail }),
  };
  return c.body(JSON.stringify(body), input.status, {
    'content-type': 'application/problem+json',
    ...input.headers,
  });
}

/** `revoked`: the device was signed out. Otherwise we only know that its token is unknown. */
export function signedOut(c: Context, { revoked = false } = {}): Response {
  return problem(c, {
    status: 401,
    type: revoked ? problemTypes.revoked : problemTypes.signedOut,
    title: 'Signed out',
    detail: 'This device is not signed in any more. Sign in again; nothing that waits is lost.',
    headers: { 'www-authenticate': 'Bearer' },
  });
}

export function tooMany(c: Context, waitMs: number): Response {
  return problem(c, {
    status: 429,
    title: 'Too many tries',
    detail: 'Wait a little and try again.',
    headers: { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) },
  });
}
