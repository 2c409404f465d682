/** Behaviours: from one problem to one that is practised, proposed and agreed. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from '#testing/accessibility.ts';
import { type Cast, launchAs, startCast } from '#testing/cast.ts';
import { freePort, launch, type Person } from '#testing/extension.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
  mkdirSync('screenshots', { recursive: true });
});
afterAll(() => demo.stop());

const openBehaviours = async (person: Person): Promise<Page> => {
  const page = await person.extensionPage('options.html#behaviours');
  await page.getByRole('heading', { level: 1, name: 'Behaviours' }).waitFor();
  return page;
};

describe('alone', () => {
  it('begins with one problem, takes a behaviour up, and writes about it', async () => {
    const me = await launch();
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
    await page.getByRole('button', { name: 'Keep as a proposal' }).waitFor();
    await page.setViewportSize({ width: 320, height: 900 });
    await page.screenshot({ path: 'screenshots/behaviours-form.png', fullPage: true });
    expect(await axeProblems(page)).toEqual([]);
    await standard.fill(words);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const card = page.getByRole('article', { name: 'Next step said aloud' });
    await card.getByText('Practised now').waitFor();
    await page.screenshot({ path: 'screenshots/behaviours-320.png', fullPage: true });
    expect(await axeProblems(page)).toEqual([]);

    const work = await me.visit(demo.artifacts.crm.url);
    const panel = await me.openPanel(work);
    expect(
      await panel.getByRole('combobox', { name: 'Behaviour' }).locator('option').allInnerTexts(),
    ).toEqual(['Choose one …', 'Next step said aloud']);
    await me.close();
  });

  it('takes up two in a first cycle, and says so at the third', async () => {
    const me = await launch();
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
    await page.getByRole('article').nth(1).waitFor();
    await take('Asks for the next step');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('There are 2 already').waitFor();
    await me.close();
  });
});

describe('a coach and a rep', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await startCast();
  });
  afterAll(() => cast.stop());

  it('what the coach proposes starts when the rep agrees', async () => {
    const [coach, rep] = [await launchAs(cast.coach, cast), await launchAs(cast.rep, cast)];
    const mine = await openBehaviours(coach);
    await mine.getByRole('combobox', { name: 'For', exact: true }).selectOption({ label: cast.rep.name });
    await mine.getByRole('button', { name: 'From the library' }).click();
    await mine.getByRole('button', { name: 'Take “Next step said aloud”' }).click();
    await mine.getByRole('textbox', { name: 'The problem, in one sentence' }).fill('Deals stand still.');
    for (const check of await mine.getByRole('checkbox').all()) await check.check();
    await mine.getByRole('button', { name: `Propose to ${cast.rep.name}` }).click();
    await mine.getByText(`Proposed: ${cast.rep.name} has not agreed yet`).waitFor();

    const theirs = await openBehaviours(rep);
    await theirs.getByRole('button', { name: 'Agree', exact: true }).click();
    await theirs.getByText('Practised now').waitFor();
    await mine.getByText('Practised now').waitFor();
    await coach.close();
    await rep.close();
  });
});
