/** This device's account at one server. The background keeps it. */
export interface SyncAccount {
  /** The server's address without a trailing slash (see server-address.ts). */
  server: string;
  /** The device's own sync token. */
  token: string;
  workspaceId: string;
  memberId: string;
}
