/** Every view by keyboard, by screen reader rules (axe), in both schemes and at the narrowest width. */
import { axeProblems, axeProblemsIn, overflow } from '#testing/browser/accessibility.ts';
import type { Person } from '#testing/browser/extension.ts';
import { fillNote, selectWords, sendNote, someWords } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    let me: Person;
    test.beforeAll(async ({ people }) => {
      me = await people.launch({ colorScheme });
    });

    test('the panel breaks no rule of accessibility', async ({ demo }) => {
      const page = await me.visit(demo.artifacts.doc.url);
      await selectWords(page, await someWords(page));
      const panel = await me.openPanel(page);
      await panel.getByText('Score it').click();
      await page.screenshot({ path: `screenshots/panel-${colorScheme}.png` });
      expect(await axeProblemsIn(panel)).toEqual([]);
    });

    test('the sidebar breaks no rule, with notes and while writing, and fits 320 px', async ({ demo }) => {
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
      await expect(sidebar.getByRole('article').nth(1)).toBeVisible();
      for (const width of [320, 480]) {
        await sidebar.setViewportSize({ width, height: 900 });
        await sidebar.screenshot({ path: `screenshots/sidebar-${colorScheme}-${width}.png` });
        expect(await overflow(sidebar), `${width} px`).toBeLessThanOrEqual(0);
      }
      expect(await axeProblems(sidebar)).toEqual([]);
      await sidebar.getByRole('button', { name: 'Write a note' }).click();
      await expect(sidebar.getByRole('textbox', { name: 'What I saw or heard' })).toBeVisible();
      expect(await axeProblems(sidebar)).toEqual([]);
    });

    test('the options break no rule', async () => {
      const options = await me.extensionPage('options.html');
      await options.emulateMedia({ colorScheme });
      await expect(options.getByLabel('Server address')).toBeVisible();
      await options.screenshot({ path: `screenshots/options-${colorScheme}.png` });
      expect(await axeProblems(options)).toEqual([]);
    });
  });
}

test.describe('by keyboard alone', () => {
  test('from the selected words to sent, in at most 12 interactions besides the words themselves', async ({
    demo,
    people,
  }) => {
    const me = await people.launch();
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
    // Back over the texts and the link to the person's own behaviours, to the behaviour itself.
    for (let back = 0; back < 4; back++) await press('Shift+Tab');
    await press('n');
    await press('Control+Enter');
    await expect(panel.getByTestId('message')).toContainText('Saved');
    expect(interactions).toBeLessThanOrEqual(12);
    // Its target goes away with the key: nobody is left to say that the key came up again.
    void page.keyboard.press('Escape').catch(() => undefined);
    await expect.poll(() => page.frames().length, 'the panel to close').toBe(1);
  });
});
