/** Checks a workspace's audit log from the first entry to the last. */
import type { Kysely } from 'kysely';
import type { Tables } from '#server/store/schema.ts';
import { type AuditRow, type ChainHead, hashEntry, NO_ENTRIES } from './chain.ts';

export type AuditFinding =
  | { ok: true; workspaceId: string; head: ChainHead }
  /** `at`: the number of the first entry that is not as it was written, or that is missing. */
  | { ok: false; workspaceId: string; at: number; reason: 'changed' | 'missing' | 'unknown-end' };

/** Entries read at once. */
const PAGE = 1000;

/**
 * Compares every entry with its hash and the last with the workspace's row. Whoever can rewrite the whole database
 * can also forge a whole chain. To catch that, keep the printed `head` somewhere else and pass it as `known` next time:
 * it has to be part of the chain.
 */
export async function verifyAudit(
  db: Kysely<Tables>,
  workspaceId: string,
  known?: ChainHead,
): Promise<AuditFinding> {
  // Read the end first: entries that are added while we check come after it.
  const end = await readHead(db, workspaceId);
  let head: ChainHead = NO_ENTRIES;
  const bad = (at: number, reason: 'changed' | 'missing' | 'unknown-end'): AuditFinding => ({
    ok: false,
    workspaceId,
    at,
    reason,
  });
  for (let page = await readPage(db, workspaceId, 0); page.length > 0; ) {
    for (const row of page) {
      if (row.n !== head.count + 1) return bad(head.count + 1, 'missing');
      if (row.hash !== hashEntry(head.hash, row)) return bad(row.n, 'changed');
      head = { count: row.n, hash: row.hash };
      if (row.n === end.count && row.hash !== end.hash) return bad(row.n, 'unknown-end');
      if (row.n === known?.count && row.hash !== known.hash) return bad(row.n, 'changed');
    }
    page = await readPage(db, workspaceId, head.count);
  }
  if (head.count < Math.max(end.count, known?.count ?? 0)) return bad(head.count + 1, 'missing');
  // There must be no entry after the end that the workspace's row names.
  if (head.count > end.count && head.count > (await readHead(db, workspaceId)).count) {
    return bad(end.count + 1, 'unknown-end');
  }
  return { ok: true, workspaceId, head };
}

/** All workspaces, one after the other. */
export async function* verifyAll(db: Kysely<Tables>): AsyncGenerator<AuditFinding> {
  const workspaces = await db.selectFrom('workspaces').select('id').orderBy('id').execute();
  for (const { id } of workspaces) yield await verifyAudit(db, id);
}

async function readHead(db: Kysely<Tables>, workspaceId: string): Promise<ChainHead> {
  const row = await db
    .selectFrom('workspaces')
    .select(['audit_count', 'audit_hash'])
    .where('id', '=', workspaceId)
    .executeTakeFirst();
  return { count: row?.audit_count ?? 0, hash: row?.audit_hash ?? '' };
}

function readPage(db: Kysely<Tables>, workspaceId: string, after: number): Promise<AuditRow[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('n', '>', after)
    .orderBy('n')
    .limit(PAGE)
    .execute();
}
