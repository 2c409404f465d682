/**
 * The audit log: who did what to which record or member, and when. Ids and types only, never a word of a note. Each
 * entry's hash covers the one before it, and the workspace's own row holds the last hash. So nobody can change, remove,
 * insert or cut off an entry without `verifyAudit` noticing.
 */
import { hash } from 'node:crypto';
import type { Envelope } from '#lib/records/envelope.ts';
import { traitsOf } from '#lib/records/traits.ts';

export const auditKinds = [
  // Records
  'create',
  'send',
  'acknowledge',
  'score',
  'change',
  'take-back',
  'erase',
  // People
  'sign-in',
  'sign-out',
  'password-link',
  'found',
  'invite',
  'withdraw',
  'join',
  'leave',
  'roles',
  'assign',
  'unassign',
  // The workspace
  'settings',
  'export',
  'import',
  'restore',
  'insight',
] as const;
export type AuditKind = (typeof auditKinds)[number];

export interface AuditInput {
  kind: AuditKind;
  /** The member who did it. Absent when the server did it itself, because of a date or a setting. */
  actorId?: string | undefined;
  /** The member whom it is about. */
  subjectId?: string | undefined;
  /** What it was done to: a record's type, or `member`, `device`, `assignment`, `invitation`, `workspace`. */
  type?: string | undefined;
  targetId?: string | undefined;
  /** Ids, counts and settings, as short JSON. */
  detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export interface AuditRow {
  workspace_id: string;
  /** 1, 2, 3 … in each workspace. */
  n: number;
  /** ms since 1970 by the server's clock. The order is that of `n`: a clock can be set back. */
  at: number;
  kind: string;
  actor_id: string | null;
  subject_id: string | null;
  type: string | null;
  target_id: string | null;
  detail: string | null;
  hash: string;
}

/** The end of a workspace's chain. */
export interface ChainHead {
  count: number;
  /** Of the last entry; empty before the first. */
  hash: string;
}

export const NO_ENTRIES: ChainHead = { count: 0, hash: '' };

/** The rows for new entries, and the end of the chain after them. */
export function continueChain(
  head: ChainHead,
  workspaceId: string,
  at: number,
  entries: readonly AuditInput[],
): { rows: AuditRow[]; head: ChainHead } {
  let { count, hash } = head;
  const rows = entries.map(entry => {
    count += 1;
    const row = {
      workspace_id: workspaceId,
      n: count,
      at,
      kind: entry.kind,
      actor_id: entry.actorId ?? null,
      subject_id: entry.subjectId ?? null,
      type: entry.type ?? null,
      target_id: entry.targetId ?? null,
      detail: entry.detail === undefined ? null : JSON.stringify(entry.detail),
    };
    hash = hashEntry(hash, row);
    return { ...row, hash };
  });
  return { rows, head: { count, hash } };
}

export function hashEntry(before: string, row: Omit<AuditRow, 'hash'>): string {
  const { workspace_id, n, at, kind, actor_id, subject_id, type, target_id, detail } = row;
  const text = JSON.stringify([
    before,
    workspace_id,
    n,
    at,
    kind,
    actor_id,
    subject_id,
    type,
    target_id,
    detail,
  ]);
  return hash('sha256', text, 'base64url');
}

/** The log entry for a write of this record. */
export function describeWrite(record: Envelope, isNew: boolean): AuditInput {
  const { type, id, authorId, subjectId } = record;
  return { kind: kindOfWrite(record, isNew), actorId: authorId, subjectId, type, targetId: id };
}

function kindOfWrite(
  { type, authorId, subjectId, audience, deletedAt }: Envelope,
  isNew: boolean,
): AuditKind {
  if (deletedAt !== undefined) return 'take-back';
  if (!isNew) return 'change';
  const { audit } = traitsOf(type);
  const toSomebody = subjectId !== undefined && subjectId !== authorId && audience !== 'author';
  return audit === 'send' && !toSomebody ? 'create' : audit;
}
