/** Words of a tiddler in TiddlyWiki, which draws and drops its tiddlers at will; offline first, online later. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillNote, paintedWords, selectWords, sendNote } from '#testing/cast.ts';
import { until } from '#testing/extension.ts';
import { answer, cardOf, chooseRep, pageOf, type Stage, setStage, shoot } from './stage.ts';

const WORDS = 'a next step that has a day and a time';
const NOTE = {
  kind: 'Recognise',
  observation: 'You closed with “Thursday at ten, I bring the plan”.',
  impact: 'She wrote it into her calendar while you spoke.',
} as const;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage('tiddlywiki');
});
afterAll(() => stage?.stop());

describe('on words of a tiddler', () => {
  it('is written offline, waits, goes out later, and is found and answered', async () => {
    const { coach, rep } = stage;
    const repPage = await rep.visit(pageOf(stage, 'guide'));
    const sidebar = await rep.openSidebar(repPage);
    const coachPage = await coach.visit(pageOf(stage, 'guide'));
    await coachPage.getByText(WORDS).waitFor();
    await coach.context.setOffline(true);
    await selectWords(coachPage, WORDS);
    const panel = await coach.openPanel(coachPage);
    await until(
      async () => (await panel.locator('header').innerText()).includes('Call guide'),
      'the tiddler',
    );
    await chooseRep(panel);
    await fillNote(panel, NOTE);
    await sendNote(coachPage, panel);
    await until(async () => (await paintedWords(coachPage, 'recognition')).join() === WORDS, 'own highlight');
    await coach.killWorker();
    expect(await cardOf(sidebar, NOTE.observation).count()).toBe(0);
    await coach.context.setOffline(false);
    const coachSidebar = await coach.openSidebar(coachPage);
    await coachSidebar.getByText('All sent').waitFor();

    const card = cardOf(sidebar, NOTE.observation);
    await card.waitFor();
    await until(async () => (await paintedWords(repPage, 'recognition')).join() === WORDS, 'the highlight');
    await shoot(repPage, 'tiddlywiki-page');
    await rep.killWorker();
    await card.getByRole('button', { name: WORDS }).click();
    await until(async () => (await repPage.evaluate(() => `${getSelection()}`)) === WORDS, 'the jump');
    await answer(card, NOTE.kind, 'I will do it again on Friday.');
    await cardOf(coachSidebar, NOTE.observation).getByText('Jonas Petersen: Accepted').waitFor();
    await coachPage.close();
    await repPage.close();
  });

  it('comes and goes with its tiddler, while others stand beside it', async () => {
    const { rep } = stage;
    const page = await rep.visit(pageOf(stage, 'guide'));
    const sidebar = await rep.openSidebar(page);
    await cardOf(sidebar, NOTE.observation).waitFor();
    await goTo(page, 'otherGuide');
    await sidebar.getByText('No notes here yet.').waitFor();
    await until(async () => (await paintedWords(page, 'recognition')).length === 0, 'no highlight');
    await page.goBack();
    await cardOf(sidebar, NOTE.observation).waitFor();
    await until(
      async () => (await paintedWords(page, 'recognition')).join() === WORDS,
      'the highlight again',
    );

    // Closed and opened, the tiddler is drawn anew.
    const tiddler = page.locator('[data-tiddler-title="Call guide"]');
    await tiddler.hover();
    await tiddler.getByRole('button', { name: /close/i }).first().click();
    await tiddler.waitFor({ state: 'detached' });
    await goTo(page, 'otherGuide');
    await sidebar.getByText('No notes here yet.').waitFor();
    await goTo(page, 'guide');
    await page.getByText(WORDS).waitFor();
    await until(async () => (await paintedWords(page, 'recognition')).join() === WORDS, 'the words, redrawn');
    await page.close();
  });
});

function goTo(page: Page, name: string): Promise<void> {
  return page.evaluate(
    to => {
      location.href = to;
    },
    pageOf(stage, name),
  );
}
