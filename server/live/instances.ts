/** What one instance does with what the others say, and what it says to them: the hub and the limits, shared. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type DoorName, doorNames, type RateLimiter } from '#server/http/rate-limit.ts';
import type { Tables } from '#server/store/schema.ts';
import type { BusItem } from './bus.ts';
import type { LiveHub, LocalHub } from './hub.ts';

/**
 * Counted by each instance for itself: they bound what one device asks for, thousands of times an hour, and telling
 * each other would cost more than it saves. All other doors are counted together.
 */
const OWN_COUNT: readonly DoorName[] = ['push', 'pull', 'ticket', 'deviceToken'];

type Post = (item: BusItem) => void;

/** A hub whose news also reach the devices that are connected to other instances. */
export function shareHub(local: LocalHub, post: Post): LiveHub {
  return {
    add: local.add,
    count: local.count,
    news(workspaceId, touched, fromDevice) {
      local.news(workspaceId, touched, fromDevice);
      if (touched.size === 0) return;
      post({ type: 'news', workspace: workspaceId, members: [...touched], device: fromDevice ?? '' });
    },
    closeDevice(deviceId) {
      local.closeDevice(deviceId);
      post({ type: 'close', device: deviceId });
    },
  };
}

/** Limits that count the tries at other instances too, a few ms late. Keys travel as hashes. */
export function shareLimits(local: RateLimiter, post: Post): RateLimiter {
  const isShared = (door: DoorName) => !OWN_COUNT.includes(door);
  return {
    take(door, key) {
      if (!isShared(door)) return local.take(door, key);
      const hidden = hide(key);
      const wait = local.take(door, hidden);
      if (wait === 0) post({ type: 'try', door, key: hidden });
      return wait;
    },
    giveBack(door, key) {
      if (!isShared(door)) {
        local.giveBack(door, key);
        return;
      }
      const hidden = hide(key);
      local.giveBack(door, hidden);
      post({ type: 'give-back', door, key: hidden });
    },
  };
}

/** Carries out what another instance said. */
export function hearItem(hub: LocalHub, limits: RateLimiter, item: BusItem): void {
  switch (item.type) {
    case 'news':
      hub.news(item.workspace, new Set(item.members), item.device || undefined);
      return;
    case 'close':
      hub.closeDevice(item.device);
      return;
    case 'try':
    case 'give-back': {
      const door = doorNames.find(name => name === item.door);
      if (door === undefined) return;
      if (item.type === 'try') limits.take(door, item.key);
      else limits.giveBack(door, item.key);
      return;
    }
    case 'gap':
  }
}

/** After being cut off: everybody pulls once, and devices that were signed out meanwhile are hung up on. */
export async function catchUp(hub: LocalHub, db: Kysely<Tables>): Promise<void> {
  hub.pokeAll();
  for (const [workspaceId, deviceIds] of hub.connected()) {
    const known = await db
      .selectFrom('devices')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .execute();
    const ids = new Set(known.map(row => row.id));
    for (const deviceId of deviceIds) if (!ids.has(deviceId)) hub.closeDevice(deviceId);
  }
}

function hide(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}
