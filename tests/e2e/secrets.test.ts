/** The device's token, and other secrets: where they are, and where they are not. */
import { globSync, readFileSync } from 'node:fs';
import { EXTENSION_DIR, type Person } from '#testing/browser/extension.ts';
import { type Cast, fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

test.describe.configure({ mode: 'serial' });

let cast: Cast;
let coach: Person;
/** What the server writes into its log, and what browser and worker ask for and say. */
const said: string[] = [];

test.beforeAll(async ({ demo, people, servers }) => {
  cast = await servers.startCast({ log: entry => said.push(JSON.stringify(entry)) });
  coach = await people.launchAs(cast.coach, cast, { granted: [demo.url] });
  coach.context.on('request', request => said.push(request.url()));
  coach.context.on('console', message => said.push(message.text()));
});

test.describe('the token', () => {
  test('is in the extension’s own local storage, and in no other place of the browser', async ({ demo }) => {
    const page = await coach.visit(demo.artifacts.doc.url);
    const panel = await coach.openPanel(page);
    await fillNote(panel, { kind: 'Recognise', observation: 'CANARY of a note', impact: 'It matters.' });
    await sendNote(page, panel);
    const sidebar = await coach.openSidebar(page);
    await expect(sidebar.getByText('All sent')).toBeVisible();
    const options = await coach.extensionPage('options.html');
    expect(await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get()))).toContain(
      cast.coach.token,
    );
    for (const where of [page, panel, sidebar, options]) {
      const found = await where.evaluate(async () => {
        const rows: unknown[] = [];
        // A framed page of ours is refused it where third-party cookies are blocked.
        const databases = await indexedDB.databases().catch(() => []);
        for (const { name } of databases) {
          const opening = indexedDB.open(name ?? '');
          await new Promise(done => opening.addEventListener('success', done));
          for (const store of opening.result.objectStoreNames) {
            const getting = opening.result.transaction(store).objectStore(store).getAll();
            await new Promise(done => getting.addEventListener('success', done));
            rows.push(...getting.result);
          }
        }
        const kept = ['localStorage', 'sessionStorage'].map(area => {
          try {
            return { ...window[area as 'localStorage'] };
          } catch {
            return 'refused, as the database';
          }
        });
        const { href } = location;
        return JSON.stringify([
          rows,
          kept,
          href,
          history.state,
          document.cookie,
          document.documentElement.outerHTML,
        ]);
      });
      expect(found.length).toBeGreaterThan(100);
      expect(found).not.toContain(cast.coach.token);
    }
    const session = await options.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
    expect(session).not.toContain(cast.coach.token);
  });

  test('cannot be read by a script in a page, not even by one of ours', async ({ demo }) => {
    await coach.visit(demo.artifacts.crm.url);
    const worker = await coach.worker();
    const answers = await worker.evaluate(async url => {
      const [tab] = await chrome.tabs.query({ url: `${url}*` });
      const read = async (area: 'local' | 'session') => {
        try {
          return JSON.stringify(await chrome.storage[area].get());
        } catch (error) {
          return String(error);
        }
      };
      const target = { tabId: tab?.id ?? 0 };
      const both = await Promise.all(
        (['local', 'session'] as const).map(area =>
          chrome.scripting.executeScript({ target, func: read, args: [area] }),
        ),
      );
      return both.flatMap(results => results.map(each => String(each.result)));
    }, demo.artifacts.crm.url);
    expect(answers).toHaveLength(2);
    for (const answer of answers) expect(answer).toContain('Access to storage is not allowed');
  });

  test('is in no address, no console and no log, and neither are a note’s words', () => {
    expect(said.filter(text => text.includes('/v1/push')).length).toBeGreaterThan(0);
    // Its random part may hold a `_` of its own.
    const [kind, workspace] = cast.coach.token.split('_');
    const random = cast.coach.token.slice(`${kind}_${workspace}_`.length);
    expect(random.length).toBeGreaterThan(20);
    const tokens = [cast.coach.token, random];
    for (const secret of [...tokens, 'CANARY', cast.coach.email]) {
      expect(said.filter(text => text.includes(secret))).toEqual([]);
    }
  });
});

test.describe('what is shipped', () => {
  const files = globSync('**/*', { cwd: EXTENSION_DIR }).filter(file => /\.\w+$/.test(file));
  const texts = files
    .filter(file => !/\.(png|woff2?)$/.test(file))
    .map(file => [file, readFileSync(`${EXTENSION_DIR}/${file}`, 'utf8')] as const);

  for (const [what, pattern] of [
    ['a key of an AI service', /sk-[A-Za-z0-9_-]{16,}/],
    ['a device’s token', /sld_[A-Za-z0-9]+_[A-Za-z0-9_-]{20,}/],
    ['a bearer', /Bearer [A-Za-z0-9._-]{20,}/],
    ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY/],
    ['a key of a cloud', /AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|gh[pousr]_[A-Za-z0-9]{36}/],
    ['a password of the tests or the demo', /correct horse battery/],
    ['a source map', /sourceMappingURL/],
  ] as const) {
    test(`holds no ${what}`, () => {
      expect(texts.length).toBeGreaterThan(10);
      expect(texts.filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([]);
    });
  }

  test('holds no map and nothing that is not meant to be there', () => {
    expect(files.filter(file => !/\.(js|css|html|json|png)$/.test(file))).toEqual([]);
  });

  test('loads and makes no code but its own', () => {
    const remote = [
      /\beval\s*\(/,
      /\bnew Function\b/,
      /\bimportScripts\s*\(/,
      /\bimport\s*\(\s*["'`]https?:/,
      /<script[^>]+src=["']?(?:https?:)?\/\//,
      /@import\s+(?:url\()?["']?https?:/,
      /\.src\s*=\s*["'`]https?:/,
    ];
    for (const pattern of remote) {
      expect([pattern, texts.filter(([, text]) => pattern.test(text)).map(([file]) => file)]).toEqual([
        pattern,
        [],
      ]);
    }
  });

  test('asks for this and nothing more', () => {
    const manifest = JSON.parse(readFileSync(`${EXTENSION_DIR}/manifest.json`, 'utf8'));
    expect(manifest).toMatchObject({
      permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'alarms', 'sidePanel'],
      optional_permissions: ['notifications'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      content_security_policy: {
        extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
      },
      web_accessible_resources: [{ resources: ['panel.html', 'region.html'], matches: ['<all_urls>'] }],
    });
    for (const absent of ['host_permissions', 'externally_connectable', 'content_scripts', 'update_url']) {
      expect(manifest).not.toHaveProperty(absent);
    }
  });
});
