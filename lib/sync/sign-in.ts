/**
 * Signs in with the device flow (RFC 8628): the person types a code on the server's own page, so the
 * extension never sees a password. We exchange the flow's token at once for this device's own sync token.
 */
import { z } from '#lib/records/zod.ts';
import { MINUTE } from '#lib/time.ts';
import type { SyncAccount } from './account.ts';
import { deviceResponse, type Me, meResponse, problemTypes } from './protocol.ts';
import { badServer, type Failure, type Reply, request } from './request.ts';
import { isSafeAddress, normaliseServer, serverCandidates } from './server-address.ts';

export { invitationIn, isSafeAddress, normaliseServer, type ServerAddress } from './server-address.ts';

const CLIENT_ID = 'sideline-extension';
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const MAX_BYTES = 64 * 1024;
const MAX_ME_BYTES = 8 * 1024 * 1024;
const ANYTHING = { schema: z.unknown(), maxBytes: MAX_BYTES };
/** Limits for the times that a server gives, in ms. */
const MIN_INTERVAL = 1_000;
const MAX_INTERVAL = 60_000;
const MAX_LIFE = 30 * MINUTE;
/** RFC 8628, 3.5: on slow_down the interval grows by 5 s. */
export const SLOW_DOWN = 5_000;

export type ServerCheck =
  | { ok: true; server: string }
  | { ok: false; reason: 'not-an-address' | 'http-not-allowed' | 'unreachable' | 'not-sideline' };

/**
 * Finds the Sideline server that a typed or pasted address means: its own, or any page of it, such as an invitation.
 */
export async function checkServer(typed: string, fetch: typeof globalThis.fetch): Promise<ServerCheck> {
  let found: ServerCheck | undefined;
  for (const candidate of serverCandidates(typed)) {
    const checked = await checkAddress(candidate, fetch);
    if (checked.ok) return checked;
    // What is told is about the address that was tried first.
    found ??= checked;
  }
  return found ?? { ok: false, reason: 'not-an-address' };
}

async function checkAddress(typed: string, fetch: typeof globalThis.fetch): Promise<ServerCheck> {
  const address = normaliseServer(typed);
  if (!address.ok) return address;
  const reply = await request({
    fetch,
    url: `${address.server}/healthz`,
    schema: z.looseObject({ status: z.string() }),
    maxBytes: MAX_BYTES,
  });
  // Many servers have a /healthz, but only ours answers an anonymous /v1/me with our own problem type.
  const stranger = reply.ok ? await request({ fetch, url: `${address.server}/v1/me`, ...ANYTHING }) : reply;
  if (!stranger.ok && stranger.problem === problemTypes.signedOut) return address;
  const unreachable = !stranger.ok && (stranger.reason === 'offline' || stranger.reason === 'busy');
  return { ok: false, reason: unreachable ? 'unreachable' : 'not-sideline' };
}

export interface DeviceFlow {
  /** The server's page for confirming the code. Always safe to open. */
  verificationUrl: string;
  /** What the person compares or types there. */
  userCode: string;
  deviceCode: string;
  /** How long to wait between polls, in ms. */
  interval: number;
  /** In ms since 1970, by this device's clock. */
  expiresAt: number;
}

const deviceCodeResponse = z.object({
  device_code: z.string().min(1).max(512),
  user_code: z.string().min(1).max(64),
  verification_uri: z.string().max(2048),
  verification_uri_complete: z.string().max(2048).optional(),
  expires_in: z.number().positive(),
  interval: z.number().positive().optional(),
});

/**
 * Asks for a code. `server` is a normalised address, `deviceName` is shown on the approval page, and `now` is
 * in ms since 1970.
 */
