/** Joining a workspace from this device, and leaving it. */
import { browser } from 'wxt/browser';
import { clearAccount, loadAccount, saveAccount } from '#lib/device/account.ts';
import { ask } from '#lib/messages/ask.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, saveIdentity } from '#lib/store/identity.ts';
import { adoptSolo, wipeWorkspace } from '#lib/store/workspace.ts';
import type { Me } from '#lib/sync/protocol.ts';
import {
  checkServer,
  type DeviceFlow,
  exchangeToken,
  invitationIn,
  pollDeviceFlow,
  SLOW_DOWN,
  signOut,
  startDeviceFlow,
} from '#lib/sync/sign-in.ts';
import { deleteSyncStatus } from '#lib/sync/status.ts';

export interface WaitingForApproval {
  userCode: string;
  verificationUrl: string;
}

export type SignInProblem =
  | { kind: 'not-address' | 'http-refused' | 'unreachable' | 'not-sideline' | 'denied' | 'expired' }
  | { kind: 'other'; message: string };

const send: typeof fetch = (...args) => fetch(...args);

/**
 * Signs this device in, from the typed address to the stored account. `onWaiting` gets the code that the person
 * approves on the server's page, which opens automatically. Resolves to undefined on success, otherwise to what went
 * wrong.
 */
export async function signIn(
  db: SidelineDb,
  typed: string,
  onWaiting: (waiting: WaitingForApproval) => void,
  signal: AbortSignal,
): Promise<SignInProblem | undefined> {
  const checked = await checkServer(typed, send);
  if (!checked.ok) {
    const kinds = {
      'not-an-address': 'not-address',
      'http-not-allowed': 'http-refused',
      unreachable: 'unreachable',
      'not-sideline': 'not-sideline',
    } as const;
    return { kind: kinds[checked.reason] };
  }
  const { server } = checked;
  const flow = await startDeviceFlow(server, send, { deviceName: deviceName() });
  if (!flow.ok) return { kind: 'other', message: flow.message };
  const verificationUrl = byInvitation(typed, server, flow.value.verificationUrl);
  onWaiting({ userCode: flow.value.userCode, verificationUrl });
  await browser.tabs.create({ url: verificationUrl });

  const approved = await waitForApproval(server, flow.value, signal);
  if ('kind' in approved) return approved;
  const exchanged = await exchangeToken(server, approved.token, deviceName(), send);
  if (!exchanged.ok) return { kind: 'other', message: exchanged.message };
  const { account, me } = exchanged.value;
  // Save the identity first: a sync that finds an account without an identity treats it as a sign-out.
  await saveIdentity(db, identityOf(me, server));
  await saveAccount(account);
  await deleteSyncStatus(db);
  await ask('account.changed', null);
  return undefined;
}

/** Somebody with an invitation joins first, and goes on from there to the page on which they approve. */
function byInvitation(typed: string, server: string, verificationUrl: string): string {
  const code = invitationIn(typed);
  const approve = URL.parse(verificationUrl);
  if (code === undefined || !approve) return verificationUrl;
  return `${server}/join/${code}?${new URLSearchParams({ next: approve.pathname + approve.search })}`;
}

async function waitForApproval(
  server: string,
  flow: DeviceFlow,
  signal: AbortSignal,
): Promise<{ token: string } | SignInProblem> {
  let { interval } = flow;
  while (Date.now() < flow.expiresAt && !signal.aborted) {
    await pause(interval, signal);
    const poll = await pollDeviceFlow(server, flow.deviceCode, send, signal);
    if (poll.status === 'approved') return { token: poll.token };
    if (poll.status === 'denied' || poll.status === 'expired') return { kind: poll.status };
    if (poll.status === 'slow-down') interval += SLOW_DOWN;
    // A server that is briefly unreachable is polled until the code expires.
    if (poll.status === 'trouble' && poll.failure.reason !== 'offline') {
      return { kind: 'other', message: poll.failure.message };
    }
  }
  return { kind: 'expired' };
}

/** Ends the session and removes everything of the workspace from this device. Works offline too. */
export async function leaveWorkspace(db: SidelineDb, identity: Identity): Promise<void> {
  const account = await loadAccount();
  await clearAccount();
  await wipeWorkspace(db, identity.workspaceId);
  await deleteSyncStatus(db);
  await ask('account.changed', null);
  // The device is clean whether or not this succeeds. A server that we can't reach keeps the device in its list.
  if (account) await signOut(account, send);
}

/** Moves what was written before signing in to the workspace; see adoptSolo. */
export async function takeAlong(db: SidelineDb, identity: Identity): Promise<void> {
  await adoptSolo(db, { workspaceId: identity.workspaceId, memberId: identity.memberId });
  await ask('sync.now', null);
}

function identityOf(me: Me, server: string): Identity {
  return {
    workspaceId: me.workspace.id,
    workspaceName: me.workspace.name,
    memberId: me.member.id,
    name: me.member.name,
    server,
    members: me.members,
    former: me.former ?? [],
  };
}

/** The name shown in the person's list of devices. */
function deviceName(): string {
  const brand = /Firefox/.test(navigator.userAgent) ? 'Firefox' : 'Chromium';
  const system = /Windows|Mac OS X|Android|CrOS|Linux/.exec(navigator.userAgent)?.[0] ?? '';
  return `${brand} ${system}`.trim();
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
