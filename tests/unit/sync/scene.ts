/** Sets up a device, a model server and whatever a test puts between them. */
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { type SyncOutcome, syncOnce } from '#lib/sync/engine.ts';
import { freshDb } from '#tests/unit/store/open.ts';
import { ModelServer, type ModelServerOptions, WORKSPACE } from './model-server.ts';

export const NOW = 50_000;

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface Scene {
  db: SidelineDb;
  server: ModelServer;
  account: { server: string; token: string; workspaceId: string; memberId: string };
  /** Syncs through `fetch`, or straight to the model server. */
  sync(fetch?: Fetch, signal?: AbortSignal): Promise<SyncOutcome>;
}

/** The device of `memberId` in the model's workspace, signed in, with an empty database. */
export async function deviceOf(server: ModelServer, memberId = 'ann'): Promise<Scene> {
  const db = freshDb();
  const account = {
    server: 'https://team.example',
    token: `token-${memberId}`,
    workspaceId: WORKSPACE,
    memberId,
  };
  server.tokens.set(account.token, memberId);
  await saveIdentity(db, {
    workspaceId: WORKSPACE,
    workspaceName: '',
    memberId,
    name: memberId,
    server: account.server,
    members: [],
  });
  return {
    db,
    server,
    account,
    sync: (fetch = server.fetch, signal) =>
      syncOnce({ db, account, fetch: fetch as typeof globalThis.fetch, now: () => NOW, signal }),
  };
}

export function newServer(options: Partial<ModelServerOptions> = {}): ModelServer {
  return new ModelServer({ members: ['ann', 'bob'], ...options });
}

/** A fetch that answers the given calls, such as `GET /v1/pull`, and leaves the others to the server. */
export function instead(server: ModelServer, answers: Record<string, Fetch>): Fetch {
  return (input, init) => {
    const call = `${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`;
    return (answers[call] ?? server.fetch)(input, init);
  };
}

/** Answers a pull with a single page. */
export function page(records: unknown[], changes: object = {}): Fetch {
  return async () => Response.json({ records, removed: [], cursor: 'c1', more: false, ...changes });
}

/** The states of all rows, by id. */
export async function statesOf(db: SidelineDb): Promise<Record<string, string>> {
  return Object.fromEntries((await db.records.toArray()).map(row => [row.id, row.sync]));
}

export const byOther = (record: Envelope): Envelope => ({ ...record, authorId: 'bob', subjectId: 'ann' });
