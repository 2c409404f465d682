/** This device's standing at one server, as the background keeps it. */
export interface SyncAccount {
  /** The server's address without a slash at its end (see server-address.ts). */
  server: string;
  /** The device's own sync token. */
  token: string;
  workspaceId: string;
  memberId: string;
}
