/**
 * The wire between device and server: every call, its request and its answer. The only file that both sides share
 * besides the records. All paths are below the server's address; all bodies are JSON; a failure is an RFC 9457
 * problem document (`problemSchema`) with the matching HTTP status.
 */
import { envelopeSchema } from '../records/envelope.ts';
import { z } from '../records/zod.ts';

/**
 * The version of what is said here. Within `/v1` things are only added, and an older client passes over them; it rises
 * when that is not enough, because what an older client pushes would do harm. A client says its own with every call
 * (`acceptOf`): in `Accept`, which needs no leave of CORS, so that older servers take it too.
 */
export const PROTOCOL = 1;
/** The oldest clients that may still pull and push. */
export const OLDEST = { pull: 1, push: 1 } as const;

export const acceptOf = (version: number) => `application/json;sideline=${version}`;

/** The version in an `Accept` header; who says none is of the first. */
export function versionIn(accept: string | undefined): number {
  return Number(/;\s*sideline=(\d{1,6})\s*(?:[;,]|$)/.exec(accept ?? '')?.[1] ?? 1);
}

export const MAX_PUSH = 100;
export const MAX_PULL = 500;
export const MAX_BODY_BYTES = 1024 * 1024;
/** A device sends this often on the live socket and hangs up after twice as long without an answer, in ms. */
export const HEARTBEAT = 20_000;

/** `code` is for programs, `message` says to the author what to do about it. */
export const refusalCodes = [
  'invalid',
  'too-large',
  'not-yours',
  'wrong-workspace',
  'immutable',
  'too-late',
  'limit',
  'not-allowed',
] as const;

/** POST /v1/push: up to MAX_PUSH records. All accepted ones are durable when the answer comes. */
export const pushRequest = z.object({ records: z.array(z.unknown()).max(MAX_PUSH) });

export const pushResult = z.discriminatedUnion('status', [
  z.object({ status: z.literal('accepted'), id: z.string(), rev: z.int(), seq: z.int() }),
  /** The server holds another text under this or a later rev; `record` is the server's copy. */
  z.object({ status: z.literal('stale'), id: z.string(), rev: z.int(), record: envelopeSchema }),
  z.object({
    status: z.literal('refused'),
    id: z.string(),
    rev: z.int(),
    code: z.enum(refusalCodes).catch('not-allowed'),
    message: z.string(),
  }),
]);

/** One result a record, in the order of the request. */
export const pushResponse = z.object({ results: z.array(pushResult) });

/** GET /v1/pull?cursor=&limit=: what changed since `cursor` (absent at first) and this member may see. */
export const pullResponse = z.object({
  records: z.array(z.unknown()),
  /** Ids that this member could see and no longer may: remove them from the device. */
  removed: z.array(z.string()),
  /** Opaque; store it in the same transaction as the page. */
  cursor: z.string(),
  /** True when another page waits. */
  more: z.boolean(),
});

export const roles = ['owner', 'coach', 'coachee', 'sponsor', 'liaison'] as const;
export type Role = (typeof roles)[number];

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  /** Ids of the members who coach this one now. */
  coachIds: z.array(z.string()),
});

/** GET /v1/me: who I am here, and with whom. */
export const meResponse = z.object({
  member: memberSchema,
  email: z.string(),
  workspace: z.object({ id: z.string(), name: z.string() }),
  members: z.array(memberSchema),
  /** Who left: their names stay readable on what they wrote. A server that does not tell leaves them out. */
  former: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** The server's version, and the oldest clients that may pull and push. A server that does not tell lets all in. */
  protocol: z.object({ speaks: z.int(), pull: z.int(), push: z.int() }).optional(),
});

/**
 * POST /v1/devices {name}, with the bearer token of the device flow: turns it into this device's own sync token,
 * which the server keeps as a hash only. DELETE /v1/devices/current ends it.
 */
export const deviceRequest = z.object({ name: z.string().min(1).max(100) });
export const deviceResponse = z.object({ deviceId: z.string(), token: z.string() });

/** POST /v1/live/ticket: a word for one WebSocket, good once and for 30 s: GET /v1/live?ticket=. */
export const ticketResponse = z.object({ ticket: z.string() });

/** What comes over the socket. `news` carries nothing: pull to learn it. The device sends `ping`. */
export const liveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('news') }),
  z.object({ type: z.literal('pong') }),
]);

/** RFC 9457. `type` is `about:blank` or one of `problemTypes`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});

export const problemTypes = {
  /** 401: the token is unknown. Sign in again; all that is on the device stays. */
  signedOut: 'urn:sideline:signed-out',
  /**
   * 401: the device was signed out, by its owner or because they left. Take what came from the server off the device;
   * what its owner wrote and nobody has yet stays, for them to sign in again or to export.
   */
  revoked: 'urn:sideline:revoked',
  /** 409 on pull: the server does not know this cursor (restored from a backup). Pull anew, offer own records again. */
  unknownCursor: 'urn:sideline:unknown-cursor',
  /**
   * 403: this client is too old for this call. Show what there is, send nothing, keep what waits, and say that the
   * client has to be updated.
   */
  outdated: 'urn:sideline:outdated',
} as const;

export type PushResult = z.infer<typeof pushResult>;
export type PushResponse = z.infer<typeof pushResponse>;
export type PullResponse = z.infer<typeof pullResponse>;
export type Member = z.infer<typeof memberSchema>;
export type Protocol = NonNullable<Me['protocol']>;
export type Me = z.infer<typeof meResponse>;
export type Problem = z.infer<typeof problemSchema>;
