/**
 * Opens the real software in a real Chromium and compares what Sideline takes each page for with what it is.
 * Run: `node scripts/site-software/check-identity.ts [site…]`. Prints a table; exit code 1 where one differs.
 */
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { siteFor } from '#lib/artifacts/sites/find-site.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { findChromium } from '#testing/browser/chromium.ts';
import { startDemo } from '../../demo/serve.ts';
import { type SiteName, SiteSkipped, startSite } from './index.ts';
import { trytonSignIn } from './tryton.ts';

const root = new URL('../..', import.meta.url).pathname;

/** What the page script holds of lib/artifacts, as one script that sets `sidelineArtifacts`. */
async function bundle(): Promise<string> {
  const entry = `${root}scripts/site-software/page-side.ts`;
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'sidelineArtifacts' } },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built.');
  return chunk.code;
}

interface Seen {
  artifact: Artifact | null;
  /** What was announced since the last look: `leave`, or the key that was arrived at with its title. */
  log: string[];
  milliseconds: number;
  media: string;
}

/** Follows the page as the page script does; `seen` reads what it has announced. */
async function follow(page: Page): Promise<void> {
  const probes = siteFor('http://unknown.example/');
  await page.evaluate(
    ({ probes }) => {
      const lib = Reflect.get(window, 'sidelineArtifacts');
      const id = lib.probe(document, probes.probes ?? []);
      const definition = id && lib.definitionById(id);
      const state = { log: [] as string[], artifact: null as unknown, definition };
      Reflect.set(window, 'sidelineSeen', state);
      lib.followNavigation({
        definition,
        onLeave: () => state.log.push('leave'),
        onArrive: (artifact: { key: string; title: string } | null) => {
          state.artifact = artifact;
          state.log.push(artifact ? `${artifact.key} “${artifact.title}”` : 'nothing');
        },
        signal: new AbortController().signal,
      });
    },
    { probes },
  );
}

const seen = (page: Page) =>
  page.evaluate((): Seen => {
    const lib = Reflect.get(window, 'sidelineArtifacts');
    const state = Reflect.get(window, 'sidelineSeen');
    const start = performance.now();
    for (let i = 0; i < 20; i++) lib.identify(state.definition, { url: location.href, document });
    const milliseconds = (performance.now() - start) / 20;
    const media = lib.findVideo(document, state.definition);
    return {
      artifact: state.artifact,
      log: state.log.splice(0),
      milliseconds,
      media: media ? `${media.nodeName} ${Math.round(media.duration)} s` : '',
    };
  });

let differing = 0;

function report(name: string, actual: Seen, expected: Partial<Artifact>): void {
  const wrong = Object.entries(expected).filter(
    ([field, value]) => actual.artifact?.[field as keyof Artifact] !== value,
  );
  differing += wrong.length ? 1 : 0;
  const { kind, key, title, owner, stage } = actual.artifact ?? {};
  console.log(`${wrong.length ? '✗' : '✓'} ${name}  ${actual.milliseconds.toFixed(2)} ms  ${actual.media}`);
  console.log(`    ${[kind, key, title, owner, stage].filter(Boolean).join(' · ')}`);
  for (const [field, value] of wrong) console.log(`    ${field} should be ${JSON.stringify(value)}`);
  if (actual.log.length > 1) console.log(`    ${actual.log.join(' → ')}`);
}

const settled = (page: Page, title: string) =>
  page
    .waitForFunction(wanted => Reflect.get(window, 'sidelineSeen')?.artifact?.title === wanted, title, {
      timeout: 10_000,
    })
    .catch(() => undefined);

