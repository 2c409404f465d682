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
import type { FailureReason } from '#lib/sync/request.ts';
import { type SyncStatus, saveSyncStatus } from '#lib/sync/status.ts';
import { MINUTE } from '#lib/time.ts';
import { redraw } from './page-marks.ts';

const ALARM = 'sync';
/** How long a lost poke can delay a sync, at most. */
const PERIOD_MINUTES = 5;
const RETRY_MINUTES = 0.5;

/** `after` is called when a sync ends, successful or not, because something may have changed. */
export function createSyncLoop(db: SidelineDb, after: () => void) {
  let running: Promise<void> | undefined;
  let requested = false;
  let live: AbortController | undefined;

  async function once(): Promise<void> {
    const account = await loadAccount();
    if (!account) return;
    const signal = AbortSignal.timeout(5 * MINUTE);
    const outcome = await syncOnce({ db, account, fetch: fetch.bind(globalThis), now: Date.now, signal });
    await report(outcome);
    if (outcome.ok) {
      // Connect only now: before the sync the token may have expired, and live pokes would be useless.
      connect();
      if (outcome.places.length > 0) await redraw(db, outcome.places);
    } else if (outcome.reason === 'signed-out') {
      disconnect();
      if (outcome.revoked) await redraw(db, await wipeReceived(db, account.workspaceId));
    } else await browser.alarms.create('sync-retry', { delayInMinutes: RETRY_MINUTES });
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
        while (requested) {
          requested = false;
          await once();
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
  function restart(): Promise<void> {
    disconnect();
    return wake();
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
