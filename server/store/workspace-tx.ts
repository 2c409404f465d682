/**
 * The one way to change a workspace: a transaction that holds the workspace's row, gives out its sequence numbers and
 * leaves a tagged commit. Commits of one workspace are serial, so no reader can pass a gap; workspaces never wait for
 * each other.
 */
import { randomBytes } from 'node:crypto';
import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import { type AuditInput, continueChain, NO_ENTRIES } from '#server/audit/chain.ts';
import { settleAssignments } from './assignments.ts';
import { kindOf } from './database.ts';
import { type ColumnsOf, insertionOf } from './insert-rows.ts';
import { pipeline, pipelineAndCommit, type RowsOf } from './pipeline.ts';
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
  /** Statements that are carried out at the end of the transaction, all at once, after those of `work` itself. */
  finally(queries: readonly CompiledQuery[]): void;
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
  return lookAndChange(db, workspaceId, now, () => [], work);
}

/**
 * The same for work that knows before what it has to read: that is asked together with the workspace's row, and what it
 * gives is of this transaction.
 */
export async function lookAndChange<const Q extends readonly CompiledQuery[], T>(
  db: Kysely<Tables>,
  workspaceId: string,
  now: number,
  look: (db: Kysely<Tables>) => Q,
  work: (tx: WorkspaceTx, seen: RowsOf<Q>) => Promise<T>,
): Promise<{ result: T; touched: ReadonlySet<string> }> {
  let written: Promise<unknown> | undefined;
  try {
    return await inTransaction(db, async trx => {
      const queries = look(trx);
      const [rows, ...looked] = await pipeline(trx, [rowForUpdate(trx, workspaceId), ...queries]);
      let seen = looked as unknown as RowsOf<Q>;
      const [row] = rows;
      if (!row) throw new UnknownWorkspace(workspaceId);
      let seq = row.seq;
      const entries: AuditInput[] = [];
      const last: CompiledQuery[] = [];
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
        finally: more => last.push(...more),
      };
      if (row.next_change_at !== null && row.next_change_at <= now) {
        await settleAssignments(tx);
        // What was seen is from before.
        seen = await pipeline(trx, queries);
      }
      const result = await work(tx, seen);
      const accounts = () => {
        const before = { count: row.audit_count ?? 0, hash: row.audit_hash ?? '' };
        const { rows: log, head } = continueChain(before, workspaceId, now, entries);
        const counted = { seq, audit_count: head.count, audit_hash: head.hash };
        const count = trx.updateTable('workspaces').set(counted).where('id', '=', workspaceId);
        return [
          ...insertionOf(trx, 'audit', AUDIT_COLUMNS, log),
          ...(seq === row.seq ? [] : [commitOf(trx, workspaceId, seq)]),
          ...(seq === row.seq && log.length === 0 ? [] : [count.compile()]),
        ];
      };
      // The log is written up while the database carries out the rest.
      written = (await pipelineAndCommit(trx, [() => last, accounts])).done;
      // In another's transaction no commit follows.
      if (db.isTransaction) await written;
      return { result, touched: tx.touched };
    });
  } catch (error) {
    // Where the commit found the transaction broken, it is the statement that broke it which says why.
    await written;
    throw error;
  }
}

/** Within `db` where that is a transaction already: then all is kept, or nothing is, when that one ends. */
function inTransaction<T>(db: Kysely<Tables>, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
}

/** Takes the workspace for this transaction: whoever else wants to change it waits until it has committed. */
function rowForUpdate(trx: Transaction<Tables>, workspaceId: string) {
  const row = trx
    .selectFrom('workspaces')
    .select(['seq', 'next_change_at', 'audit_count', 'audit_hash'])
    .where('id', '=', workspaceId);
  // SQLite has no row locks and needs none: this process has its only connection, for one transaction at a time.
  return (kindOf(trx) === 'postgres' ? row.forUpdate() : row).compile();
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
] as const satisfies ColumnsOf<'audit'>;

/** The row that counts, and the commit that the first cursors stand on. */
export async function createWorkspace(db: Kysely<Tables>, workspaceId: string): Promise<void> {
  await inTransaction(db, async trx => {
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
    await trx.executeQuery(commitOf(trx, workspaceId, 0));
  });
}

/** What leaves a commit: `seq` is the last number that it gave out. */
function commitOf(trx: Transaction<Tables>, workspaceId: string, seq: number): CompiledQuery {
  return trx.insertInto('commits').values({ workspace_id: workspaceId, seq, tag: newTag() }).compile();
}

export function concerns(touched: ReadonlySet<string>, memberId: string): boolean {
  return touched.has(memberId) || touched.has(EVERYONE);
}

function newTag(): string {
  return randomBytes(9).toString('base64url');
}
