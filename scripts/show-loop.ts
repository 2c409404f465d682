/** The main job, played once without a window: the coach notes, the rep answers. Leaves a screenshot of each step. */
import { join } from 'node:path';
import { launch } from '#testing/browser/extension.ts';
import { type PlantedAccount, plantAccount } from '#testing/browser/sign-in.ts';
import { sendNote, startPickingField } from '#testing/server/cast.ts';
import type { Demo } from '../demo/serve.ts';

export interface LoopOptions {
  demo: Demo;
  granted: string[];
  coach: Promise<PlantedAccount> | PlantedAccount;
  rep: Promise<PlantedAccount> | PlantedAccount;
  /** Where the screenshots go. */
  folder: string;
}

export async function showLoop({ demo, granted, coach, rep, folder }: LoopOptions): Promise<void> {
  const shot = (name: string) => ({ path: join(folder, `${name}.png`) });
  const ines = await launch({ granted });
  const jonas = await launch({ granted });
  try {
    await plantAccount(ines, await coach);
    await plantAccount(jonas, await rep);
    const page = await ines.visit(demo.artifacts.crm.url);
    const panel = await ines.openPanel(page);
    await startPickingField(panel);
    await page
      .locator('dd, span, div')
      .filter({ hasText: /^Proposal$/, visible: true })
      .last()
      .click();
    // The last one of the library: those of the month's notes would ask for a ruling first.
    const behaviours = panel.getByRole('combobox', { name: 'Behaviour' });
    await behaviours.selectOption({ index: (await behaviours.locator('option').count()) - 1 });
    await panel
      .getByRole('textbox', { name: 'What I saw or heard' })
      .fill('The stage says Proposal, and the plan that Katharina asked for on Tuesday is not attached.');
    await panel.getByRole('textbox', { name: 'Why it matters' }).fill('She cannot show it to her drivers.');
    await panel
      .getByRole('textbox', { name: 'Next time' })
      .fill('Attach the plan before you move the stage.');
    await page.screenshot(shot('1-coach-writes'));
    const said = await sendNote(page, panel);
    if (!said.includes('finds it here')) throw new Error(`The note was not sent: ${said}`);
    await page.screenshot(shot('2-coach-sent'));

    const repPage = await jonas.visit(demo.artifacts.crm.url);
    const sidebar = await jonas.openSidebar(repPage);
    const card = sidebar.getByRole('article').filter({ hasText: 'The stage says Proposal' });
    await card.waitFor();
    await repPage.screenshot(shot('3-rep-page'));
    await sidebar.screenshot(shot('4-rep-sidebar'));
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card.getByRole('textbox').fill('Attached it just now, and sent her the link.');
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByText('Accepted').waitFor();
    await sidebar.screenshot(shot('5-rep-answered'));

    const coachSidebar = await ines.openSidebar(page);
    await coachSidebar
      .getByRole('article')
      .filter({ hasText: 'The stage says Proposal' })
      .getByText('Jonas Petersen accepted')
      .waitFor();
    await coachSidebar.screenshot(shot('6-coach-sees-the-answer'));

    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    await sidebar.getByRole('heading', { name: 'One thing now' }).waitFor();
    await sidebar.screenshot(shot('7-rep-today'));
    await coachSidebar.getByRole('tab', { name: /^People/ }).click();
    await coachSidebar.getByRole('heading', { name: 'What waits for you' }).waitFor();
    await coachSidebar.screenshot(shot('8-coach-people'));
    await coachSidebar.getByRole('button', { name: /^Jonas Petersen/ }).click();
    await coachSidebar.getByRole('heading', { name: 'Jonas Petersen', exact: true }).waitFor();
    await coachSidebar.screenshot(shot('9-coach-person'));
  } finally {
    await ines.close();
    await jonas.close();
  }
}
