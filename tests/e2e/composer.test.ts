/** The composer as a coach meets it: the language check, phrases, scores, all by keyboard. */
import { mkdirSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/serve.ts';
import { freePort, launch, type Person, until } from '../../scripts/extension.ts';
import { fillNote, sendNote } from './cast.ts';

let demo: Demo;
let me: Person;
beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
  me = await launch();
  mkdirSync('screenshots', { recursive: true });
});
afterAll(async () => {
  await me.close();
  await demo.stop();
});

async function panelOn(url: string): Promise<{ page: Page; panel: Frame }> {
  const page = await me.visit(url);
  return { page, panel: await me.openPanel(page) };
}

describe('the language check', () => {
  it('says quietly what no camera sees, and puts a better example in by key', async () => {
    const { page, panel } = await panelOn(demo.artifacts.crm.url);
    await fillNote(panel, {
      behaviour: 'Next step said aloud',
      observation: 'The call ended at 31:10 with “talk soon”.',
      impact: 'Nobody knows who moves first.',
      nextAction: 'Be more engaging with the customer.',
    });
    const next = panel.getByRole('textbox', { name: 'Next time' });
    const hint = panel.getByText('What would a camera see?');
    await hint.waitFor();
    await page.screenshot({ path: 'screenshots/composer-language.png' });

    const said = await sendNote(page, panel);
    expect(said).toContain('Reword one part first');
    await until(() => next.evaluate(field => field === document.activeElement), 'the caret in that part');
    await page.keyboard.press('Alt+Enter');
    expect(await next.inputValue()).toBe(
      'Confirm the next step aloud, with owner and date, before closing the call.',
    );
    await hint.waitFor({ state: 'hidden' });
    expect(await sendNote(page, panel)).toContain('Saved');
    await page.close();
  });
});
