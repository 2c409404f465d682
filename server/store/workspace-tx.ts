/**
 * The only way to change a workspace: a transaction that locks the workspace's row, gives out its sequence numbers and
 * leaves a tagged commit. Commits of one workspace are serial, so a reader can never skip a number that is still to
 * come; workspaces never wait for each other.
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
  /** Members for whom something changed; may contain EVERYONE. */
  touched: Set<string>;
  /** Gives out the next `count` sequence numbers and returns the first of them. */
  take(count?: number): number;
  /** Adds an entry to the workspace's audit log; it is committed with this transaction or not at all. */
  log(entry: AuditInput): void;
  /** Statements to run together at the end of the transaction, after those of `work` itself. */
  finally(queries: readonly CompiledQuery[]): void;
}

export class UnknownWorkspace extends Error {
  override name = 'UnknownWorkspace';
}

/** Runs `work` and commits. Everything is durable when the promise resolves. */
export function changeWorkspace<T>(
  db: Kysely<Tables>,
  workspaceId: string,
  now: number,
  work: (tx: WorkspaceTx) => Promise<T>,
): Promise<{ result: T; touched: ReadonlySet<string> }> {
  return lookAndChange(db, workspaceId, now, () => [], work);
}

/**
 * The same for work that knows beforehand what it has to read. Those queries travel together with the one for the
 * workspace's row, and read within this transaction.
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
        // What we read is from before those changes.
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
      // We hash the log entries while the database runs the other statements.
      written = (await pipelineAndCommit(trx, [() => last, accounts])).done;
      // Within somebody else's transaction there is no commit of ours.
      if (db.isTransaction) await written;
      return { result, touched: tx.touched };
    });
  } catch (error) {
    // When the commit fails because a statement failed before it, that statement's error says why.
    await written;
    throw error;
  }
}

/** Joins `db` if that is a transaction already: then everything is kept or dropped together with it. */
function inTransaction<T>(db: Kysely<Tables>, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
}

/** Locks the workspace for this transaction: whoever else wants to change it waits for the commit. */
function rowForUpdate(trx: Transaction<Tables>, workspaceId: string) {
  const row = trx
    .selectFrom('workspaces')
    .select(['seq', 'next_change_at', 'audit_count', 'audit_hash'])
    .where('id', '=', workspaceId);
  // SQLite has no row locks and needs none: this process has the only connection, and one transaction at a time.
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

/** Creates the row that counts the sequence numbers, and the commit that the first cursors refer to. */
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

/** The statement that leaves a commit. `seq` is the last number that it gave out. */
function commitOf(trx: Transaction<Tables>, workspaceId: string, seq: number): CompiledQuery {
  return trx.insertInto('commits').values({ workspace_id: workspaceId, seq, tag: newTag() }).compile();
}

export function concerns(touched: ReadonlySet<string>, memberId: string): boolean {
  return touched.has(memberId) || touched.has(EVERYONE);
}

function newTag(): string {
  return randomBytes(9).toString('base64url');
}
