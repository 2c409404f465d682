/**
 * Signs a browser in with a token that is at hand, as the options page does at the end of the device flow: for the
 * demo and for tests. The flow itself has a test of its own.
 */
import type { Page } from 'playwright-core';
import { until } from '../until.ts';

export interface PlantedAccount {
  account: { server: string; token: string; workspaceId: string; memberId: string };
  identity: {
    workspaceId: string;
    workspaceName: string;
    memberId: string;
    name: string;
    server: string;
    members: unknown[];
  };
}

/** Needs a browser with the extension; leaves no page behind. Resolves when the first sync is done. */
export async function plantAccount(
  browser: { extensionPage(path: string): Promise<Page> },
  { account, identity }: PlantedAccount,
): Promise<void> {
  const page = await browser.extensionPage('options.html');
  await until(() => page.evaluate(hasDatabase), "the extension's database");
  await page.evaluate(plantInPage, { account, identity });
  await page.close();
}

async function hasDatabase(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === 'sideline');
}

/** Runs in the options page, of either browser: it may hold on to nothing outside itself. The message is answered after the first sync. */
export async function plantInPage(planted: PlantedAccount): Promise<void> {
  const opening = indexedDB.open('sideline');
  const db = await new Promise<IDBDatabase>((done, fail) => {
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  await new Promise<void>((done, fail) => {
    const writing = db.transaction('meta', 'readwrite');
    writing.objectStore('meta').put({ key: 'identity', value: planted.identity });
    writing.oncomplete = () => done();
    writing.onerror = () => fail(writing.error);
  });
  db.close();
  await chrome.storage.local.set({ account: planted.account });
  await chrome.runtime.sendMessage({ sideline: 'account.changed', input: null });
}
