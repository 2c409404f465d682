/**
 * npm run bench:anchors -- [--seed 1] [--quotes 40] [--pages 0] [--edits words,mixed] [--only Sideline] [--scripts]
 * Measures Sideline's anchors beside others' on real pages in a real Chromium. See docs/anchors.md.
 */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page as Tab } from 'playwright-core';
import { bundle } from '../../scripts/build-anchors.ts';
import type { Result, Task } from './measure.ts';
import { getPages, type Page } from './pages.ts';
import { printTable, sumUp } from './table.ts';

const EDITS =
  'unchanged|words|words, many|insertions|deletions|moved paragraphs|split and merged|typography|re-flow|deleted paragraphs|deleted words|mixed';
const RECORD_EDITS =
  'rows added|rows deleted|rows sorted|values changed|rendered again|rows moved and edited';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    quotes: { type: 'string', default: '40' },
    pages: { type: 'string', default: '' },
    edits: { type: 'string', default: EDITS },
    records: { type: 'string', default: RECORD_EDITS },
    only: { type: 'string', default: '' },
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
  for (const edit of values.edits.split('|').filter(Boolean)) {
    const task: Task = {
      edit,
      quotes: Number(values.quotes),
      seed: Number(values.seed),
      name: page.name,
      only: values.only ? [values.only] : [],
    };
    const results = await tab.evaluate(
      given =>
        (globalThis as unknown as { measureAnchors(task: Task): Promise<Result[]> }).measureAnchors(given),
      task,
    );
    all.set(edit, [...(all.get(edit) ?? []), ...results]);
    if (values.misses) {
      for (const { contender, misses } of results) {
        for (const miss of misses) console.log(`${page.name} · ${edit} · ${contender} · ${miss}`);
      }
    }
  }
  await context.close();
}

const code = await bundle(join(root, 'bench/anchors/measure.ts'), false);
const pages = getPages(join(root, '.data/bench-pages')).filter(({ name }) => name.includes(values.pages));
if (pages.length === 0) throw new Error('No page to measure on: is this a Debian system with a network?');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const all = new Map<string, Result[]>();
try {
  for (const page of pages) {
    console.log(`measuring ${page.name}`);
    await measurePage(browser, page, code, all);
  }
} finally {
  await browser.close();
}
console.log(`\n${pages.length} pages, seed ${values.seed}, ${values.quotes} quotes a page and kind of edit`);
for (const [edit, results] of all) printTable(edit, sumUp(results));
printTable('all edits', sumUp([...all.values()].flat()));
