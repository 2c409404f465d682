/** Shares the hub and the rate limits between instances: posts what happens here, and applies what others post. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type BucketName, bucketNames, type RateLimiter } from '#server/http/rate-limit.ts';
import type { Tables } from '#server/store/schema.ts';
import type { BusItem } from './bus.ts';
import type { LiveHub, LocalHub } from './hub.ts';

/**
 * Buckets that each instance counts for itself: a device fills them thousands of times an hour, and sharing that would
 * cost more than it saves. All other buckets are counted together.
 */
const OWN_COUNT: readonly BucketName[] = ['push', 'pull', 'counts', 'ticket', 'deviceToken'];

type Post = (item: BusItem) => void;

/** A hub that also reaches devices which are connected to other instances. */
export function shareHub(local: LocalHub, post: Post): LiveHub {
  return {
    add: local.add,
    count: local.count,
    notify(workspaceId, touched, fromDevice) {
      local.notify(workspaceId, touched, fromDevice);
      if (touched.size === 0) return;
      post({ type: 'news', workspace: workspaceId, members: [...touched], device: fromDevice ?? '' });
    },
    closeDevice(deviceId) {
      local.closeDevice(deviceId);
      post({ type: 'close', device: deviceId });
    },
  };
}

/** Limits that also count tries at other instances, a few ms late. Keys are sent as hashes. */
export function shareLimits(local: RateLimiter, post: Post): RateLimiter {
  const isShared = (bucket: BucketName) => !OWN_COUNT.includes(bucket);
  return {
    take(bucket, key) {
      if (!isShared(bucket)) return local.take(bucket, key);
      const hidden = hide(key);
      const wait = local.take(bucket, hidden);
      if (wait === 0) post({ type: 'try', door: bucket, key: hidden });
      return wait;
    },
    giveBack(bucket, key) {
      if (!isShared(bucket)) {
        local.giveBack(bucket, key);
        return;
      }
      const hidden = hide(key);
      local.giveBack(bucket, hidden);
      post({ type: 'give-back', door: bucket, key: hidden });
    },
    size: local.size,
  };
}

/** Applies what another instance posted. */
export function onBusItem(hub: LocalHub, limits: RateLimiter, item: BusItem): void {
  switch (item.type) {
    case 'news':
      hub.notify(item.workspace, new Set(item.members), item.device || undefined);
      return;
    case 'close':
      hub.closeDevice(item.device);
      return;
    case 'try':
    case 'give-back': {
      const bucket = bucketNames.find(name => name === item.door);
      if (bucket === undefined) return;
      if (item.type === 'try') limits.take(bucket, item.key);
      else limits.giveBack(bucket, item.key);
      return;
    }
    case 'gap':
  }
}

/**
 * After this instance was cut off: everybody pulls once, and devices that were signed out meanwhile are disconnected.
 */
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
