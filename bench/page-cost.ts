/** What a page costs more with Sideline enabled on it and nothing open, than without Sideline. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { EXTENSION_DIR, EXTENSION_ORIGIN, launch } from '#testing/browser/extension.ts';
import { launchBare, launchBareScript } from './bare.ts';
import type { Row } from './figures.ts';
import type { BenchPages } from './pages.ts';

const LOADS = 24;
/** After `load` a page is left alone for this long, so that the page script has asked all it asks; in ms. */
const SETTLE_MS = 350;

interface Cost {
  /** Time that the main thread was busy with this page, as CPU time of the thread: others on the machine cost it nothing. */
  taskMs: number;
  /** The same without layout, whose time on a long page varies more from load to load than all that we do. */
  besideLayoutMs: number;
  /** How often the page was laid out: were it more often with Sideline, the figure above would hide it. */
  layouts: number;
  /** The part of it that was spent in scripts. */
  scriptMs: number;
  heapBytes: number;
}

/** A tab whose loads are counted. */
interface Meter {
  page: Page;
  session: CDPSession;
}

export async function measurePageCost(pages: BenchPages): Promise<Row[]> {
  const sideline = await launch({ granted: [pages.origin] });
  const bare = await launchBare();
  const idle = await launchBareScript();
  try {
    const rows: Row[] = [];
    for (const [name, url] of [
      ['text page of 200 kB', pages.text],
      ['page with a video', pages.video],
    ] as const) {
      rows.push(...(await compare(name, url, [sideline.context, idle.context, bare.context])));
    }
    return [...(await sizes(sideline.context, pages.text)), ...rows];
  } finally {
    await sideline.close();
    await bare.close();
    await idle.close();
  }
}

/** `contexts`: with Sideline, with an extension whose script does nothing, with no extension. Loads take turns. */
async function compare(name: string, url: string, contexts: BrowserContext[]): Promise<Row[]> {
  const meters = await Promise.all(contexts.map(context => openMeter(context, url)));
  const turns: Cost[][] = [];
  for (let turn = 0; turn < LOADS; turn++) {
    const costs: Cost[] = [];
    for (const meter of meters) costs.push(await load(meter, url));
    turns.push(costs);
  }
  await Promise.all(meters.map(meter => meter.page.close()));
  /** What the load at `place` of each turn took more than the one without any extension. */
  const more = (place: number, field: keyof Cost, unit = 1) =>
    turns.map(costs => ((costs[place]?.[field] ?? Number.NaN) - (costs[2]?.[field] ?? Number.NaN)) / unit);
  return [
    {
      what: `${name}: main thread but layout, more than without`,
      unit: 'ms',
      samples: more(0, 'besideLayoutMs'),
      beside: { what: 'a script that does nothing', samples: more(1, 'besideLayoutMs') },
      target: { median: 5 },
    },
    {
      what: `${name}: layouts, more than without`,
      unit: '',
      samples: more(0, 'layouts'),
      beside: { what: 'a script that does nothing', samples: more(1, 'layouts') },
    },
    {
      what: `${name}: main thread, all of it`,
      unit: 'ms',
      samples: turns.map(costs => costs[0]?.taskMs ?? Number.NaN),
      beside: { what: 'no extension', samples: turns.map(costs => costs[2]?.taskMs ?? Number.NaN) },
    },
    {
      what: `${name}: in scripts, more than without`,
      unit: 'ms',
      samples: more(0, 'scriptMs'),
      beside: { what: 'a script that does nothing', samples: more(1, 'scriptMs') },
    },
    {
      what: `${name}: JS heap, more than without`,
      unit: 'kB',
      samples: more(0, 'heapBytes', 1000),
      beside: { what: 'a script that does nothing', samples: more(1, 'heapBytes', 1000) },
    },
  ];
}

async function openMeter(context: BrowserContext, url: string): Promise<Meter> {
  const page = await context.newPage();
  // The first load starts a process and fills caches: it is not counted.
  await page.goto(url);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

/** Loads the page anew. The browser's counters begin at zero with each navigation. */
async function load({ page, session }: Meter, url: string): Promise<Cost> {
  await page.bringToFront();
  await page.goto(url);
  await new Promise(done => setTimeout(done, SETTLE_MS));
  const busy = await readMetrics(session);
  await session.send('HeapProfiler.collectGarbage');
  const after = await readMetrics(session);
  return {
    taskMs: (busy.TaskDuration ?? Number.NaN) * 1000,
    besideLayoutMs: ((busy.TaskDuration ?? Number.NaN) - (busy.LayoutDuration ?? Number.NaN)) * 1000,
    layouts: busy.LayoutCount ?? Number.NaN,
    scriptMs: (busy.ScriptDuration ?? Number.NaN) * 1000,
    heapBytes: after.JSHeapUsedSize ?? Number.NaN,
  };
}

async function readMetrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** The bytes of our scripts that the page's process really parsed, and those of the scripts that wait on the disk. */
async function sizes(context: BrowserContext, url: string): Promise<Row[]> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let injected = 0;
  session.on('Debugger.scriptParsed', script => {
    if (script.url.startsWith(EXTENSION_ORIGIN)) injected += script.length ?? 0;
  });
  await session.send('Debugger.enable');
  await page.goto(url);
  await new Promise(done => setTimeout(done, SETTLE_MS));
  await page.close();
  const bytes = (file: string) => statSync(join(EXTENSION_DIR, file)).size;
  return [
    {
      what: 'script put into an enabled page',
      unit: 'kB',
      samples: [injected / 1000],
      target: { median: 15 },
    },
    {
      what: 'page tools (only with notes or a panel)',
      unit: 'kB',
      samples: [bytes('tools.js') / 1000],
      target: { median: 50 },
    },
    {
      what: 'media tools (only with a player)',
      unit: 'kB',
      samples: [bytes('media.js') / 1000],
    },
    {
      what: 'region tools (only with a region of a picture)',
      unit: 'kB',
      samples: [bytes('regions.js') / 1000],
    },
  ];
}
