/** Words of a page in DokuWiki, a real wiki, with the worker killed between every two steps. */
import { fillNote, paintedWords, selectWords, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';
import { answer, cardOf, chooseRep, pageOf, type Stage, setStage, shoot } from './stage.ts';

test.describe.configure({ mode: 'serial' });

const WORDS = 'count to five';
const NOTE = {
  kind: 'Improve',
  behaviour: 'Next step said aloud',
  observation: 'You answered your own question after two seconds, twice.',
  impact: 'She never said what the budget is.',
  nextAction: 'Ask, then count to five before you speak.',
} as const;

let stage: Stage;
test.beforeAll(async ({ people, servers }) => {
  stage = await setStage('dokuwiki', people, servers);
});
test.afterAll(() => stage?.stop());

test.describe('on words of a DokuWiki page', () => {
  test('the note goes from the coach to the rep and its answer back, whatever happens to the workers', async () => {
    const { coach, rep } = stage;
    const coachPage = await coach.visit(pageOf(stage, 'guide'));
    await selectWords(coachPage, WORDS);
    const panel = await coach.openPanel(coachPage);
    await expect(panel.locator('header')).toContainText('Call guide');
    await coach.killWorker();
    await expect(panel.getByTestId('place')).toContainText(WORDS);
    await chooseRep(panel);
    await fillNote(panel, NOTE);
    await shoot(coachPage, 'dokuwiki-panel');
    await coach.killWorker();
    expect(await sendNote(coachPage, panel)).toContain('Jonas Petersen');
    await coach.killWorker();

    // The same page by an address that somebody typed.
    const typed = pageOf(stage, 'guide').replace(
      'sales:call_guide',
      ':Sales:Call%20guide&do=show#call_guide',
    );
    const repPage = await rep.visit(typed);
    await rep.killWorker();
    const sidebar = await rep.openSidebar(repPage);
    const card = cardOf(sidebar, NOTE.observation);
    await expect(card).toBeVisible();
    await expect.poll(() => paintedWords(repPage, 'correction'), 'the highlight').toEqual([WORDS]);
    await shoot(repPage, 'dokuwiki-page');
    await shoot(sidebar, 'dokuwiki-sidebar');

    await rep.killWorker();
    await card.getByRole('button', { name: WORDS }).click();
    await expect.poll(() => repPage.evaluate(() => `${getSelection()}`), 'the jump').toBe(WORDS);
    await rep.killWorker();
    await answer(card, NOTE.kind, 'I will count under the table.');

    await coach.killWorker();
    const coachSidebar = await coach.openSidebar(coachPage);
    await expect(cardOf(coachSidebar, NOTE.observation).getByText('Jonas Petersen: Accepted')).toBeVisible();
  });

  test('stays with its page: the next one has none, the editor of the same one does', async () => {
    const { rep } = stage;
    const page = await rep.visit(pageOf(stage, 'otherGuide'));
    const sidebar = await rep.openSidebar(page);
    await expect(sidebar.getByText('No notes here yet.')).toBeVisible();
    expect(await paintedWords(page, 'correction')).toEqual([]);
    await page.goto(`${pageOf(stage, 'guide')}&rev=`);
    await expect(cardOf(sidebar, NOTE.observation)).toBeVisible();
  });

  test('is found again after the page was rewritten around it', async () => {
    const { rep } = stage;
    const page = await rep.visit(`${pageOf(stage, 'guide')}&do=edit`);
    const editor = page.getByRole('textbox', { name: /edit|page|content/i }).or(page.locator('#wiki__text'));
    const before = await editor.first().inputValue();
    const after = before.replace(
      'Ask one question and wait. ',
      'Be quiet more often than you like. Ask once, then wait. ',
    );
    expect(after).not.toBe(before);
    try {
      await editor.first().fill(after);
      await page.getByRole('button', { name: 'Save' }).first().click();
      await expect(page.getByText('Be quiet more often')).toBeVisible();
      await expect.poll(() => paintedWords(page, 'correction'), 'the words, moved').toEqual([WORDS]);
    } finally {
      await page.goto(`${pageOf(stage, 'guide')}&do=edit`);
      await editor.first().fill(before);
      await page.getByRole('button', { name: 'Save' }).first().click();
      await page.close();
    }
  });
});
