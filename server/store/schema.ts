/**
 * The tables. Ours have snake_case columns, and keys that begin with the workspace, so that the data could be spread
 * over machines by workspace. The camelCase tables belong to the auth library; only the columns that we read are named.
 * Instants are ms since 1970 in our tables, and ISO texts in the library's.
 */
import type { Insertable, Selectable } from 'kysely';
import type { AuditRow } from '#server/audit/chain.ts';

interface WorkspaceTable {
  id: string;
  /** The last sequence number given out. The transaction that writes raises it, so a workspace's commits are serial. */
  seq: number;
  /** When the next assignment begins or ends; null when there is none. */
  next_change_at: number | null;
  /** The end of the audit log: the number and the hash of its last entry; null before the first. */
  audit_count: number | null;
  audit_hash: string | null;
  /** Records that nobody has changed for this many months are erased; null keeps them for ever. */
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
  /** When the server received the first revision, by its own clock. */
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
 * "Something about this record changed for this member." A pull walks these rows, and finds what the member wrote
 * themself in `records`. They only say where to look: `maySee` decides at reading what is sent. `EVERYONE` stands for
 * all members.
 */
interface FeedTable {
  workspace_id: string;
  member_id: string;
  record_id: string;
  seq: number;
}

/**
 * One row for each transaction; `seq` is its last number. Cursors contain the random tag, which reveals a restored
 * server.
 */
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
  /** SHA-256 of the sync token, hex. The token itself is not stored. */
  token_hash: string;
  created_at: number;
  seen_at: number;
}

/** Tokens of devices that were signed out, so that we can tell them so, and not only that we do not know them. */
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

/** What the approving page shows about a device code, and the workspace chosen there. Until then there is none. */
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

/** Browsers in which a person has signed in before. The id is only worth something with our signature of it. */
interface KnownBrowserTable {
  id: string;
  user_id: string;
  /** The last session in which that browser was signed in; it may be over. */
  session_id: string;
  expires_at: number;
}

/**
 * People who were removed from a workspace. Their names stay on what they wrote, and they get their old id if they
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

/** A figure about a group that was shown to somebody: see server/insight/shown-figures.ts. */
interface ShownFigureTable {
  workspace_id: string;
  metric: string;
  id: string;
  /** Whom it is about, in which periods, as JSON. Ids only. */
  cells: string;
  /** As it was shown, as JSON. */
  value: string;
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

/** Links and challenges that are valid for some minutes. */
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
  known_browsers: KnownBrowserTable;
  former_members: FormerMemberTable;
  shown_figures: ShownFigureTable;
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

/** In `feed.member_id`: all members of the workspace. Member ids consist of letters and digits, so none can be this. */
export const EVERYONE = '*';
/** In `records.author_id`: nothing is left of this record but its id, see exchange/erasure/purge.ts. */
export const NOBODY = '-';
