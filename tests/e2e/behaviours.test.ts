/** Behaviours: from one problem to one that is practised, proposed and agreed. */
import type { Page } from '@playwright/test';
import { axeProblems } from '#testing/browser/accessibility.ts';
import type { Person } from '#testing/browser/extension.ts';
import type { Cast } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

const openBehaviours = async (person: Person): Promise<Page> => {
  const page = await person.extensionPage('options.html#behaviours');
  await expect(page.getByRole('heading', { level: 1, name: 'Behaviours' })).toBeVisible();
  return page;
};

test.describe('alone', () => {
  test('begins with one problem, takes a behaviour up, and writes about it', async ({ demo, people }) => {
    const me = await people.launch();
    const page = await openBehaviours(me);
    await page.getByRole('button', { name: 'From the library' }).click();
    await page.screenshot({ path: 'screenshots/behaviours-library.png' });
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take “Next step said aloud”' }).click();

    await page
      .getByRole('textbox', { name: 'The problem, in one sentence' })
      .fill('Deals stand still after the demo.');
    for (const check of [/^visible/, /^repeatable/, /^measurable/]) {
      await page.getByRole('checkbox', { name: check }).check();
    }
    const standard = page.getByRole('textbox', { name: 'To what standard?' });
    const words = await standard.inputValue();
    await standard.fill('Good and clear');
    await expect(page.getByRole('button', { name: 'Keep as a proposal' })).toBeVisible();
    await page.setViewportSize({ width: 320, height: 900 });
    await page.screenshot({ path: 'screenshots/behaviours-form.png', fullPage: true });
    expect(await axeProblems(page)).toEqual([]);
    await standard.fill(words);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const card = page.getByRole('article', { name: 'Next step said aloud' });
    await expect(card.getByText('Practised now')).toBeVisible();
    await page.screenshot({ path: 'screenshots/behaviours-320.png', fullPage: true });
    expect(await axeProblems(page)).toEqual([]);

    const work = await me.visit(demo.artifacts.crm.url);
    const panel = await me.openPanel(work);
    expect(
      await panel.getByRole('combobox', { name: 'Behaviour' }).locator('option').allInnerTexts(),
    ).toEqual(['Choose one …', 'Next step said aloud']);
  });

  test('asks for the problem and the parts whichever way one starts', async ({ people }) => {
    const me = await people.launch();
    const page = await openBehaviours(me);
    const card = page.getByRole('article', { name: 'Next step said aloud' });
    await page.getByRole('button', { name: 'From the library' }).click();
    await page.getByRole('button', { name: 'Take “Next step said aloud”' }).click();
    await page.getByRole('textbox', { name: 'To what standard?' }).fill('');
    await page.getByRole('button', { name: 'Keep as a proposal' }).click();
    await card.getByRole('button', { name: 'Take off the list' }).click();
    await card.getByRole('button', { name: 'Take up again' }).click();
    await expect(card.getByText('begins with one problem')).toBeVisible();
    await expect(card.getByText('Practised now')).toHaveCount(0);

    await card.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('textbox', { name: 'The problem, in one sentence' }).fill('Deals stand still.');
    for (const check of await page.getByRole('checkbox').all()) await check.check();
    await expect(page.getByText('To what standard?', { exact: false }).last()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep as a proposal' })).toBeVisible();
    await page.getByRole('textbox', { name: 'To what standard?' }).fill('Owner, action and date are spoken.');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(card.getByText('Practised now')).toBeVisible();
  });

  test('takes up two in a first cycle, and says so at the third', async ({ people }) => {
    const me = await people.launch();
    const page = await openBehaviours(me);
    const take = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: 'From the library' }).click();
      await page.getByRole('button', { name: `Take “${name}”` }).click();
    };
    await take('Next step said aloud');
    await page.getByRole('textbox', { name: 'The problem, in one sentence' }).fill('Deals stand still.');
    for (const check of await page.getByRole('checkbox').all()) await check.check();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await take('Follow-up the same day');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByRole('article').nth(1)).toBeVisible();
    await take('Asks for the next step');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByText('There are 2 already')).toBeVisible();
  });
});

test.describe('a coach and a rep', () => {
  let cast: Cast;
  test.beforeAll(async ({ servers }) => {
    cast = await servers.startCast();
  });

  test('what the coach proposes starts when the rep agrees', async ({ people }) => {
    const [coach, rep] = [await people.launchAs(cast.coach, cast), await people.launchAs(cast.rep, cast)];
    const mine = await openBehaviours(coach);
    await mine.getByRole('combobox', { name: 'For', exact: true }).selectOption({ label: cast.rep.name });
    await mine.getByRole('button', { name: 'From the library' }).click();
    await mine.getByRole('button', { name: 'Take “Next step said aloud”' }).click();
    await mine.getByRole('textbox', { name: 'The problem, in one sentence' }).fill('Deals stand still.');
    for (const check of await mine.getByRole('checkbox').all()) await check.check();
    await mine.getByRole('button', { name: `Propose to ${cast.rep.name}` }).click();
    await expect(mine.getByText(`Proposed: ${cast.rep.name} has not agreed yet`)).toBeVisible();

    const theirs = await openBehaviours(rep);
    await theirs.getByRole('button', { name: 'Agree', exact: true }).click();
    await expect(theirs.getByText('Practised now')).toBeVisible();
    await expect(mine.getByText('Practised now')).toBeVisible();
  });
});
