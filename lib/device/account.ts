/**
 * The device's account at a server. The token is in local storage that only trusted contexts may read (set at every
 * start, below). Everything else about the member is in the database, where the sidebar reads it live.
 */
import { browser } from 'wxt/browser';
import type { SyncAccount } from '#lib/sync/engine.ts';

const KEY = 'account';

/** By default content scripts may read storage.local, and a script in a page has no business with the token. */
export async function guardStorage(): Promise<void> {
  // Firefox has no setAccessLevel; there only our own content scripts could read it.
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

export async function loadAccount(): Promise<SyncAccount | undefined> {
  return (await browser.storage.local.get(KEY))[KEY] as SyncAccount | undefined;
}

export async function saveAccount(account: SyncAccount): Promise<void> {
  await browser.storage.local.set({ [KEY]: account });
}

export async function clearAccount(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
