/** Sideline's own server as a contender, on either database, and its devices for the measurements that only it takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PullResponse, PushResponse } from '#lib/sync/protocol.ts';
import type { PostgresCluster } from '#testing/server/postgres.ts';
import { type Called, call } from './call.ts';
import { startChild } from './child.ts';
import { batches, type Contender, makeNotes, timed, type Work } from './contender.ts';
import type { Weight } from './weigh.ts';

export interface TeamDevice {
  memberId: string;
  token: string;
}

interface Ready {
  url: string;
  workspaceId: string;
  devices: TeamDevice[];
}

export interface Sideline extends Contender {
  url: string;
  devices: readonly TeamDevice[];
  /** Notes by the writer: about the reader, or for the whole workspace. */
  notes(count: number, audience?: 'pair' | 'workspace'): ReturnType<typeof makeNotes>;
  /** One page for a device, from its cursor on. */
  page(device: TeamDevice, cursor: string | undefined): Promise<Called & { page: PullResponse }>;
  /** Adds this many records of other people to the workspace, or of this member alone. */
  fill(count: number, by?: string): Promise<void>;
  /** How long a small request takes now, in ms. */
  ask(device: TeamDevice): Promise<number>;
  /** Erases everything by and about a member, as an owner's device. */
  erase(owner: TeamDevice, memberId: string): Promise<void>;
  /** Erases what has not changed for a month. */
  retain(): Promise<void>;
  /** Writes the workspace into a file and makes another workspace of it. */
  importAll(): Promise<void>;
  /** What its database takes on the disk. */
  weigh(): Promise<Weight>;
}

/** On SQLite, or in a database of `cluster`. */
export async function startSideline(cluster?: PostgresCluster): Promise<Sideline> {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-bench-'));
  const env: Record<string, string> = { DATA_DIR: folder };
  if (cluster) {
    env.DATABASE_URL = await cluster.createDatabase();
    env.SECRET = 'a secret for measurements, of any length';
  }
  const alsoPid = cluster?.pid();
  const child = await startChild<Ready>('serve-sideline.ts', {
    env,
    ...(alsoPid === undefined ? {} : { alsoPid }),
  });
  const { url, workspaceId, devices } = child.ready;
  const [writer] = devices;
  const reader = devices.find(({ memberId }) => memberId !== writer?.memberId);
  if (!writer || !reader) throw new Error('The team has nobody in it.');
  let cursor: string | undefined;

  async function page(device: TeamDevice, from: string | undefined) {
    const query = from === undefined ? '' : `?cursor=${from}`;
    const called = await call(`${url}/v1/pull${query}`, { token: device.token });
    return { ...called, page: JSON.parse(called.text) as PullResponse };
  }

  async function pull(): Promise<Work> {
    const started = performance.now();
    const work: Work = { records: 0, ms: 0, requests: [] };
    for (let more = true; more; ) {
      const next = await page(reader as TeamDevice, cursor);
      work.requests.push(next.ms);
      work.records += next.page.records.length;
      ({ cursor, more } = next.page);
    }
    return { ...work, ms: performance.now() - started };
  }

  return {
    name: `Sideline on ${cluster ? 'PostgreSQL' : 'SQLite'}`,
    url,
    devices,
    page,
    pull,
    notes: (count, audience = 'pair') =>
      makeNotes(count, { workspaceId, authorId: writer.memberId, subjectId: reader.memberId, audience }),
    push: (records, size) =>
      timed(
        records.length,
        batches(records, size).map(batch => {
          const body = JSON.stringify({ records: batch });
          return async () => {
            const called = await call(`${url}/v1/push`, { token: writer.token, body });
            const { results } = JSON.parse(called.text) as PushResponse;
            if (!results.every(({ status }) => status === 'accepted')) throw new Error(called.text);
            return called;
          };
        }),
      ),
    idle: times =>
      timed(
        0,
        Array.from({ length: times }, () => () => page(reader, cursor)),
      ),
    async fill(count, by) {
      await child.ask({ fill: count, by });
    },
    ask: async ({ token }) => (await call(`${url}/v1/me`, { token })).ms,
    async erase(owner, memberId) {
      const body = JSON.stringify({ memberId, which: 'both' });
      await call(`${url}/v1/erasures`, { token: owner.token, body });
    },
    async retain() {
      await child.ask({ retain: true });
    },
    async importAll() {
      await child.ask({ importAll: join(folder, 'workspace') });
    },
    weigh: async () => (await child.ask({ weigh: true })) as Weight,
    usage: child.usage,
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
