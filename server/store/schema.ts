/**
 * The tables. Ours have snake_case columns and keys that begin with the workspace, which is also how the data can be
 * spread over machines; the auth library owns the camelCase ones, of which only the columns that we read are named.
 * Instants are ms since 1970 in our tables, ISO texts in the library's.
 */
import type { Insertable, Selectable } from 'kysely';
import type { AuditRow } from '#server/audit/chain.ts';

interface WorkspaceTable {
  id: string;
  /** The last sequence number given out. Raised in the transaction that writes: commits of a workspace are serial. */
  seq: number;
  /** When the next assignment begins or ends by date; null when none will. */
  next_change_at: number | null;
  /** Where the audit log stands: the number of its last entry and that one's hash; null before the first. */
  audit_count: number | null;
  audit_hash: string | null;
  /** Records that nobody changed for so many months are erased; null keeps them for ever. */
  retention_months: number | null;
}

interface RecordTable {
  workspace_id: string;
  id: string;
  type: string;
  author_id: string;
  subject_id: string | null;
  audience: string;
  rev: number;
  seq: number;
  /** 1 for a tombstone. */
  deleted: number;
  created_at: number;
  /** When the server got the first revision, by its own clock. */
  received_at: number;
  /** The whole record as JSON, unknown fields included. */
  record: string;
}

/** Which records answer or build on which: one row for each of a record's `refs`. */
interface RefTable {
  workspace_id: string;
  ref_id: string;
  record_id: string;
}

/**
 * "Something about this record changed for this member": what a pull walks, beside what the member wrote themself,
 * which is found in `records`. It is only a list of places to look; what is sent is decided by `maySee` when it is
 * read. `EVERYONE` stands for all members.
 */
interface FeedTable {
  workspace_id: string;
  member_id: string;
  record_id: string;
  seq: number;
}

/** One row a transaction; `seq` is its last. A cursor bears the random tag, so a restored server is found out. */
interface CommitTable {
  workspace_id: string;
  seq: number;
  tag: string;
}

interface AssignmentTable {
  workspace_id: string;
  id: string;
  coach_id: string;
  coachee_id: string;
  from_at: number;
  /** The instant from which it no longer holds; null while open. */
  to_at: number | null;
  state: 'waiting' | 'active' | 'ended';
}

interface DeviceTable {
  workspace_id: string;
  id: string;
  member_id: string;
  name: string;
  /** SHA-256 of the sync token, hex. The token itself is nowhere. */
  token_hash: string;
  created_at: number;
  seen_at: number;
}

/** Tokens of devices that were signed out, so that they can be told so and not only that they are unknown. */
interface RevokedTokenTable {
  workspace_id: string;
  token_hash: string;
  /** ms since 1970. */
  revoked_at: number;
}

interface TicketTable {
  workspace_id: string;
  hash: string;
  device_id: string;
  member_id: string;
  expires_at: number;
}

/** What the approving page shows about a device code, and what was chosen there. No workspace is known before. */
interface DeviceRequestTable {
  /** SHA-256 of the device code, hex. */
  code_hash: string;
  user_code: string;
  device_name: string;
  /** Network address of the device. */
  asked_from: string;
  asked_at: number;
  expires_at: number;
  /** Chosen by the person who approved. */
  workspace_id: string | null;
}

/**
 * Who was taken out of a workspace: their name stays readable on what they wrote, and they keep their id if they
 * return.
 */
interface FormerMemberTable {
  workspace_id: string;
  member_id: string;
  user_id: string;
  name: string;
  /** ms since 1970. */
  left_at: number;
}

interface AuthUserTable {
  id: string;
  name: string;
  email: string;
}

interface AuthMemberTable {
  id: string;
  organizationId: string;
  userId: string;
  /** Comma-separated. */
  role: string;
  createdAt: string;
}

interface AuthOrganizationTable {
  id: string;
  name: string;
}

interface AuthInvitationTable {
  id: string;
  organizationId: string;
  email: string;
  role: string;
  status: string;
  expiresAt: string;
  inviterId: string;
  /** JSON list of the member ids that are to coach the invited person. */
  coachIds: string | null;
}

interface AuthSessionTable {
  id: string;
  token: string;
  userId: string;
  createdAt: string;
  updatedAt: string;
  expiresAt: string;
  userAgent: string | null;
  activeOrganizationId: string | null;
}

/** How a person can sign in: `credential` (a password) or a provider. */
interface AuthAccountTable {
  id: string;
  userId: string;
  providerId: string;
  password: string | null;
}

interface AuthPasskeyTable {
  id: string;
  userId: string;
  name: string | null;
  createdAt: string | null;
}

/** Links and challenges that are good for minutes. */
interface AuthVerificationTable {
  id: string;
  value: string;
  expiresAt: string;
}

interface AuthDeviceCodeTable {
  id: string;
  userId: string | null;
  expiresAt: string;
  lastPolledAt: string | null;
}

export interface Tables {
  workspaces: WorkspaceTable;
  records: RecordTable;
  refs: RefTable;
  feed: FeedTable;
  commits: CommitTable;
  audit: AuditRow;
  assignments: AssignmentTable;
  devices: DeviceTable;
  tickets: TicketTable;
  revoked_tokens: RevokedTokenTable;
  device_requests: DeviceRequestTable;
  former_members: FormerMemberTable;
  user: AuthUserTable;
  member: AuthMemberTable;
  organization: AuthOrganizationTable;
  invitation: AuthInvitationTable;
  session: AuthSessionTable;
  account: AuthAccountTable;
  passkey: AuthPasskeyTable;
  verification: AuthVerificationTable;
  deviceCode: AuthDeviceCodeTable;
}

export type RecordRow = Selectable<RecordTable>;
export type NewRecordRow = Insertable<RecordTable>;
export type Assignment = Selectable<AssignmentTable>;
export type Device = Selectable<DeviceTable>;

/** In `feed.member_id`: all members of the workspace. Member ids are letters and digits, so none can be this. */
export const EVERYONE = '*';
/** In `records.author_id`: of this record there is nothing left but its id, see exchange/purge.ts. */
export const NOBODY = '-';
