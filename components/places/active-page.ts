/** Tracks what the window's active tab shows while the sidebar is open. */
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { isBlocked, loadPolicy } from '#lib/device/policy.ts';
import { announced } from '#lib/messages/announced.ts';
import { ask, askPage } from '#lib/messages/ask.ts';
import type { Artifact } from '#lib/records/artifact.ts';

export interface ActivePage {
  tabId: number | undefined;
  artifact: Artifact | null;
  /** False if no script of ours runs in the tab: then we know the artifact by its address alone, or not at all. */
  reached: boolean;
  /** The page is moving to another artifact, which is not known yet. */
  moving: boolean;
  /** The tab's origin, if the browser tells us. */
  origin: string | undefined;
  /** An administrator switched Sideline off here. */
  blocked: boolean;
}

const NOWHERE: ActivePage = {
  tabId: undefined,
  artifact: null,
  reached: false,
  moving: false,
  origin: undefined,
  blocked: false,
};

/**
 * The permission from the click that opened the sidebar, and with it the tab's address, may arrive a moment later; in
 * ms.
 */
const GRANT_WAITS = [50, 150, 400];

export function useActivePage(): ActivePage {
  const [page, setPage] = useState(NOWHERE);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    let latest = 0;

    async function look(waits = GRANT_WAITS): Promise<void> {
      const turn = ++latest;
      const found = await lookAtActiveTab();
      if (turn !== latest || signal.aborted) return;
      // The same page found twice must be the same object, so that a half-written note on it doesn't start afresh.
      setPage(last => (JSON.stringify(last) === JSON.stringify(found) ? last : found));
      const [wait, ...later] = waits;
      if (found.artifact || found.origin !== undefined || wait === undefined) return;
      setTimeout(() => {
        if (turn === latest && !signal.aborted) void look(later);
      }, wait);
    }
    const again = () => void look();
    const onUpdated = (_id: number, change: { status?: string | undefined }) => {
      if (change.status === 'complete') again();
    };
    const onMessage = (
      message: unknown,
      sender: { id?: string; tab?: { id?: number; active?: boolean } },
    ) => {
      if (sender.id !== browser.runtime.id || announced(message) !== 'artifact') return;
      if (sender.tab?.active) again();
    };
    browser.tabs.onActivated.addListener(again);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.runtime.onMessage.addListener(onMessage);
    signal.addEventListener('abort', () => {
      browser.tabs.onActivated.removeListener(again);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.runtime.onMessage.removeListener(onMessage);
    });
    again();
    return () => gone.abort();
  }, []);
  return page;
}

async function lookAtActiveTab(): Promise<ActivePage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return NOWHERE;
  const tabId = tab.id;
  const origin = tab.url && URL.canParse(tab.url) ? new URL(tab.url).origin : undefined;
  if (tab.url && isBlocked(await loadPolicy(), tab.url)) return { ...NOWHERE, tabId, origin, blocked: true };
  let state = await askPage(tabId, 'page.which', null);
  // If the browser doesn't tell us the address, we can't inject anything either.
  const mayAttach = !state && /^(https?|file):/.test(tab.url ?? '');
  if (mayAttach && (await ask('tab.attach', { tabId })).ok) state = await askPage(tabId, 'page.which', null);
  if (state?.artifact) return { ...NOWHERE, tabId, artifact: state.artifact, reached: true, origin };
  if (state?.moving) return { ...NOWHERE, tabId, reached: true, moving: true, origin };
  return { ...NOWHERE, tabId, artifact: artifactByAddress(tab), origin };
}

/** For a page into which nothing can be injected but whose address a click revealed: one can still write about it. */
function artifactByAddress(tab: { url?: string | undefined; title?: string | undefined }): Artifact | null {
  if (!tab.url || !URL.canParse(tab.url)) return null;
  const url = new URL(tab.url);
  if (!/^(https?|file):$/.test(url.protocol)) return null;
  const origin = `${url.protocol}//${url.host}`;
  const address = `${origin}${url.pathname}`;
  return {
    kind: 'doc',
    site: 'page',
    key: address.slice(0, 1024),
    url: address.slice(0, 2048),
    title: (tab.title || address).slice(0, 300),
  };
}
