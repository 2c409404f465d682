/**
 * One sync: ask who we are, pull a first page, push what is pending, pull the rest. It may be killed at any
 * point, because the next sync simply repeats what was not finished. docs/sync.md explains what happens on
 * each fault.
 */
import type { SidelineDb } from '#lib/store/db.ts';
import { StorageFullError, storing } from '#lib/store/errors.ts';
import { saveIdentity, storedIdentity } from '#lib/store/identity.ts';
import { readSyncMeta } from '#lib/store/sync-meta.ts';
import type { SyncAccount } from './account.ts';
import { type Me, meResponse, PROTOCOL, problemTypes } from './protocol.ts';
import { pullPage } from './pull.ts';
import { pushAll } from './push.ts';
import { badServer, type Failure, type FailureReason, type Reply, request } from './request.ts';
import { runExclusive } from './run-exclusive.ts';
import { openMeta, requireOpenSession, type Session, SessionOverError } from './session.ts';

export type { SyncAccount } from './account.ts';

export type SyncOutcome =
  | {
      ok: true;
      /** Records that the server accepted. */
      pushed: number;
      /** Records that were added, changed or removed. */
      pulled: number;
      /** Keys of the artifacts whose records changed. */
      places: string[];
      /** The server has more than one sync stores: sync again soon. */
      more?: true;
      /** The server accepts nothing from a version as old as ours: the outbox waits for an update. */
      outdated?: true;
    }
  | {
      ok: false;
      reason: FailureReason;
      message: string;
      /** In ms. */
      retryAfter?: number;
      /** The server says that this device was signed out: see wipeReceived. */
      revoked?: true;
    };

export interface SyncInput {
  db: SidelineDb;
  account: SyncAccount;
  fetch: typeof fetch;
  /** Ms since 1970. */
  now: () => number;
  signal?: AbortSignal | undefined;
}

/**
 * 200,000 records. A server that says "more" for longer may be faulty, and the rest can wait for the next
 * sync.
 */
const MAX_PAGES = 400;
const MAX_ME_BYTES = 8 * 1024 * 1024;
/** How often we push and pull again for what was written meanwhile; the next sync does the rest. */
const MAX_PASSES = 8;
/** How often in one sync the server may turn out to have been restored. */
const MAX_LOSSES = 3;

/**
 * Syncs one workspace. Only one sync runs at a time across all contexts of the extension. A call during a
 * sync starts another one after it, so when it resolves with `ok`, the server has been sent whatever was
 * saved before the call. It never throws because of the server, the network or a full disk.
 */
export function syncOnce(input: SyncInput): Promise<SyncOutcome> {
  const { server, workspaceId, memberId, token } = input.account;
  const lock = `sideline-sync|${input.db.name}|${workspaceId}`;
  return runExclusive(lock, [server, memberId, token].join('|'), () => run(input));
}

async function run(input: SyncInput): Promise<SyncOutcome> {
  const { db, account } = input;
  try {
    const me = await whoAmI(input);
    if (!me.ok) return toOutcome(me);
    const meta = await openMeta(db, account);
    const session: Session = {
      ...input,
      token: meta.session,
      places: new Set(),
      pushed: 0,
      seq: 0,
      pulled: 0,
    };
    await keepMembers(session, me.value);
    const mayPush = PROTOCOL >= (me.value.protocol?.push ?? PROTOCOL);
    return mayPush ? await exchange(session) : await onlyPull(session);
  } catch (error) {
    if (error instanceof SessionOverError) return { ok: false, reason: 'signed-out', message: error.message };
    if (error instanceof StorageFullError) return { ok: false, reason: 'error', message: error.message };
    throw error;
  }
}

