/** Words of a tiddler in TiddlyWiki, which draws and drops its tiddlers at will; offline first, online later. */
import type { Page } from '@playwright/test';
import { fillNote, paintedWords, selectWords, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';
import { answer, cardOf, chooseRep, pageOf, type Stage, setStage, shoot } from './stage.ts';

test.describe.configure({ mode: 'serial' });

const WORDS = 'a next step that has a day and a time';
const NOTE = {
  kind: 'Recognise',
  observation: 'You closed with “Thursday at ten, I bring the plan”.',
  impact: 'She wrote it into her calendar while you spoke.',
} as const;

let stage: Stage;
test.beforeAll(async ({ people, servers }) => {
  stage = await setStage('tiddlywiki', people, servers);
});
test.afterAll(() => stage?.stop());

test.describe('on words of a tiddler', () => {
  test('is written offline, waits, goes out later, and is found and answered', async () => {
    const { coach, rep } = stage;
    const repPage = await rep.visit(pageOf(stage, 'guide'));
    const sidebar = await rep.openSidebar(repPage);
    const coachPage = await coach.visit(pageOf(stage, 'guide'));
    await expect(coachPage.getByText(WORDS)).toBeVisible();
    await coach.context.setOffline(true);
    await selectWords(coachPage, WORDS);
    const panel = await coach.openPanel(coachPage);
    await expect(panel.locator('header')).toContainText('Call guide');
    await chooseRep(panel);
    await fillNote(panel, NOTE);
    await sendNote(coachPage, panel);
    await expect.poll(() => paintedWords(coachPage, 'recognition'), 'own highlight').toEqual([WORDS]);
    await coach.killWorker();
    await expect(cardOf(sidebar, NOTE.observation)).toHaveCount(0);
    await coach.context.setOffline(false);
    const coachSidebar = await coach.openSidebar(coachPage);
    await expect(coachSidebar.getByText('All sent')).toBeVisible();

    const card = cardOf(sidebar, NOTE.observation);
    await expect(card).toBeVisible();
    await expect.poll(() => paintedWords(repPage, 'recognition'), 'the highlight').toEqual([WORDS]);
    await shoot(repPage, 'tiddlywiki-page');
    await rep.killWorker();
    await card.getByRole('button', { name: WORDS }).click();
    await expect.poll(() => repPage.evaluate(() => `${getSelection()}`), 'the jump').toBe(WORDS);
    await answer(card, NOTE.kind, 'I will do it again on Friday.');
    await expect(cardOf(coachSidebar, NOTE.observation).getByText('Jonas Petersen: Accepted')).toBeVisible();
  });

  test('comes and goes with its tiddler, while others stand beside it', async () => {
    const { rep } = stage;
    const page = await rep.visit(pageOf(stage, 'guide'));
    const sidebar = await rep.openSidebar(page);
    await expect(cardOf(sidebar, NOTE.observation)).toBeVisible();
    await goTo(page, 'otherGuide');
    await expect(sidebar.getByText('No notes here yet.')).toBeVisible();
    await expect.poll(() => paintedWords(page, 'recognition'), 'no highlight').toHaveLength(0);
    await page.goBack();
    await expect(cardOf(sidebar, NOTE.observation)).toBeVisible();
    await expect.poll(() => paintedWords(page, 'recognition'), 'the highlight again').toEqual([WORDS]);

    // Closed and opened, the tiddler is drawn anew.
    const tiddler = page.locator('[data-tiddler-title="Call guide"]');
    await tiddler.hover();
    await tiddler.getByRole('button', { name: /close/i }).first().click();
    await expect(tiddler).toHaveCount(0);
    await goTo(page, 'otherGuide');
    await expect(sidebar.getByText('No notes here yet.')).toBeVisible();
    await goTo(page, 'guide');
    await expect(page.getByText(WORDS)).toBeVisible();
    await expect.poll(() => paintedWords(page, 'recognition'), 'the words, redrawn').toEqual([WORDS]);
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
