/**
 * The protocol between device and server: every call, its request and its answer. Besides the records, this
 * is the only file that both sides share. All paths are relative to the server's address, all bodies are
 * JSON, and a failure is an RFC 9457 problem document (`problemSchema`) with the matching HTTP status.
 */
import { envelopeSchema } from '../records/envelope.ts';
import { z } from '../records/zod.ts';

/**
 * The protocol's version. Within `/v1` we only add things, which older clients ignore; we raise the version
 * when that is not enough because an older client's pushes would do harm. A client sends its version with
 * every call (`acceptOf`), in `Accept`, because that header needs no CORS permission and so works with older
 * servers too.
 */
export const PROTOCOL = 1;
/** The oldest clients that may still pull and push. */
export const OLDEST = { pull: 1, push: 1 } as const;

export const acceptOf = (version: number) => `application/json;sideline=${version}`;

/** The version in an `Accept` header; a client that names none speaks version 1. */
export function versionIn(accept: string | undefined): number {
  return Number(/;\s*sideline=(\d{1,6})\s*(?:[;,]|$)/.exec(accept ?? '')?.[1] ?? 1);
}

export const MAX_PUSH = 100;
export const MAX_PULL = 500;
export const MAX_BODY_BYTES = 1024 * 1024;
/**
 * How often a device sends a ping on the live socket, in ms. After twice as long without an answer it hangs
 * up.
 */
export const HEARTBEAT = 20_000;

/** The `code` is for programs; `message` tells the author what to do. */
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

/** POST /v1/push: up to MAX_PUSH records. The server answers once all accepted ones are durable. */
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

/** One result per record, in the order of the request. */
export const pushResponse = z.object({ results: z.array(pushResult) });

/** GET /v1/pull?cursor=&limit=: what changed since `cursor` (left out at first) and this member may see. */
export const pullResponse = z.object({
  records: z.array(z.unknown()),
  /** Ids of records that this member may no longer see: remove them from the device. */
  removed: z.array(z.string()),
  /** Opaque; store it in the same transaction as the page. */
  cursor: z.string(),
  /** True when there is another page. */
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

/** GET /v1/me: the member, the workspace and its members. */
export const meResponse = z.object({
  member: memberSchema,
  email: z.string(),
  workspace: z.object({ id: z.string(), name: z.string() }),
  members: z.array(memberSchema),
  /** People who left: their names stay readable on what they wrote. Older servers leave this out. */
  former: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /**
   * The server's version and the oldest clients that may pull and push. Servers that leave it out accept all.
   */
  protocol: z.object({ speaks: z.int(), pull: z.int(), push: z.int() }).optional(),
});

/**
 * POST /v1/devices {name}, with the device flow's bearer token, exchanges it for this device's own sync
 * token, which the server stores only as a hash. DELETE /v1/devices/current revokes it.
 */
export const deviceRequest = z.object({ name: z.string().min(1).max(100) });
export const deviceResponse = z.object({ deviceId: z.string(), token: z.string() });

/** POST /v1/live/ticket: a ticket that opens one WebSocket (GET /v1/live?ticket=), once and within 30 s. */
export const ticketResponse = z.object({ ticket: z.string() });

/**
 * Messages from the server on the socket. `news` carries no data: pull to get it. The device sends `ping`.
 */
export const liveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('news') }),
  z.object({ type: z.literal('pong') }),
]);

/** Of all there are, `yours` are those that the member who asks may read themself. */
const counted = z.object({ all: z.int().min(0), yours: z.int().min(0) });

/**
 * GET /v1/counts?person=&behaviour=: how many notes the person got today from others, and how many corrections of that
 * behaviour wait for a ruling; numbers only. For whoever may write to that person. Without `behaviour` there are no
 * `corrections`.
 */
export const countsResponse = z.object({ notesToday: counted, corrections: counted.optional() });

/** RFC 9457. `type` is `about:blank` or one of `problemTypes`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});

export const problemTypes = {
  /** 401: the token is unknown. Sign in again; everything on the device stays. */
  signedOut: 'urn:sideline:signed-out',
  /**
   * 401: the device was signed out, by its owner or because they left. Remove everything that came from the
   * server. What its owner wrote and nobody has yet stays, so that they can sign in again or export it.
   */
  revoked: 'urn:sideline:revoked',
  /**
   * 409 on pull: the server does not know this cursor (restored from a backup). Pull from the start, requeue
   * own records.
   */
  unknownCursor: 'urn:sideline:unknown-cursor',
  /**
   * 403: this client is too old for this call. Show what is on the device, send nothing, keep the outbox, and
   * tell the person to update.
   */
  outdated: 'urn:sideline:outdated',
} as const;

export type PushResult = z.infer<typeof pushResult>;
export type PushResponse = z.infer<typeof pushResponse>;
export type PullResponse = z.infer<typeof pullResponse>;
export type Member = z.infer<typeof memberSchema>;
export type Protocol = NonNullable<Me['protocol']>;
export type Me = z.infer<typeof meResponse>;
export type Counts = z.infer<typeof countsResponse>;
export type Problem = z.infer<typeof problemSchema>;
