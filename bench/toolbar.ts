/** From the click on the toolbar button to a panel that takes keys. */
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { launch } from '#testing/browser/extension.ts';
import { EXTENSION_ID } from '#testing/browser/profile.ts';
import { until } from '#testing/until.ts';
import { clickToolbar, launchBareFrame } from './bare.ts';
import { stamps, watch } from './clock.ts';
import type { Row } from './figures.ts';
import type { BenchPages } from './pages.ts';

const CLICKS = 14;
const TARGET = { median: 300 };

export async function measureToolbar(pages: BenchPages): Promise<Row[]> {
  // No origin is granted: each first click has to bring the page script and the tools as well.
  const sideline = await launch();
  const bare = await launchBareFrame();
  try {
    await watch(sideline.context);
    await watch(bare.context);
    const ours = { context: sideline.context, extensionId: EXTENSION_ID };
    await closing(firstClick(ours, pages.text));
    await closing(firstClick(bare, pages.text));
    const first: number[] = [];
    const again: number[] = [];
    const asleep: number[] = [];
    const floor: number[] = [];
    for (let turn = 0; turn < CLICKS; turn++) {
      const { ms, page, panel } = await firstClick(ours, pages.text);
      first.push(ms);
      again.push(await secondClick(ours, page, panel));
      await page.close();
      floor.push(await closing(firstClick(bare, pages.text)));
      await sideline.killWorker();
      asleep.push(await closing(firstClick(ours, pages.text)));
    }
    const beside = { what: 'bare extension page in a frame', samples: floor };
    return [
      { what: 'toolbar click to panel, first on a page', unit: 'ms', samples: first, beside, target: TARGET },
      { what: 'the same with the worker stopped', unit: 'ms', samples: asleep, beside, target: TARGET },
      { what: 'toolbar click to panel, again', unit: 'ms', samples: again, beside, target: TARGET },
    ];
  } finally {
    await sideline.close();
    await bare.close();
  }
}

interface Clicked {
  context: BrowserContext;
  extensionId: string;
}

interface Opened {
  ms: number;
  page: Page;
  panel: Frame;
}

async function firstClick(browser: Clicked, url: string): Promise<Opened> {
  const page = await browser.context.newPage();
  await page.goto(url);
  return { page, ...(await click(browser, page)) };
}

async function secondClick(browser: Clicked, page: Page, panel: Frame): Promise<number> {
  await clickToolbar(browser.context, browser.extensionId, page);
  await until(async () => panel.isDetached(), 'the panel to close');
  return (await click(browser, page)).ms;
}

/** `ms` from just before the browser is told of the click to the first frame with the caret in the panel. */
async function click(browser: Clicked, page: Page): Promise<Omit<Opened, 'page'>> {
  const start = await clickToolbar(browser.context, browser.extensionId, page);
  const panel = await until(
    async () => page.frames().find(frame => frame.url().endsWith('/panel.html')),
    'the panel',
  );
  const { focusedAt } = await stamps(panel, 'focusedAt');
  await page.keyboard.type('k');
  const typed = await panel.locator('textarea').first().inputValue();
  if (typed !== 'k') throw new Error('The panel shows a caret and takes no keys.');
  await panel.locator('textarea').first().fill('');
  return { ms: focusedAt - start, panel };
}

async function closing(opening: Promise<Opened>): Promise<number> {
  const { ms, page } = await opening;
  await page.close();
  return ms;
}
