/** What every view must keep: the rules of accessibility, and a width of 320 px. */
import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Violations that axe finds on a page of ours; none is right. */
export async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(each => `${each.id}: ${each.nodes[0]?.html}`);
}

/** The same in a frame of ours: axe cannot look through a closed shadow root from the page, it is run inside. */
export async function axeProblemsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(each => `${each.id}: ${each.nodes[0]?.html}`);
  });
}

/** How many px a view is wider than what shows it; none is right. */
export function overflow(view: Page | Frame): Promise<number> {
  return view.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
