/**
 * The shipped Firefox build in a real Firefox. What a person does outside of web pages (the toolbar button, the
 * permission's prompt, the sidebar) is done through the browser's own functions that these end in.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { installDebian } from '#testing/browser/chromium.ts';
import { freePort } from '#testing/server/free-port.ts';
import { until } from '#testing/until.ts';
import { openLine, type SharedLine } from './bidi.ts';

export const FIREFOX_DIR = resolve('.output/firefox-mv3');
const ADDON_ID = 'sideline@sideline.example';
/** Firefox draws a new one at each installation; a fixed one makes our pages' addresses known. */
const UUID = '6d3f5f0e-0b8e-4a6e-9a7b-2f1c5d8e9a10';
export const EXTENSION_ORIGIN = `moz-extension://${UUID}`;
const CANDIDATES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** The path of a Firefox, installed now where that is possible; undefined where there is none to be had. */
export function findFirefox(): string | undefined {
  const named = process.env.SIDELINE_FIREFOX;
  if (named && existsSync(named)) return named;
  const installed = () => CANDIDATES.find(path => existsSync(path));
  return installed() ?? (installDebian(['firefox-esr']) ? installed() : undefined);
}

/** The framed panel. Puppeteer loses sight of a frame that moves to another process; the line to the browser does not. */
export interface Panel {
  /** Runs in the panel; `body` is a function body. */
  evaluate<T>(body: string, input?: unknown): Promise<T>;
  /** Presses these keys where the panel's focus is; BiDi's own code points for keys without a character. */
  press(...keys: string[]): Promise<void>;
}

export interface Fox {
  browser: Browser;
  visit(url: string): Promise<Page>;
  extensionPage(path: string): Promise<Page>;
  /** Runs in the browser's own window, with its privileges. `body` is a function body; `input` is passed as JSON. */
  inWindow<T>(body: string, input?: unknown): Promise<T>;
  /** What the toolbar button ends in, with the grant that comes with a click on it. */
  clickToolbar(page: Page): Promise<void>;
  /** Clicks the toolbar button and waits for the panel that opens in the page. */
  openPanel(page: Page): Promise<Panel>;
  /** Whether the sidebar is open, and the words in it. */
  sidebar(): Promise<{ open: boolean; text: string }>;
  toggleSidebar(): Promise<void>;
  /** What "Allow" in the permission's prompt ends in. */
  grant(origin: string): Promise<void>;
  /** Errors and warnings of ours in the browser's console since the last look. */
  errors(): Promise<string[]>;
  close(): Promise<void>;
}

