/**
 * npm run bench:anchors -- [--seed 1] [--quotes 40] [--pages 0] [--others] [--edits words,mixed] [--only Sideline]
 * [--scripts] [--misses], or --large [--seed 1] for one large page.
 * Measures Sideline's anchors beside others' on real pages in a real Chromium. See docs/anchors.md.
 */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page as Tab } from 'playwright-core';
import { findChromium } from '#testing/browser/chromium.ts';
import { bundle } from '../../scripts/build-anchors.ts';
import { measureLargePage } from './large.ts';
import type { Result, Task } from './measure.ts';
import { getOtherPages, getPages, type Page } from './pages.ts';
import { printTable, sumUp } from './table.ts';

const EDITS =
  'unchanged|words|words, many|insertions|deletions|moved paragraphs|split and merged|typography|re-flow|deleted paragraphs|deleted words|mixed';
const RECORD_EDITS = 'rows added|rows deleted|rows sorted|values changed|rendered again|all at once';
/** Made record pages of each kind: with keys, without. */
const RECORD_PAGES = 6;

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    quotes: { type: 'string', default: '40' },
    pages: { type: 'string', default: '' },
    edits: { type: 'string', default: EDITS },
    records: { type: 'string', default: RECORD_EDITS },
    only: { type: 'string', default: '' },
    others: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    scripts: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});

const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

async function open(context: BrowserContext, page: Page): Promise<Tab> {
  const tab = await context.newPage();
  const folder = page.file.slice(0, page.file.indexOf('/usr/share'));
  await tab.route('**/*', async route => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const body = await readFile(join(folder, path)).catch(() => null);
    if (body === null) return route.fulfill({ status: 404, body: '' });
    const headers: Record<string, string> = { 'content-type': types[extname(path)] ?? 'text/html' };
    // The words, not the page's programs, are measured; with --scripts they run too.
    if (!values.scripts) headers['content-security-policy'] = "script-src 'none'";
    return route.fulfill({ body, headers });
  });
  await tab.goto(`http://pages.example${page.file.slice(folder.length)}`);
  return tab;
}

async function measurePage(
  browser: Browser,
  page: Page,
  code: string,
  all: Map<string, Result[]>,
): Promise<void> {
  const context = await browser.newContext();
  const tab = await open(context, page);
  await tab.evaluate(code);
  for (const edit of list(values.edits)) {
    const task: Task = { ...common, edit, name: page.name };
    note(all, edit, page.name, await measureIn(tab, task));
  }
  await context.close();
}

function list(given: string): string[] {
  return given.split('|').filter(Boolean);
}

function measureIn(tab: Tab, task: Task): Promise<Result[]> {
  return tab.evaluate(
    given =>
      (globalThis as unknown as { measureAnchors(task: Task): Promise<Result[]> }).measureAnchors(given),
    task,
  );
}

function note(all: Map<string, Result[]>, title: string, name: string, results: Result[]): void {
  all.set(title, [...(all.get(title) ?? []), ...results]);
  if (!values.misses) return;
  for (const { contender, misses } of results) {
    for (const miss of misses) console.log(`${name} · ${title} · ${contender} · ${miss}`);
  }
}

async function measureRecords(browser: Browser, code: string, record: 'with keys' | 'without keys') {
  const all = new Map<string, Result[]>();
  const tab = await browser.newPage();
  await tab.evaluate(code);
  for (let number = 1; number <= RECORD_PAGES; number++) {
    for (const edit of list(values.records)) {
      const task: Task = { ...common, edit, name: `record ${number}`, record };
      note(all, `${edit}, ${record}`, task.name, await measureIn(tab, task));
    }
  }
  await tab.close();
  return all;
}

function report(all: Map<string, Result[]>, title: string): void {
  for (const [edit, results] of all) printTable(edit, sumUp(results));
  printTable(title, sumUp([...all.values()].flat()));
}

const common = {
  quotes: Number(values.quotes),
  seed: Number(values.seed),
  only: values.only ? [values.only] : [],
};
const code = await bundle(join(root, 'bench/anchors/measure.ts'), false);
const folder = join(root, '.data/bench-pages');
const known = values.others ? getOtherPages(folder, common.seed) : getPages(folder);
const pages = known.filter(({ name }) => name.includes(values.pages));
if (pages.length === 0) throw new Error('No page to measure on: is this a Debian system with a network?');
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox'],
});
const all = new Map<string, Result[]>();
const records: [string, Map<string, Result[]>][] = [];
if (values.large) {
  const inPage = await bundle(join(root, 'bench/anchors/large-page.ts'), false);
  await measureLargePage(browser, inPage, pages, common.seed);
  await browser.close();
  process.exit();
}
try {
  for (const page of list(values.edits).length ? pages : []) {
    console.log(`measuring ${page.name}`);
    await measurePage(browser, page, code, all);
  }
  for (const kind of list(values.records).length ? (['with keys', 'without keys'] as const) : []) {
    console.log(`measuring record pages ${kind}`);
    records.push([`record pages ${kind}`, await measureRecords(browser, code, kind)]);
  }
} finally {
  await browser.close();
}
console.log(`\n${pages.length} pages, seed ${values.seed}, ${values.quotes} quotes a page and kind of edit`);
report(all, 'all edits of pages');
for (const [title, results] of records) report(results, title);
