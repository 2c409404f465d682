/**
 * How long it takes to tell which record a page is: the very functions of the page script, in a fresh document of
 * 200 kB each time, at document idle. First what a page of an unknown site asks (every mark of self-hosted software,
 * then the plain page), then a record whose definition has the most selectors of all that ship.
 */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '#testing/browser/chromium.ts';
import { builtInSites } from '../lib/artifacts/sites/index.ts';
import { bundle } from '../scripts/build-anchors.ts';
import type { Row } from './figures.ts';
import type { BenchPages } from './pages.ts';

const LOADS = 30;
const TARGET_MS = 2;

interface Times {
  unknown: number;
  known: number;
  /** What it is compared with: reading the page's text once. */
  text: number;
}

export async function measureIdentify(pages: BenchPages): Promise<Row[]> {
  const code = await bundle(`${import.meta.dirname}/identify-entry.ts`, true);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  try {
    const times: Times[] = [];
    for (let load = 0; load < LOADS; load++) times.push(await measureOnce(browser, pages.text, code));
    const text = { what: 'reading the page’s text once', samples: times.map(each => each.text) };
    const target = { median: TARGET_MS };
    return [
      {
        what: 'which artifact is this? unknown site, page of 200 kB',
        unit: 'ms',
        samples: times.map(each => each.unknown),
        beside: text,
        target,
      },
      {
        what: 'the same with the largest definition that ships',
        unit: 'ms',
        samples: times.map(each => each.known),
        beside: text,
        target,
      },
    ];
  } finally {
    await browser.close();
  }
}

/** In a context of its own: nothing of an earlier load may be warm. */
async function measureOnce(browser: Browser, url: string, code: string): Promise<Times> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate(code);
    const largest = builtInSites.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
    return await page.evaluate(measureInPage, { id: largest?.id ?? '' });
  } finally {
    await context.close();
  }
}

/** Runs in the page: it stands alone. */
async function measureInPage({ id }: { id: string }): Promise<Times> {
  // A page that was not painted yet has its first layout to do, whoever asks.
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const { identify, probe, siteFor, definitionById, address } = (
    globalThis as unknown as { sidelineIdentify: typeof import('./identify-entry.ts') }
  ).sidelineIdentify;
  const page = { url: location.href, document };
  const site = siteFor(page.url);
  const definition = definitionById(id);
  const record = { url: address, document };
  const took = (run: () => unknown) => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  return {
    unknown: took(() => {
      probe(document, site.probes ?? []);
      identify(undefined, page);
    }),
    known: took(() => identify(definition, record)),
    text: took(() => document.body.innerText.length),
  };
}
