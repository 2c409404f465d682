/**
 * The shipped build in a real Chromium, as a person uses it: a real click on the toolbar button (with the grant that
 * comes with it), the real side panel, third-party cookies blocked as in a fresh profile. Nothing is added for tests.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type Page,
  type Worker,
} from 'playwright-core';
import { findChromium } from './browser.ts';

export const EXTENSION_DIR = resolve(process.env.SIDELINE_BUILD ?? '.output/chrome-mv3');
export const EXTENSION_ID = 'iefickocfipinncknccklkdbpgbhlglc';
export const EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

export interface Person {
  context: BrowserContext;
  profile: string;
  /** A new tab with this address. */
  visit(url: string): Promise<Page>;
  /** A real click on the toolbar button for this tab. */
  clickToolbar(page: Page): Promise<void>;
  /** Clicks the toolbar button and waits for the panel that opens in the page. */
  openPanel(page: Page): Promise<Frame>;
  /** The real side panel, opened from the panel's own button; waits until it shows. */
  openSidebar(page: Page): Promise<Page>;
  /** The side panel if one is open. */
  sidebar(): Promise<Page | undefined>;
  /** An extension page in a tab of its own. */
  extensionPage(path: string): Promise<Page>;
  worker(): Promise<Worker>;
  /** Resolves when a click has somebody to go to: a fresh install or update runs its script first. */
  ready(): Promise<void>;
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Origins that were granted before, such as `http://127.0.0.1:4747`. Patterns carry no port: the host is granted. */
  granted?: string[];
  /** Optional permissions that were granted before, such as `notifications`. */
  permissions?: string[];
  /** Keep what an earlier person of this test left: for restarts. */
  profile?: string;
  colorScheme?: 'light' | 'dark';
  locale?: string;
  /** Without a window; the default. */
  headless?: boolean;
}

export async function launch(options: LaunchOptions = {}): Promise<Person> {
  if (!existsSync(join(EXTENSION_DIR, 'manifest.json')))
    throw new Error('Build the extension first: npm run build');
  const profile = options.profile ?? newProfile();
  const asked = options.granted || options.permissions;
  if (asked && !options.profile) await grant(profile, options.granted ?? [], options.permissions ?? []);
  return start(profile, options);
}

/** With our button pinned, and developer mode on: otherwise Chromium leaves an unpacked extension off after its first reload. */
function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'sideline-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true }, pinned_extensions: [EXTENSION_ID] } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return profile;
}

async function start(profile: string, options: LaunchOptions): Promise<Person> {
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: options.headless ?? true,
    viewport: options.headless === false ? null : { width: 1280, height: 800 },
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    args: [
      '--no-sandbox',
      '--enable-unsafe-extension-debugging',
      '--disable-background-networking',
      '--disable-component-update',
      '--autoplay-policy=no-user-gesture-required',
      `--remote-debugging-port=${port}`,
      `--lang=${options.locale ?? 'en-US'}`,
      `--disable-extensions-except=${EXTENSION_DIR}`,
      `--load-extension=${EXTENSION_DIR}`,
    ],
  });
  context.setDefaultTimeout(15_000);
  const browser = context.browser();
  if (!browser) throw new Error('The persistent context has no browser.');
  const cdp = await browser.newBrowserCDPSession();
  let outside: Browser | undefined;

  /** The side panel is no tab: it is seen only over the debugging port. */
  async function sidebar(): Promise<Page | undefined> {
    outside ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = outside.contexts().flatMap(each => each.pages());
    return pages.find(page => page.url().startsWith(`${EXTENSION_ORIGIN}/sidepanel.html`));
  }

  async function worker(): Promise<Worker> {
    const running = context.serviceWorkers().find(each => each.url().startsWith(EXTENSION_ORIGIN));
    return running ?? (await context.waitForEvent('serviceworker'));
  }

  const person: Person = {
    context,
    profile,
    async visit(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async clickToolbar(page) {
      await page.bringToFront();
      const session = await context.newCDPSession(page);
      // A page that is changing its address shows the old one to one side and the new one to the other for a moment.
      const tab = await until(async () => {
        const { targetInfo } = await session.send('Target.getTargetInfo');
        const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
        return targetInfos.filter(each => each.url === targetInfo.url).at(-1);
      }, `a tab that shows ${page.url()}`);
      await session.detach();
      await cdp.send(
        'Extensions.triggerAction' as never,
        { id: EXTENSION_ID, targetId: tab.targetId } as never,
      );
    },
    async openPanel(page) {
      await person.clickToolbar(page);
      return panelIn(page);
    },
    async openSidebar(page) {
      const panel = panelFrame(page) ?? (await person.openPanel(page));
      // On a busy machine a worker that has to start first may outlast the click's gesture: a person clicks again.
      for (let left = 3; ; left--) {
        await panel.locator('header button').first().click();
        try {
          return await until(sidebar, 'the side panel', 6000);
        } catch (error) {
          if (left === 0) throw error;
        }
      }
    },
    sidebar,
    async extensionPage(path) {
      const page = await context.newPage();
      await page.goto(`${EXTENSION_ORIGIN}/${path}`);
      return page;
    },
    worker,
    async ready() {
      await until(
        // A worker that is just going away cannot be asked; the next one can.
        async () =>
          (await worker()).evaluate(() => chrome.action.onClicked.hasListeners()).catch(() => false),
        'the background to listen',
      );
    },
    async killWorker() {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await page.close();
    },
    async close() {
      await outside?.close();
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await person.ready();
  return person;
}

function panelFrame(page: Page): Frame | undefined {
  return page.frames().find(frame => frame.url().startsWith(`${EXTENSION_ORIGIN}/panel.html`));
}

/** The panel in the page, once its composer takes keys. */
export async function panelIn(page: Page): Promise<Frame> {
  const frame = await until(async () => panelFrame(page), 'the panel in the page');
  // By what it is, not by its name: it may speak another language.
  await frame.locator('textarea').first().waitFor();
  return frame;
}

/** Polls for something that no event tells; the wait ends as soon as it is there. */
export async function until<T>(
  look: () => Promise<T | undefined | false>,
  what: string,
  ms = 15_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${ms} ms for ${what}.`);
    await new Promise(done => setTimeout(done, 50));
  }
}

/**
 * Grants origins and permissions the way the browser keeps them, since no automation may accept its prompt: start once so that the
 * extension is in the profile, close, write, start again.
 */
async function grant(profile: string, origins: string[], permissions: string[]): Promise<void> {
  const first = await start(profile, { profile, headless: true });
  await first.close();
  const file = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const settings = preferences.extensions.settings[EXTENSION_ID];
  const patterns = origins.map(origin => `${new URL(origin).protocol}//${new URL(origin).hostname}/*`);
  for (const kind of ['active_permissions', 'granted_permissions', 'runtime_granted_permissions']) {
    settings[kind] ??= {};
    settings[kind].api = [...new Set([...(settings[kind].api ?? []), ...permissions])];
    settings[kind].explicit_host = [...new Set([...(settings[kind].explicit_host ?? []), ...patterns])];
  }
  writeFileSync(file, JSON.stringify(preferences));
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}
