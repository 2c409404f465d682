/**
 * The one way to change a workspace: a transaction that holds the workspace's row, gives out its sequence numbers and
 * leaves a tagged commit. Commits of one workspace are serial, so no reader can pass a gap; workspaces never wait for
 * each other.
 */
import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { type AuditInput, continueChain, NO_ENTRIES } from '#server/audit/chain.ts';
import { settleAssignments } from './assignments.ts';
import { kindOf } from './database.ts';
import { insertRows } from './insert-rows.ts';
import { EVERYONE, type Tables } from './schema.ts';

export interface WorkspaceTx {
  trx: Transaction<Tables>;
  workspaceId: string;
  /** ms since 1970, the same for the whole transaction. */
  now: number;
  /** Members for whom something changed; may hold EVERYONE. */
  touched: Set<string>;
  /** Gives out the next `count` sequence numbers and returns the first of them. */
  take(count?: number): number;
  /** Puts an entry into the workspace's audit log, with this transaction or not at all. */
  log(entry: AuditInput): void;
}

export class UnknownWorkspace extends Error {
  override name = 'UnknownWorkspace';
}

/** Runs `work` and commits; all of it is durable when the promise resolves. */
export function changeWorkspace<T>(
  db: Kysely<Tables>,
  workspaceId: string,
  now: number,
  work: (tx: WorkspaceTx) => Promise<T>,
): Promise<{ result: T; touched: ReadonlySet<string> }> {
  return db.transaction().execute(async trx => {
    const row = await readForUpdate(trx, workspaceId);
    if (!row) throw new UnknownWorkspace(workspaceId);
    let seq = row.seq;
    const entries: AuditInput[] = [];
    const tx: WorkspaceTx = {
      trx,
      workspaceId,
      now,
      touched: new Set(),
      take(count = 1) {
        const first = seq + 1;
        seq += count;
        return first;
      },
      log: entry => entries.push(entry),
    };
    if (row.next_change_at !== null && row.next_change_at <= now) await settleAssignments(tx);
    const result = await work(tx);
    const before = { count: row.audit_count ?? 0, hash: row.audit_hash ?? '' };
    const { rows, head } = continueChain(before, workspaceId, now, entries);
    if (rows.length > 0) await insertRows(trx, 'audit', AUDIT_COLUMNS, rows);
    if (seq !== row.seq) {
      await trx.insertInto('commits').values({ workspace_id: workspaceId, seq, tag: newTag() }).execute();
    }
    if (seq !== row.seq || rows.length > 0) {
      await trx
        .updateTable('workspaces')
        .set({ seq, audit_count: head.count, audit_hash: head.hash })
        .where('id', '=', workspaceId)
        .execute();
    }
    return { result, touched: tx.touched };
  });
}

/** Takes the workspace for this transaction: whoever else wants to change it waits until it has committed. */
function readForUpdate(trx: Transaction<Tables>, workspaceId: string) {
  const row = trx
    .selectFrom('workspaces')
    .select(['seq', 'next_change_at', 'audit_count', 'audit_hash'])
    .where('id', '=', workspaceId);
  // SQLite has no row locks and needs none: this process has its only connection, for one transaction at a time.
  return (kindOf(trx) === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
}

const AUDIT_COLUMNS = [
  'workspace_id',
  'n',
  'at',
  'kind',
  'actor_id',
  'subject_id',
  'type',
  'target_id',
  'detail',
  'hash',
] as const satisfies (keyof Tables['audit'])[];

/** The row that counts, and the commit that the first cursors stand on. */
export async function createWorkspace(db: Kysely<Tables>, workspaceId: string): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx
      .insertInto('workspaces')
      .values({
        id: workspaceId,
        seq: 0,
        next_change_at: null,
        audit_count: NO_ENTRIES.count,
        audit_hash: NO_ENTRIES.hash,
        retention_months: null,
      })
      .execute();
    await trx.insertInto('commits').values({ workspace_id: workspaceId, seq: 0, tag: newTag() }).execute();
  });
}

export function concerns(touched: ReadonlySet<string>, memberId: string): boolean {
  return touched.has(memberId) || touched.has(EVERYONE);
}

function newTag(): string {
  return randomBytes(9).toString('base64url');
}