export async function startDeviceFlow(
  server: string,
  fetch: typeof globalThis.fetch,
  { deviceName = 'Browser', now = Date.now() }: { deviceName?: string; now?: number } = {},
): Promise<Reply<DeviceFlow>> {
  const reply = await request({
    fetch,
    url: `${server}/api/auth/device/code`,
    method: 'POST',
    body: JSON.stringify({ client_id: CLIENT_ID, device_name: deviceName.slice(0, 100) || 'Browser' }),
    schema: deviceCodeResponse,
    maxBytes: MAX_BYTES,
  });
  if (!reply.ok) return reply;
  const flow = reply.value;
  const verificationUrl = flow.verification_uri_complete ?? flow.verification_uri;
  if (!isSafeAddress(verificationUrl)) return badServer('The server names a page that is not safe to open.');
  return {
    ok: true,
    value: {
      verificationUrl,
      userCode: flow.user_code,
      deviceCode: flow.device_code,
      interval: Math.min(Math.max((flow.interval ?? 5) * 1000, MIN_INTERVAL), MAX_INTERVAL),
      expiresAt: now + Math.min(flow.expires_in * 1000, MAX_LIFE),
    },
  };
}

export type DevicePoll =
  | { status: 'waiting' | 'slow-down' | 'denied' | 'expired' }
  /** The token is only good for `exchangeToken`. */
  | { status: 'approved'; token: string }
  | { status: 'trouble'; failure: Failure };

/** Asks once whether the code was confirmed. After `slow-down`, wait SLOW_DOWN longer between polls. */
export async function pollDeviceFlow(
  server: string,
  deviceCode: string,
  fetch: typeof globalThis.fetch,
  signal?: AbortSignal,
): Promise<DevicePoll> {
  const reply = await request({
    fetch,
    url: `${server}/api/auth/device/token`,
    method: 'POST',
    body: JSON.stringify({ grant_type: DEVICE_GRANT, device_code: deviceCode, client_id: CLIENT_ID }),
    schema: z.object({ access_token: z.string().min(1).max(4096) }),
    maxBytes: MAX_BYTES,
    signal,
  });
  if (reply.ok) return { status: 'approved', token: reply.value.access_token };
  switch (reply.oauthError) {
    case 'authorization_pending':
      return { status: 'waiting' };
    case 'slow_down':
      return { status: 'slow-down' };
    case 'access_denied':
      return { status: 'denied' };
    case 'expired_token':
    case 'invalid_grant':
      return { status: 'expired' };
    default:
      return { status: 'trouble', failure: reply };
  }
}

/**
 * Exchanges the flow's token for the device's own and asks who signed in. `deviceName` is shown to its owner.
 */
export async function exchangeToken(
  server: string,
  token: string,
  deviceName: string,
  fetch: typeof globalThis.fetch,
): Promise<Reply<{ account: SyncAccount; me: Me }>> {
  const device = await request({
    fetch,
    url: `${server}/v1/devices`,
    method: 'POST',
    token,
    body: JSON.stringify({ name: deviceName.slice(0, 100) || 'Browser' }),
    schema: deviceResponse,
    maxBytes: MAX_BYTES,
  });
  if (!device.ok) return device;
  const own = device.value.token;
  const me = await request({
    fetch,
    url: `${server}/v1/me`,
    token: own,
    schema: meResponse,
    maxBytes: MAX_ME_BYTES,
  });
  if (!me.ok) {
    // Nobody will ever use this token, so the device must not stay in the member's list.
    await request({ fetch, url: `${server}/v1/devices/current`, method: 'DELETE', token: own, ...ANYTHING });
    return me;
  }
  const { workspace, member } = me.value;
  return {
    ok: true,
    value: { account: { server, token: own, workspaceId: workspace.id, memberId: member.id }, me: me.value },
  };
}

/** Revokes the device's token at the server. The device signs out even if this fails. */
export async function signOut(account: SyncAccount, fetch: typeof globalThis.fetch): Promise<Reply<unknown>> {
  const reply = await request({
    fetch,
    url: `${account.server}/v1/devices/current`,
    method: 'DELETE',
    token: account.token,
    ...ANYTHING,
  });
  // The server no longer knows the token, which is what we wanted.
  return !reply.ok && reply.reason === 'signed-out' ? { ok: true, value: undefined } : reply;
}
