/** When the background syncs: at once where there is more, and not before a busy server wants it. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSyncLoop } from '#lib/background/sync-loop.ts';
import type { SyncOutcome } from '#lib/sync/engine.ts';
import { HOUR, MINUTE } from '#lib/time.ts';
import { freshDb } from '../store/open.ts';

const world = vi.hoisted(() => ({ sync: vi.fn(), alarms: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { alarms: { create: world.alarms } } }));
vi.mock('#lib/sync/engine.ts', () => ({ syncOnce: world.sync }));
vi.mock('#lib/sync/live.ts', () => ({ connectLive: () => {} }));
vi.mock('#lib/background/page-marks.ts', () => ({ redraw: async () => {} }));
vi.mock('#lib/device/account.ts', () => ({ loadAccount: async () => ({ workspaceId: 'team', token: 't' }) }));

const WELL: SyncOutcome = { ok: true, pushed: 0, pulled: 0, places: [] };
const MORE: SyncOutcome = { ...WELL, pulled: 500, more: true };
const busy = (retryAfter?: number): SyncOutcome => ({
  ok: false,
  reason: 'busy',
  message: 'Too many.',
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

beforeEach(() => {
  world.sync.mockReset().mockResolvedValue(WELL);
  world.alarms.mockReset();
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

describe('where there is more', () => {
  it('the next sync comes at once, until there is no more', async () => {
    world.sync.mockResolvedValueOnce(MORE).mockResolvedValueOnce(MORE);
    await createSyncLoop(freshDb(), () => {}).wake();
    expect(world.sync).toHaveBeenCalledTimes(3);
  });

  it('a server that never stops saying so is asked again later', async () => {
    world.sync.mockResolvedValue(MORE);
    await createSyncLoop(freshDb(), () => {}).wake();
    expect(world.alarms).toHaveBeenCalledWith('sync-retry', { delayInMinutes: 0.5 });
  });
});

describe('a server that is busy', () => {
  it('is left alone as long as it says, whatever wakes us, even after the worker was stopped', async () => {
    const db = freshDb();
    world.sync.mockResolvedValueOnce(busy(10 * MINUTE));
    await createSyncLoop(db, () => {}).wake();
    expect(world.alarms).toHaveBeenLastCalledWith('sync-retry', { delayInMinutes: 10 });

    vi.setSystemTime(1_000_000 + 4 * MINUTE);
    await createSyncLoop(db, () => {}).wake();
    expect(world.sync).toHaveBeenCalledTimes(1);
    expect(world.alarms).toHaveBeenLastCalledWith('sync-retry', { delayInMinutes: 6 });

    vi.setSystemTime(1_000_000 + 10 * MINUTE);
    await createSyncLoop(db, () => {}).wake();
    expect(world.sync).toHaveBeenCalledTimes(2);
  });

  it('is tried again soon if it does not say when', async () => {
    const db = freshDb();
    world.sync.mockResolvedValueOnce(busy());
    await createSyncLoop(db, () => {}).wake();
    expect(world.alarms).toHaveBeenLastCalledWith('sync-retry', { delayInMinutes: 0.5 });
    await createSyncLoop(db, () => {}).wake();
    expect(world.sync).toHaveBeenCalledTimes(2);
  });

  it('does not stop another account, nor for long a device whose clock is set back', async () => {
    const db = freshDb();
    const loop = createSyncLoop(db, () => {});
    world.sync.mockResolvedValueOnce(busy(HOUR)).mockResolvedValueOnce(busy(HOUR));
    await loop.wake();
    await loop.restart();
    expect(world.sync).toHaveBeenCalledTimes(2);
    vi.setSystemTime(1000);
    await loop.wake();
    expect(world.sync).toHaveBeenCalledTimes(3);
  });
});

describe('a network that was away for a moment', () => {
  const away: SyncOutcome = { ok: false, reason: 'offline', message: 'No answer.' };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: 1_000_000 });
  });

  it('is noticed within seconds, long before an alarm could ring', async () => {
    let ended = Promise.withResolvers<void>();
    world.sync.mockResolvedValueOnce(away).mockResolvedValueOnce(away);
    void createSyncLoop(freshDb(), () => ended.resolve()).wake();
    for (const ms of [1_000, 2_000]) {
      await ended.promise;
      ended = Promise.withResolvers();
      vi.advanceTimersByTime(ms);
    }
    await ended.promise;
    expect(world.sync).toHaveBeenCalledTimes(3);
  });

  it('is left to the alarm once it stays away', async () => {
    world.sync.mockResolvedValue(away);
    const loop = createSyncLoop(freshDb(), () => {});
    for (let look = 0; look < 12; look++) {
      await loop.wake();
      vi.runOnlyPendingTimers();
    }
    await loop.wake();
    expect(vi.getTimerCount()).toBe(0);
    expect(world.alarms).toHaveBeenLastCalledWith('sync-retry', { delayInMinutes: 0.5 });
  });
});
