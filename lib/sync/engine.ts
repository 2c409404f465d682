/**
 * One sync: who am I → a first page of news → push what waits → pull the rest. Safe to kill at any point: what was not
 * settled is simply done again by the next one. docs/sync.md tells what happens on each fault.
 */
import type { SidelineDb } from '#lib/store/db.ts';
import { StorageFullError, storing } from '#lib/store/errors.ts';
import { loadIdentity, saveIdentity } from '#lib/store/identity.ts';
import { readSyncMeta } from '#lib/store/sync-meta.ts';
import type { SyncAccount } from './account.ts';
import { type Me, meResponse, PROTOCOL, problemTypes } from './protocol.ts';
import { pullPage } from './pull.ts';
import { pushAll } from './push.ts';
import { badServer, type Failure, type FailureReason, type Reply, request } from './request.ts';
import { runExclusive } from './run-exclusive.ts';
import { openMeta, type Session, SessionOverError, stillWanted } from './session.ts';

export type { SyncAccount } from './account.ts';

export type SyncOutcome =
  | {
      ok: true;
      /** Records that the server accepted. */
      pushed: number;
      /** Records that came, changed or went. */
      pulled: number;
      /** Keys of the artifacts with changed records. */
      places: string[];
      /** True when the server has still more than one sync takes in: sync again soon. */
      more?: true;
      /** The server takes nothing from a version as old as ours: what waits waits for an update. */
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

/** 200,000 records: a server that says "more" for longer than that may be at fault, and the rest can wait. */
const MAX_PAGES = 400;
const MAX_ME_BYTES = 8 * 1024 * 1024;
/** Pushing and pulling again for what was written meanwhile; the next sync takes the rest. */
const MAX_LAPS = 8;
/** How often in one sync a server may be found to have been restored. */
const MAX_LOSSES = 3;

/**
 * Syncs one workspace. One at a time over all contexts of the extension; a call during a sync gets its own after it,
 * so what was saved before the call has been offered to the server when it resolves with `ok`. Never throws for what a
 * server, the line or a full disk does.
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
  // One page before the push: only then do we know that the server is the one that we pulled from last, and cannot
  // push over words that were written to it since it was restored.
  let pulled = await pullPages(session, budget, 'one page');
  for (let lap = 0; lap < MAX_LAPS; lap++) {
    if (!pulled.ok && !mayPushAnyway(session, pulled)) return toOutcome(pulled);
    if (await isAfterLoss(session)) return pulled.ok ? done(session, pulled.more) : toOutcome(pulled);
    const before = session.pushed;
    const pushed = await pushAll(session);
    if (!pushed.ok) return toOutcome(pushed);
    if (!pulled.ok) return toOutcome(pulled);
    // What was just accepted must come by as well: until our cursor covers it, a server could lose it unnoticed.
    const quiet = !pulled.more && session.pushed === before;
    if (quiet || budget.pages <= 0) return done(session, pulled.more);
    pulled = await pullPages(session, budget, 'all pages');
  }
  return done(session, true);
}

/** What we would push may do harm to what newer versions keep there: read on, and keep what waits. */
async function onlyPull(session: Session): Promise<SyncOutcome> {
  const pulled = await pullPages(session, { pages: MAX_PAGES, losses: MAX_LOSSES }, 'all pages');
  return pulled.ok ? { ...done(session, pulled.more), outdated: true } : toOutcome(pulled);
}

interface Budget {
  pages: number;
  losses: number;
}

/** Pulls; after a loss always to the end. A full disk is a failure like others here: it must not stop the push. */
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

/** News that cannot be had must not keep our own words back, where the server is there and knows us. */
function mayPushAnyway({ signal }: Session, { reason }: Failure): boolean {
  return !signal?.aborted && (reason === 'bad-server' || reason === 'error');
}

async function isAfterLoss({ db, account }: Session): Promise<boolean> {
  return (await readSyncMeta(db, account.workspaceId))?.resync?.afterLoss === true;
}

/** Nothing is sent before the server has said that it is about the workspace and the member that we think it is. */
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

/** Names, roles and who coaches whom, for those who show them. */
async function keepMembers(session: Session, { workspace, member, members, former = [] }: Me): Promise<void> {
  const { db, account } = session;
  await storing(() =>
    db.transaction('rw', db.meta, async () => {
      await stillWanted(session);
      const known = await loadIdentity(db);
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
