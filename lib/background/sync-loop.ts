/**
 * Syncs the device with its server at every wake-up, after every change made here, and on every poke. The worker may
 * be killed at any point: whatever the server has not accepted is still pending in the database and is sent at the
 * next wake-up.
 */

import { browser } from 'wxt/browser';
import { loadAccount } from '#lib/device/account.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { wipeReceived } from '#lib/store/workspace.ts';
import { type SyncOutcome, syncOnce } from '#lib/sync/engine.ts';
import { connectLive } from '#lib/sync/live.ts';
import { endPause, pauseLeft, pauseSync } from '#lib/sync/pause.ts';
import type { FailureReason } from '#lib/sync/request.ts';
import { type SyncStatus, saveSyncStatus } from '#lib/sync/status.ts';
import { MINUTE } from '#lib/time.ts';
import { lookAgainAfter } from './brought-sites.ts';
import { redraw } from './page-marks.ts';

const ALARM = 'sync';
/** How long a lost poke can delay a sync, at most. */
const PERIOD_MINUTES = 5;
const RETRY_MINUTES = 0.5;
/**
 * An alarm cannot ring sooner than that, which is long for somebody whose network was away for a moment. While the worker
 * is up, it looks again after this many ms, then after twice as many, until the alarm takes over.
 */
const FIRST_LOOK = 1_000;
const LAST_LOOK = 16_000;
/** How often in a row a server may say that there is more. A healthy one has sent millions of records by then. */
const MAX_ROUNDS = 20;

/** `after` is called when a sync ends, successful or not, because something may have changed. */
export function createSyncLoop(db: SidelineDb, after: () => void) {
  let running: Promise<void> | undefined;
  let requested = false;
  let live: AbortController | undefined;
  let nextLook = FIRST_LOOK;

  /** Resolves to whether there is more to be synced at once. */
  async function once(): Promise<boolean> {
    const account = await loadAccount();
    if (!account) return false;
    const left = await pauseLeft(db, Date.now());
    if (left > 0) {
      await retryIn(left);
      return false;
    }
    const signal = AbortSignal.timeout(5 * MINUTE);
    const outcome = await lookAgainAfter(db, () =>
      syncOnce({ db, account, fetch: fetch.bind(globalThis), now: Date.now, signal }),
    );
    await report(outcome);
    if (outcome.ok) {
      nextLook = FIRST_LOOK;
      // Connect only now: before the sync the token may have expired, and live pokes would be useless.
      connect();
      if (outcome.places.length > 0) await redraw(db, outcome.places);
    } else if (outcome.reason === 'signed-out') {
      disconnect();
      if (outcome.revoked) await redraw(db, await wipeReceived(db, account.workspaceId));
    } else {
      const { retryAfter = 0 } = outcome;
      if (retryAfter > 0) await pauseSync(db, retryAfter, Date.now());
      await retryIn(retryAfter);
      if (outcome.reason === 'offline') lookSoon();
    }
    return outcome.ok && outcome.more === true;
  }

  async function retryIn(ms: number): Promise<void> {
    const delayInMinutes = Math.max(RETRY_MINUTES, ms / MINUTE);
    await browser.alarms.create('sync-retry', { delayInMinutes });
  }

  function lookSoon(): void {
    if (nextLook > LAST_LOOK) return;
    setTimeout(() => void wake(), nextLook);
    nextLook *= 2;
  }

  async function report(outcome: SyncOutcome): Promise<void> {
    if (!outcome.ok && outcome.reason === 'busy') return;
    const status: SyncStatus = outcome.ok
      ? { state: outcome.outdated ? 'outdated' : 'ok', at: Date.now() }
      : { state: stateOf(outcome.reason), message: outcome.message, at: Date.now() };
    await saveSyncStatus(db, status);
  }

  /** Syncs now. A call during a sync makes it run once more, so that nothing saved in the meantime has to wait. */
  function wake(): Promise<void> {
    requested = true;
    running ??= (async () => {
      try {
        let rounds = 0;
        while (requested) {
          requested = false;
          if (!(await once())) rounds = 0;
          else if (++rounds < MAX_ROUNDS) requested = true;
          else await retryIn(0);
        }
      } finally {
        running = undefined;
        after();
      }
    })();
    return running;
  }

  function connect(): void {
    if (live) return;
    live = new AbortController();
    const { signal } = live;
    void loadAccount().then(account => {
      if (!account || signal.aborted) return;
      connectLive({
        account,
        fetch: fetch.bind(globalThis),
        WebSocket,
        onNews: () => void wake(),
        signal,
      });
    });
  }

  function disconnect(): void {
    live?.abort();
    live = undefined;
  }

  /** The account was changed in the options: drop the old connection and start over. */
  async function restart(): Promise<void> {
    disconnect();
    await endPause(db);
    await wake();
  }

  async function schedule(): Promise<void> {
    await browser.alarms.create(ALARM, { periodInMinutes: PERIOD_MINUTES });
  }

  return { wake, restart, schedule };
}

function stateOf(reason: FailureReason): SyncStatus['state'] {
  return reason === 'busy' || reason === 'bad-server' ? 'error' : reason;
}

export type SyncLoop = ReturnType<typeof createSyncLoop>;