const checks: Record<SiteName | 'demo', (page: Page, pages: Record<string, string>) => Promise<void>> = {
  async demo(page, { crm = '', doc = '', clip = '' }) {
    await page.goto(crm);
    await follow(page);
    const first = {
      site: 'sideline-demo',
      title: 'Route planning rollout, three depots',
      owner: 'Jonas Petersen',
      stage: 'Proposal',
    };
    report('demo: the record', await seen(page), first);
    await page.click('[data-open]');
    await settled(page, 'Yearly service contract');
    report('demo: the next record', await seen(page), {
      ...first,
      title: 'Yearly service contract',
      stage: 'Qualified',
    });
    await page.goBack();
    await settled(page, first.title);
    report('demo: back', await seen(page), first);
    await page.goto(doc);
    await follow(page);
    report('demo: the doc', await seen(page), { kind: 'doc', owner: 'Leila Haddad' });
    await page.goto(clip);
    await follow(page);
    await page.waitForFunction(() => Reflect.get(window, 'sidelineSeen').artifact?.duration > 50);
    report('demo: the clip', await seen(page), { kind: 'video', owner: 'Sam Whitlock' });
  },
  async tryton(page, { opportunity = '', otherOpportunity = '' }) {
    await page.goto(opportunity);
    await page.fill('#login', trytonSignIn.login);
    await page.press('#login', 'Enter');
    await page.getByRole('textbox', { name: /password/i }).fill(trytonSignIn.password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#tabs .tab-pane');
    await page.goto(opportunity);
    await page.waitForSelector('input[name="description"]');
    await follow(page);
    const origin = new URL(opportunity).origin;
    const first = {
      site: 'tryton',
      key: `${origin}|sales|sale.opportunity|1`,
      title: 'Route planning rollout, three depots',
      owner: 'Jonas Petersen',
      stage: 'Lead',
    };
    await settled(page, first.title);
    report('tryton: an opportunity', await seen(page), first);
    await page.evaluate(url => {
      location.href = url;
    }, otherOpportunity);
    await settled(page, 'Yearly service contract');
    report('tryton: the next one, in the page', await seen(page), {
      site: 'tryton',
      key: `${origin}|sales|sale.opportunity|2`,
      title: 'Yearly service contract',
      owner: 'Jonas Petersen',
    });
    await page.locator('#tablist a[role="tab"]').nth(-2).click();
    await settled(page, first.title);
    report('tryton: back by its tab', await seen(page), first);
  },
  async dokuwiki(page, { guide = '', otherGuide = '' }) {
    const origin = new URL(guide).origin;
    for (const [url, id, title] of [
      [guide, 'sales:call_guide', 'Call guide'],
      [otherGuide, 'sales:follow_up', 'Follow-up'],
      [`${origin}/doku.php`, 'start', 'Sales handbook'],
    ] as const) {
      await page.goto(url);
      await follow(page);
      report(`dokuwiki: ${url.slice(origin.length)}`, await seen(page), {
        site: 'dokuwiki',
        kind: 'doc',
        key: `${origin}|page|${id}`,
        title,
      });
    }
  },
  async mediawiki(page, { guide = '', otherGuide = '' }) {
    const origin = new URL(guide).origin;
    for (const [url, title] of [
      [guide, 'Call guide'],
      [`${guide}&action=edit`, 'Call guide'],
      [`${origin}/index.php/call_guide`, 'Call guide'],
      [otherGuide, 'Follow-up'],
    ] as const) {
      await page.goto(url);
      await follow(page);
      const key = `${origin}|page|${title}`;
      report(`mediawiki: ${url.slice(origin.length)}`, await seen(page), {
        site: 'mediawiki',
        kind: 'doc',
        key,
      });
    }
  },
  async tiddlywiki(page, { wiki = '', guide = '', otherGuide = '' }) {
    const origin = new URL(wiki).origin;
    await page.goto(wiki);
    await page.waitForSelector('.tc-tiddler-frame');
    await follow(page);
    await settled(page, 'Sales handbook');
    report('tiddlywiki: the wiki', await seen(page), {
      site: 'tiddlywiki',
      key: `${origin}|wiki`,
      title: 'Sales handbook',
    });
    for (const [url, title] of [
      [guide, 'Call guide'],
      [otherGuide, 'Follow-up'],
    ] as const) {
      await page.evaluate(to => {
        location.href = to;
      }, url);
      await settled(page, title);
      report(`tiddlywiki: ${title}`, await seen(page), {
        site: 'tiddlywiki',
        key: `${origin}|tiddler|${title}`,
        title,
      });
    }
  },
  async players(page, pages) {
    for (const [name, url] of Object.entries(pages)) {
      await page.goto(url);
      await follow(page);
      await page
        .waitForFunction(() => Reflect.get(window, 'sidelineSeen').artifact?.duration > 50, undefined, {
          timeout: 8000,
        })
        .catch(() => undefined);
      report(`players: ${name}`, await seen(page), { kind: 'video', site: 'page' });
      if (name !== 'swap') continue;
      await page.click('#next');
      await page.waitForFunction(() =>
        Reflect.get(window, 'sidelineSeen').artifact?.key.endsWith('/again/clip.webm'),
      );
      report('players: the next clip in the same element', await seen(page), { kind: 'video' });
    }
  },
};

async function start(name: keyof typeof checks) {
  if (name !== 'demo') return startSite(name);
  const demo = await startDemo({ port: 0 });
  const pages = Object.fromEntries(Object.entries(demo.artifacts).map(([page, { url }]) => [page, url]));
  return { ...demo, pages };
}

const wanted = process.argv.slice(2);
const names = (Object.keys(checks) as (keyof typeof checks)[]).filter(
  name => !wanted.length || wanted.includes(name),
);
const code = await bundle();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox'],
});
for (const name of names) {
  const context = await browser.newContext();
  await context.addInitScript(code.replace(/^var sidelineArtifacts/, 'window.sidelineArtifacts'));
  try {
    const site = await start(name);
    await checks[name](await context.newPage(), site.pages);
    await site.stop();
  } catch (error) {
    if (!(error instanceof SiteSkipped)) throw error;
    console.log(`${name} ${error.message}`);
  }
  await context.close();
}
await browser.close();
process.exitCode = differing ? 1 : 0;