export async function launchFirefox(executable: string): Promise<Fox> {
  if (!existsSync(join(FIREFOX_DIR, 'manifest.json')))
    throw new Error('Build the extension first: npm run build');
  const profile = mkdtempSync(join(tmpdir(), 'sideline-fox-'));
  const prefs: Record<string, string | number | boolean> = {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: UUID }),
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.disabledForTesting': true,
    'remote.prefs.recommended': true,
    'media.autoplay.default': 0,
  };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(prefs)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const port = await freePort();
  const child = spawn(
    executable,
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      `--remote-debugging-port=${port}`,
      '--remote-allow-system-access',
      'about:blank',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
    },
  );
  try {
    await listening(child);
    const line = await openLine(`ws://127.0.0.1:${port}/session`);
    const browser = await puppeteer.connect({
      transport: line.transport,
      protocol: 'webDriverBiDi',
      defaultViewport: null,
    });
    const fox = createFox(browser, line);
    // Counted from here on: what Firefox itself says while it starts is not ours.
    await fox.errors();
    await browser.installExtension(FIREFOX_DIR);
    return {
      ...fox,
      async close() {
        await browser.close().catch(() => undefined);
        await ended(child);
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    child.kill();
    await ended(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}

interface Context {
  context: string;
  url: string;
  children?: Context[] | null;
}

function createFox(browser: Browser, line: SharedLine): Fox {
  async function contexts(scope: Record<string, unknown>): Promise<Context[]> {
    const tree = await line.send('browsingContext.getTree', scope);
    const flat = (list: Context[]): Context[] => list.flatMap(each => [each, ...flat(each.children ?? [])]);
    return flat(tree.contexts as Context[]);
  }

  async function callIn<T>(context: string, body: string, input: unknown): Promise<T> {
    const { type, result, exceptionDetails } = await line.send('script.callFunction', {
      functionDeclaration: `async text => JSON.stringify((await (async input => { ${body} })(JSON.parse(text))) ?? null)`,
      arguments: [{ type: 'string', value: JSON.stringify(input) }],
      awaitPromise: true,
      target: { context },
    });
    if (type === 'exception') throw new Error(JSON.stringify(exceptionDetails));
    return JSON.parse((result as { value: string }).value) as T;
  }

  async function inWindow<T>(body: string, input: unknown = null): Promise<T> {
    const windows = await contexts({ 'moz:scope': 'chrome' });
    const window = windows.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('Firefox shows no window.');
    return callIn(window.context, body, input);
  }

  const fox: Fox = {
    browser,
    inWindow,
    async visit(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    async extensionPage(path) {
      const page = await browser.newPage();
      // The end of this navigation is not told, since the tab moves to the extension's own process.
      await page.goto(`${EXTENSION_ORIGIN}/${path}`, { waitUntil: [] });
      await page.waitForSelector('main');
      return page;
    },
    async clickToolbar(page) {
      await page.bringToFront();
      await inWindow(
        `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
         const { extension } = WebExtensionPolicy.getByID(input);
         ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
        ADDON_ID,
      );
    },
    async openPanel(page) {
      await fox.clickToolbar(page);
      const isPanel = ({ url }: Context) => url === `${EXTENSION_ORIGIN}/panel.html`;
      const frame = await until(async () => (await contexts({})).find(isPanel), 'the panel in the page');
      const panel: Panel = {
        evaluate: (body, input = null) => callIn(frame.context, body, input),
        async press(...keys) {
          const down = keys.map(value => ({ type: 'keyDown', value }));
          const up = keys.toReversed().map(value => ({ type: 'keyUp', value }));
          await line.send('input.performActions', {
            context: frame.context,
            actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }],
          });
        },
      };
      await until(
        () => panel.evaluate<boolean>(`return !!document.querySelector('textarea')`),
        'the composer',
      );
      return panel;
    },
    async sidebar() {
      return inWindow(
        `if (!SidebarController.isOpen) return { open: false, text: '' };
         const panels = SidebarController.browser.contentDocument;
         const inner = panels?.getElementById('webext-panels-browser');
         if (!inner?.currentURI?.spec.startsWith(input)) return { open: true, text: '' };
         const script = "sendAsyncMessage('sideline:text', content.document.body ? content.document.body.innerText : '')";
         const text = await new Promise(done => {
           const hear = ({ data }) => {
             inner.messageManager.removeMessageListener('sideline:text', hear);
             done(data);
           };
           inner.messageManager.addMessageListener('sideline:text', hear);
           inner.messageManager.loadFrameScript('data:application/javascript,' + encodeURIComponent(script), false);
         });
         return { open: true, text };`,
        EXTENSION_ORIGIN,
      );
    },
    async toggleSidebar() {
      await inWindow(
        `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
         ExtensionParent.apiManager.global.sidebarActionFor(WebExtensionPolicy.getByID(input).extension).triggerAction(window);`,
        ADDON_ID,
      );
    },
    async grant(origin) {
      const { protocol, hostname } = new URL(origin);
      await inWindow(
        `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
         const { extension } = WebExtensionPolicy.getByID(input.id);
         await ExtensionPermissions.add(input.id, { permissions: [], origins: [input.pattern] }, extension);`,
        { id: ADDON_ID, pattern: `${protocol}//${hostname}/*` },
      );
    },
    errors: () =>
      inWindow<string[]>(
        `const found = Services.console.getMessageArray().flatMap(each => {
           if (!(each instanceof Ci.nsIScriptError)) return [];
           const from = each.sourceName ?? '';
           if (!from.includes(input.origin) && !each.errorMessage.includes(input.id)) return [];
           // What Firefox says when a tab is closed in the middle of a script; a slow one would take ten seconds.
           if (each.errorMessage.startsWith('Script terminated by timeout')) return [];
           return [(each.flags & Ci.nsIScriptError.warningFlag ? 'warning: ' : 'error: ') + each.errorMessage + ' ' + from];
         });
         const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
         for (const event of storage.getEvents()) {
           if (!String(event.filename).includes(input.origin)) continue;
           if (event.level === 'error' || event.level === 'warn')
             found.push(event.level + ': ' + event.arguments.map(String).join(' '));
         }
         Services.console.reset();
         storage.clearEvents();
         return found;`,
        { origin: EXTENSION_ORIGIN, id: ADDON_ID },
      ),
    close: async () => undefined,
  };
  return fox;
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    child.stderr?.on('data', data => {
      said += data;
      if (/WebDriver BiDi listening on/.test(said)) done();
    });
    child.stdout?.resume();
    child.once('error', fail);
    child.once('exit', code => fail(new Error(`Firefox ended with ${code}: ${said.slice(-2000)}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(done => {
    child.once('exit', () => done());
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  });
}
