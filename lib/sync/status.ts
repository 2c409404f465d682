/** What the sidebar shows about the connection; kept in the database's meta table under `sync`. */
export interface SyncStatus {
  /** `outdated`: the server takes nothing from a version as old as ours. */
  state: 'ok' | 'offline' | 'signed-out' | 'outdated' | 'error';
  message?: string;
  at: number;
}
