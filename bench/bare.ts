/** What Sideline is compared with in a browser: one without any extension, and the least extension that frames a page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '#testing/browser/chromium.ts';
import { until } from '#testing/until.ts';

export interface BareBrowser {
  context: BrowserContext;
  close(): Promise<void>;
}

/** A fresh profile, started like the one with Sideline; with the extension in `dir`, or with none. */
export async function launchBare(dir?: string): Promise<BareBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'sideline-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [
      '--no-sandbox',
      '--enable-unsafe-extension-debugging',
      '--disable-background-networking',
      '--disable-component-update',
      '--autoplay-policy=no-user-gesture-required',
      '--lang=en-US',
      ...(dir ? [`--disable-extensions-except=${dir}`, `--load-extension=${dir}`] : ['--disable-extensions']),
    ],
  });
  context.setDefaultTimeout(15_000);
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * A real click on the toolbar button of the browser's one extension. Resolves to `Date.now()` just before the browser
 * was told of it.
 */
export async function clickToolbar(
  context: BrowserContext,
  extensionId: string,
  page: Page,
): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The context has no browser.');
  await page.bringToFront();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const targetId = targetInfos.findLast(each => each.url === page.url())?.targetId;
  if (targetId === undefined) throw new Error(`No tab shows ${page.url()}`);
  const start = Date.now();
  await session.send('Extensions.triggerAction' as never, { id: extensionId, targetId } as never);
  await session.detach();
  return start;
}

/** An extension whose script on every page does nothing: what the browser itself takes for a content script. */
export async function launchBareScript(): Promise<BareBrowser> {
  const { browser, close } = await launchWith(BARE_SCRIPT);
  return { ...browser, close };
}

/**
 * The floor that the browser sets for a panel: on a click, one injected function that frames one static page of the
 * extension, whose only script focuses its text box. No framework, no handshake, no data.
 */
export async function launchBareFrame(): Promise<BareBrowser & { extensionId: string }> {
  const { browser, close } = await launchWith(BARE_FRAME);
  await until(async () => {
    const worker = browser.context.serviceWorkers()[0];
    return worker?.evaluate(() => chrome.action.onClicked.hasListeners());
  }, 'the bare extension to listen');
  const extensionId = new URL(browser.context.serviceWorkers()[0]?.url() ?? '').host;
  return { ...browser, extensionId, close };
}

async function launchWith(files: Record<string, string>) {
  const dir = mkdtempSync(join(tmpdir(), 'sideline-bare-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  const browser = await launchBare(dir);
  const close = async () => {
    await browser.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { browser, close };
}

const BARE_SCRIPT: Record<string, string> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Bare script',
    version: '1',
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['page.js'], run_at: 'document_idle' }],
  }),
  'page.js': 'void 0;',
};

const BARE_FRAME: Record<string, string> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Bare frame',
    version: '1',
    permissions: ['activeTab', 'scripting'],
    action: {},
    background: { service_worker: 'worker.js' },
    web_accessible_resources: [{ resources: ['panel.html'], matches: ['<all_urls>'] }],
  }),
  'worker.js': `
    async function open(tabId, waits = [10, 20, 40, 80, 160]) {
      try {
        await chrome.scripting.executeScript({ target: { tabId }, func: () => {
          const frame = document.createElement('iframe');
          frame.src = chrome.runtime.getURL('/panel.html');
          frame.style.cssText = 'position:fixed;top:12px;right:12px;bottom:12px;width:384px';
          document.documentElement.append(frame);
        } });
      } catch (error) {
        // The grant that comes with the click is sometimes there a moment after it.
        if (waits.length === 0) throw error;
        setTimeout(() => open(tabId, waits.slice(1)), waits[0]);
      }
    }
    chrome.action.onClicked.addListener(tab => open(tab.id));`,
  'panel.html':
    '<!doctype html><meta charset="utf-8"><title>Bare</title><textarea></textarea><script src="panel.js"></script>',
  // At times the frame is not ready to take the focus at once; the browser then never gives it.
  'panel.js': `
    function focus() {
      document.querySelector('textarea').focus();
      if (!document.hasFocus() || document.activeElement.tagName !== 'TEXTAREA') requestAnimationFrame(focus);
    }
    focus();`,
};
