/**
 * The one way to change a workspace: a transaction that holds the workspace's row, gives out its sequence numbers and
 * leaves a tagged commit. Commits of one workspace are serial, so no reader can pass a gap; workspaces never wait for
 * each other.
 */
import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { settleAssignments } from './assignments.ts';
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
    // The no-op write takes the row's lock first, on engines that have row locks.
    const row = await trx
      .updateTable('workspaces')
      .set(eb => ({ seq: eb.ref('seq') }))
      .where('id', '=', workspaceId)
      .returning(['seq', 'next_change_at'])
      .executeTakeFirst();
    if (!row) throw new UnknownWorkspace(workspaceId);
    let seq = row.seq;
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
    };
    if (row.next_change_at !== null && row.next_change_at <= now) await settleAssignments(tx);
    const result = await work(tx);
    if (seq !== row.seq) {
      await trx.updateTable('workspaces').set({ seq }).where('id', '=', workspaceId).execute();
      await trx.insertInto('commits').values({ workspace_id: workspaceId, seq, tag: newTag() }).execute();
    }
    return { result, touched: tx.touched };
  });
}

/** The row that counts, and the commit that the first cursors stand on. */
export async function createWorkspace(db: Kysely<Tables>, workspaceId: string): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx.insertInto('workspaces').values({ id: workspaceId, seq: 0, next_change_at: null }).execute();
    await trx.insertInto('commits').values({ workspace_id: workspaceId, seq: 0, tag: newTag() }).execute();
  });
}

/** Notes that a record changed for these members, under `seq`. */
export async function tellMembers(
  tx: WorkspaceTx,
  members: Iterable<string>,
  recordId: string,
  seq: number,
): Promise<void> {
  const rows = [...members].map(member_id => ({
    workspace_id: tx.workspaceId,
    member_id,
    record_id: recordId,
    seq,
  }));
  if (rows.length === 0) return;
  await tx.trx
    .insertInto('feed')
    .values(rows)
    .onConflict(oc => oc.columns(['workspace_id', 'member_id', 'record_id']).doUpdateSet({ seq }))
    .execute();
  for (const row of rows) tx.touched.add(row.member_id);
}

export function concerns(touched: ReadonlySet<string>, memberId: string): boolean {
  return touched.has(memberId) || touched.has(EVERYONE);
}

function newTag(): string {
  return randomBytes(9).toString('base64url');
}
