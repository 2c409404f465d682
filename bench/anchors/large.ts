/**
 * npm run bench:anchors -- --large [--seed 1]: one page of about a megabyte of HTML, 200 anchors on it. What the first
 * index costs, an index after a change, its longest slice, finding, and whether a frame is late while they are found.
 */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import type { Cost } from './large-page.ts';
import type { Page } from './pages.ts';

const SIZE = 1_000_000;
const LOADS = 5;
/** A frame that took longer than this was late: one of sixty a second was left out. */
const LATE_MS = 25;

/** The bodies of real pages, one after the other, cut at about a megabyte. */
async function largePage(pages: Page[]): Promise<string> {
  const bodies: string[] = [];
  let size = 0;
  for (const { file } of pages) {
    const html = await readFile(file, 'utf8');
    const body =
      /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1]?.replace(/<script[\s\S]*?<\/script>/gi, '') ?? '';
    if (size + body.length > SIZE * 1.1) continue;
    bodies.push(`<section>${body}</section>`);
    size += body.length;
  }
  return `<!doctype html><meta charset="utf-8"><body>${bodies.join('\n')}</body>`;
}

const sorted = (times: number[]) => [...times].sort((one, other) => one - other);
const at = (times: number[], share: number) =>
  Number((sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1));
const row = (times: number[]) => ({
  median: at(times, 0.5),
  p99: at(times, 0.99),
  most: at(times, 1),
  n: times.length,
});

export async function measureLargePage(browser: Browser, code: string, pages: Page[], seed: number) {
  const html = await largePage(pages);
  const costs: Cost[] = [];
  for (let load = 0; load < LOADS; load++) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.setContent(html, { waitUntil: 'load' });
    await tab.evaluate(code);
    costs.push(
      await tab.evaluate(
        given => (globalThis as unknown as { measureLarge(seed: number): Promise<Cost> }).measureLarge(given),
        seed + load,
      ),
    );
    await context.close();
  }
  const all = (pick: (cost: Cost) => number | number[]) => costs.flatMap(pick);
  const late = (gaps: number[]) => gaps.filter(gap => gap > LATE_MS).length;
  const [one] = costs;
  console.log(
    `\none page: ${html.length} characters of HTML, ${one?.characters} of text in ${one?.texts} text nodes, ${LOADS} loads; ms`,
  );
  console.table({
    'innerText, for comparison': row(all(cost => cost.innerText)),
    'index, the first on a new page': row(all(cost => cost.first)),
    'index after a change': row(all(cost => cost.again)),
    'slice of such an index': row(all(cost => cost.slices)),
    describe: row(all(cost => cost.describe)),
    find: row(all(cost => cost.finds)),
    'find, Hypothesis’ approach': row(all(cost => cost.others)),
    'frame, at rest': row(all(cost => cost.restFrames)),
    'frame, while 200 anchors are found': row(all(cost => cost.watchFrames)),
  });
  console.log(
    `frames above ${LATE_MS} ms: ${late(all(cost => cost.restFrames))} at rest, ${late(all(cost => cost.watchFrames))} while finding; changes made to the page: ${all(cost => cost.mutations).reduce((sum, count) => sum + count, 0)}`,
  );
}
