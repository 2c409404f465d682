/** What every view must keep: the rules of accessibility, and a width of 320 px. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Violations that axe finds on a page of ours; none is right. */
export async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(each => `${each.id}: ${each.nodes[0]?.html}`);
}
