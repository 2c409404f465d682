/**
 * The device's account at a server. The token lies in local storage that only trusted contexts may read (set at every
 * start, below); everything else about the member is in the database, where the sidebar reads it live.
 */
import { browser } from 'wxt/browser';
import type { SyncAccount } from '#lib/sync/engine.ts';

const KEY = 'account';

/** Content scripts may read storage.local by default; a page's script has no business with the token. */
export async function guardStorage(): Promise<void> {
  // Firefox has no setAccessLevel; there content scripts of ours are the only ones that could read it.
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
