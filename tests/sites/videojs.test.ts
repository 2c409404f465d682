/** A moment of a clip in video.js, which draws a timeline of its own. */
import type { Page } from '@playwright/test';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';
import { answer, cardOf, chooseRep, drawnOver, pageOf, type Stage, setStage, shoot } from './stage.ts';

const NOTE = {
  kind: 'Recognise',
  observation: 'You let her finish.',
  impact: 'She named the budget by herself.',
} as const;

let stage: Stage;
test.beforeAll(async ({ people, servers }) => {
  stage = await setStage('players', people, servers);
});
test.afterAll(() => stage?.stop());

test.describe('on a moment of a video.js clip', () => {
  test('typing stops the clip, sending lets it go on, and the mark lies on the player’s own bar', async () => {
    const { coach, rep } = stage;
    const coachPage = await coach.visit(pageOf(stage, 'videojs'));
    await ready(coachPage);
    await coachPage.getByTitle('Play Video').click();
    await expect.poll(async () => (await clip(coachPage)).time, 'the clip to play').toBeGreaterThan(0.5);
    const panel = await coach.openPanel(coachPage);
    expect((await clip(coachPage)).paused).toBe(false);
    await coach.killWorker();
    await chooseRep(panel);
    await panel.getByRole('radio', { name: NOTE.kind }).check();
    await panel
      .getByRole('textbox', { name: 'What I saw or heard' })
      .pressSequentially(NOTE.observation.slice(0, 5));
    await expect.poll(async () => (await clip(coachPage)).paused, 'the clip to stop').toBe(true);
    const stopped = await clip(coachPage);
    await fillNote(panel, NOTE);
    expect((await clip(coachPage)).time).toBe(stopped.time);
    await shoot(coachPage, 'videojs-panel');
    await sendNote(coachPage, panel);
    await expect.poll(async () => (await clip(coachPage)).paused, 'the clip to go on').toBe(false);
    // Somebody who begins to write has seen it a moment ago.
    const { start } = (await noteAnchors(coach)).at(-1) as MomentAnchor;
    expect(start).toBeLessThan(stopped.time);
    await coach.killWorker();

    const repPage = await rep.visit(pageOf(stage, 'videojs'));
    await ready(repPage);
    const sidebar = await rep.openSidebar(repPage);
    const card = cardOf(sidebar, NOTE.observation);
    await expect(card).toBeVisible();
    // Before the first play video.js shows no bar: the mark lies on ours, and moves over when there is one.
    await expect.poll(() => marks(repPage), 'the mark over the picture').toHaveLength(1);
    await repPage.getByTitle('Play Video').click();
    await expect.poll(() => markLiesOnBar(repPage, start), 'the mark on the progress bar').toBe(true);
    await shoot(repPage, 'videojs-page');
    await rep.killWorker();
    await card.getByRole('button', { name: /\d+:\d\d/ }).click();
    await expect
      .poll(async () => Math.abs((await clip(repPage)).time - start), 'the moment')
      .toBeLessThan(0.5);
    await answer(card, NOTE.kind, 'She did. I will wait next time too.');
    const coachSidebar = await coach.openSidebar(coachPage);
    await expect(cardOf(coachSidebar, NOTE.observation).getByText('Jonas Petersen: Accepted')).toBeVisible();
  });
});

async function ready(page: Page): Promise<void> {
  await expect.poll(async () => (await clip(page)).duration, 'the clip to load').toBeGreaterThan(1);
}

function clip(page: Page) {
  return page.evaluate(() => {
    const video = document.querySelector('video');
    return {
      paused: video?.paused ?? true,
      time: video?.currentTime ?? -1,
      duration: Number.isFinite(video?.duration) ? (video?.duration ?? 0) : 0,
    };
  });
}

async function marks(page: Page) {
  return (await drawnOver(page)).filter(({ classes }) => /\bmark\b.*\brecognition\b/.test(classes));
}

/** Whether one mark of ours is centred on video.js's own progress bar, at this second of it. */
async function markLiesOnBar(page: Page, second: number): Promise<boolean> {
  const bar = await page.locator('.vjs-progress-holder').boundingBox();
  const { duration } = await clip(page);
  const [mark, ...more] = await marks(page);
  if (!mark || !bar || more.length > 0) return false;
  const x = mark.left + mark.width / 2;
  const y = mark.top + mark.height / 2;
  const expected = bar.x + (second / duration) * bar.width;
  return Math.abs(x - expected) < 4 && y >= bar.y - 2 && y <= bar.y + bar.height + 2;
}