async function exchange(session: Session): Promise<SyncOutcome> {
  const budget: Budget = { pages: MAX_PAGES, losses: MAX_LOSSES };
  // We pull one page before we push, to make sure that the server was not restored since our last pull.
  // Otherwise we could overwrite words that were written to it after the restore.
  let pulled = await pullPages(session, budget, 'one page');
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    if (!pulled.ok && !mayPushAnyway(session, pulled)) return toOutcome(pulled);
    if (await isAfterLoss(session)) return pulled.ok ? done(session, pulled.more) : toOutcome(pulled);
    const before = session.pushed;
    const pushed = await pushAll(session);
    if (!pushed.ok) return toOutcome(pushed);
    if (!pulled.ok) return toOutcome(pulled);
    // We also pull what was just accepted: until our cursor covers it, the server could lose it without our
    // noticing.
    const isInSync = !pulled.more && session.pushed === before;
    if (isInSync || budget.pages <= 0) return done(session, pulled.more);
    pulled = await pullPages(session, budget, 'all pages');
  }
  return done(session, true);
}

/** Our pushes could damage what newer versions store there, so we only pull and keep the outbox as it is. */
async function onlyPull(session: Session): Promise<SyncOutcome> {
  const pulled = await pullPages(session, { pages: MAX_PAGES, losses: MAX_LOSSES }, 'all pages');
  return pulled.ok ? { ...done(session, pulled.more), outdated: true } : toOutcome(pulled);
}

interface Budget {
  pages: number;
  losses: number;
}

/**
 * Pulls; after a loss always to the end. A full disk is returned as a failure, because it must not stop the
 * push.
 */
async function pullPages(
  session: Session,
  budget: Budget,
  extent: 'one page' | 'all pages',
): Promise<{ ok: true; more: boolean } | Failure> {
  for (;;) {
    const page = await pullPage(session).catch(error => {
      if (!(error instanceof StorageFullError)) throw error;
      return { ok: false as const, reason: 'error' as const, message: error.message };
    });
    if (!page.ok) return page;
    budget.pages -= 1;
    if ('lostCursor' in page && --budget.losses < 0)
      return badServer('The server forgets at once what it has sent.');
    if (!page.more || budget.pages <= 0) return page;
    if (extent === 'one page' && !(await isAfterLoss(session))) return page;
  }
}

/** A failed pull must not keep our own words back as long as the server is reachable and knows us. */
function mayPushAnyway({ signal }: Session, { reason }: Failure): boolean {
  return !signal?.aborted && (reason === 'bad-server' || reason === 'error');
}

async function isAfterLoss({ db, account }: Session): Promise<boolean> {
  return (await readSyncMeta(db, account.workspaceId))?.resync?.afterLoss === true;
}

/** We send nothing before the server has confirmed the workspace and the member. */
async function whoAmI({ account, fetch, signal }: SyncInput): Promise<Reply<Me>> {
  const reply = await request({
    fetch,
    url: `${account.server}/v1/me`,
    token: account.token,
    schema: meResponse,
    maxBytes: MAX_ME_BYTES,
    signal,
  });
  if (!reply.ok) return reply;
  const { workspace, member } = reply.value;
  const expected = workspace.id === account.workspaceId && member.id === account.memberId;
  return expected ? reply : badServer('The server answers for another workspace or member.');
}

/** Saves the workspace's name and its members' names, roles and coaches, for the UI. */
async function keepMembers(session: Session, { workspace, member, members, former = [] }: Me): Promise<void> {
  const { db, account } = session;
  await storing(() =>
    db.transaction('rw', db.meta, async () => {
      await requireOpenSession(session);
      const known = await storedIdentity(db);
      if (known.workspaceId !== account.workspaceId) return;
      const now = { ...known, workspaceName: workspace.name, name: member.name, members, former };
      if (JSON.stringify(now) !== JSON.stringify(known)) await saveIdentity(db, now);
    }),
  );
}

function done({ pushed, pulled, places }: Session, more: boolean): SyncOutcome & { ok: true } {
  return { ok: true, pushed, pulled, places: [...places], ...(more ? { more } : {}) };
}

function toOutcome({ reason, message, retryAfter, problem }: Failure): SyncOutcome {
  return {
    ok: false,
    reason,
    message,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(problem === problemTypes.revoked ? { revoked: true } : {}),
  };
}
