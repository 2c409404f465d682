/**
 * The shipped build in a real Chromium, as a person uses it: a real click on the toolbar button (with the grant that
 * comes with it), the real side panel, third-party cookies blocked as in a fresh profile. Nothing is added for tests.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type Page,
  type Worker,
} from 'playwright-core';
import { until } from '../until.ts';
import { findChromium } from './chromium.ts';
import { EXTENSION_ID, grantedProfile, newProfile, removeProfile } from './profile.ts';

export const EXTENSION_DIR = resolve(process.env.SIDELINE_BUILD ?? '.output/chrome-mv3');
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
  /** The side panel that something else than the panel's button has opened; waits until it shows. */
  openedSidebar(): Promise<Page>;
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
  /** Leave the page open that a fresh installation shows. */
  welcome?: boolean;
  /** A program to start in place of the Chromium that is found. */
  executable?: string;
}

export async function launch(options: LaunchOptions = {}): Promise<Person> {
  if (!existsSync(join(EXTENSION_DIR, 'manifest.json')))
    throw new Error('Build the extension first: npm run build');
  const { granted: origins = [], permissions = [] } = options;
  const asked = options.granted || options.permissions;
  const profile =
    options.profile ?? (asked ? await grantedProfile({ origins, permissions }, startOnce) : newProfile());
  return start(profile, options);
}

async function startOnce(profile: string): Promise<void> {
  const person = await start(profile, { profile });
  await person.close();
}

async function start(profile: string, options: LaunchOptions): Promise<Person> {
  // An earlier start's, which would be taken for this one's.
  const portFile = join(profile, 'DevToolsActivePort');
  // Nothing of the browser's is there before its first start.
  const isFresh = !existsSync(join(profile, 'Local State'));
  rmSync(portFile, { force: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executable ?? (await findChromium()),
    headless: options.headless ?? true,
    viewport: options.headless === false ? null : { width: 1280, height: 800 },
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    args: [
      '--no-sandbox',
      '--in-process-gpu',
      '--enable-unsafe-extension-debugging',
      '--disable-background-networking',
      '--disable-component-update',
      '--autoplay-policy=no-user-gesture-required',
      '--remote-debugging-port=0',
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
    const known = outside && sidebarIn(outside);
    if (known) return known;
    // A connection never sees a panel that opened while it was being made.
    await outside?.close();
    outside = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(portFile)}`);
    return sidebarIn(outside);
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
    openedSidebar: () => until(sidebar, 'the side panel'),
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
      const stopped = new Promise<void>(done => {
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          const isOver = versions.some(
            each => each.scriptURL.startsWith(EXTENSION_ORIGIN) && each.runningStatus === 'stopped',
          );
          if (isOver) done();
        });
      });
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      // The command is answered while the worker is still on its way out and swallows what it is told.
      await stopped;
      await page.close();
    },
    async close() {
      await outside?.close();
      await context.close();
      if (!options.profile) removeProfile(profile);
    },
  };
  await person.ready();
  await until(
    async () =>
      (await worker())
        .evaluate(async () => (await chrome.storage.local.get('welcomed')).welcomed === true)
        .catch(() => false),
    'the installation to be over',
  );
  if (!options.welcome) await closeWelcome(context, isFresh);
  return person;
}

/**
 * The page that a fresh installation opens would be in the way of whoever tests something else. It is closed once it
 * shows its words: Chromium remembers for all pages of a process what it could not read for one that was closed meanwhile.
 */
async function closeWelcome(context: BrowserContext, isFresh: boolean): Promise<void> {
  const find = () => context.pages().find(page => page.url().endsWith('/welcome.html'));
  const page = isFresh ? await until(async () => find(), 'the welcome page') : find();
  await page?.getByRole('heading', { level: 1 }).waitFor();
  await page?.close();
}

function sidebarIn(browser: Browser): Page | undefined {
  const pages = browser.contexts().flatMap(each => each.pages());
  return pages.find(page => page.url().startsWith(`${EXTENSION_ORIGIN}/sidepanel.html`));
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

/** A frame of ours in the page, by its file. */
export function frameIn(page: Page, file: string): Promise<Frame> {
  return until(
    async () => page.frames().find(frame => frame.url().startsWith(`${EXTENSION_ORIGIN}/${file}`)),
    `${file} in the page`,
  );
}

/** The browser takes a port of its own choice and writes it down. */
function debuggingPort(file: string): Promise<string> {
  return until(
    async () => existsSync(file) && readFileSync(file, 'utf8').split('\n')[0],
    'the debugging port',
  );
}
