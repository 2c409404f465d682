/** Every view by keyboard, by screen reader rules (axe), in both schemes and at the narrowest width. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, axeProblemsIn, overflow } from '#testing/accessibility.ts';
import { fillNote, selectWords, sendNote, someWords } from '#testing/cast.ts';
import { freePort, launch, type Person, until } from '#testing/extension.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
  mkdirSync('screenshots', { recursive: true });
});
afterAll(() => demo.stop());

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  let me: Person;
  beforeAll(async () => {
    me = await launch({ colorScheme });
  });
  afterAll(() => me.close());

  it('the panel breaks no rule of accessibility', async () => {
    const page = await me.visit(demo.artifacts.doc.url);
    await selectWords(page, await someWords(page));
    const panel = await me.openPanel(page);
    await panel.getByText('Score it').click();
    await page.screenshot({ path: `screenshots/panel-${colorScheme}.png` });
    expect(await axeProblemsIn(panel)).toEqual([]);
    await page.close();
  });

  it('the sidebar breaks no rule, with notes and while writing, and fits 320 px', async () => {
    const page = await me.visit(demo.artifacts.doc.url);
    const panel = await me.openPanel(page);
    await fillNote(panel, {
      kind: 'Recognise',
      observation: 'You named the depot first.',
      impact: 'She nodded.',
    });
    await sendNote(page, panel);
    await fillNote(panel, {
      kind: 'Improve',
      behaviour: 'Next step said aloud',
      observation: 'Donaudampfschifffahrtsgesellschaftskapitänsversammlungsprotokollführerin'.repeat(2),
      impact: 'Lang.',
      nextAction: 'Sag den nächsten Schritt laut.',
    });
    await sendNote(page, panel);
    const sidebar = await me.openSidebar(page);
    await sidebar.emulateMedia({ colorScheme });
    await sidebar.getByRole('article').nth(1).waitFor();
    for (const width of [320, 480]) {
      await sidebar.setViewportSize({ width, height: 900 });
      await sidebar.screenshot({ path: `screenshots/sidebar-${colorScheme}-${width}.png` });
      expect(await overflow(sidebar), `${width} px`).toBeLessThanOrEqual(0);
    }
    expect(await axeProblems(sidebar)).toEqual([]);
    await sidebar.getByRole('button', { name: 'Write a note' }).click();
    await sidebar.getByRole('textbox', { name: 'What I saw or heard' }).waitFor();
    expect(await axeProblems(sidebar)).toEqual([]);
    await page.close();
  });

  it('the options break no rule', async () => {
    const options = await me.extensionPage('options.html');
    await options.emulateMedia({ colorScheme });
    await options.getByLabel('Server address').waitFor();
    await options.screenshot({ path: `screenshots/options-${colorScheme}.png` });
    expect(await axeProblems(options)).toEqual([]);
    await options.close();
  });
});

describe('by keyboard alone', () => {
  it('from the selected words to sent, in at most 12 interactions besides the words themselves', async () => {
    const me = await launch();
    const page = await me.visit(demo.artifacts.doc.url);
    await selectWords(page, await someWords(page));
    const panel = await me.openPanel(page);
    let interactions = 1;
    const press = async (key: string): Promise<void> => {
      interactions += 1;
      await page.keyboard.press(key);
    };
    const focused = () =>
      panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id);
    expect(await focused()).toBeTruthy();
    await page.keyboard.type('You named the price at 14:02.');
    await press('Tab');
    await page.keyboard.type('She stopped asking.');
    await press('Tab');
    await page.keyboard.type('Name the price after the plan.');
    await press('Shift+Tab');
    await press('Shift+Tab');
    await press('Shift+Tab');
    await press('n');
    await press('Control+Enter');
    await until(
      async () => (await panel.getByTestId('message').innerText()).includes('Saved'),
      'the note to be kept',
    );
    expect(interactions).toBeLessThanOrEqual(12);
    // Its target goes away with the key: nobody is left to say that the key came up again.
    void page.keyboard.press('Escape').catch(() => undefined);
    await until(async () => page.frames().length === 1, 'the panel to close');
    await me.close();
  });
});
