/**
 * A moment of a clip in each player that people embed: noted, marked, found again on the next visit. Notes to oneself:
 * another person hears no more than three a day.
 */
import type { Page } from '@playwright/test';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';
import { cardOf, drawnOver, pageOf, type Stage, setStage, shoot } from './stage.ts';

/** In seconds: where the note is made. */
const MOMENT = 7;

let stage: Stage;
test.beforeAll(async ({ people, servers }) => {
  stage = await setStage('players', people, servers);
});
test.afterAll(() => stage?.stop());

const PLAYERS = ['plain', 'audio', 'frame', 'shadow', 'plyr', 'shaka', 'hls', 'vidstack', 'media-chrome'];

for (const player of PLAYERS) {
  test.describe(`${player}`, () => {
    test('is a clip; its moment is noted, marked once, and found again', async () => {
      test.skip(!stage.pages[player], `${player} needs ffmpeg, which is not here`);
      const { rep } = stage;
      const observation = `You let her finish (${player}).`;
      const page = await rep.visit(pageOf(stage, player));
      await seek(page, MOMENT);
      const panel = await rep.openPanel(page);
      await expect(panel.getByText('Clip', { exact: true })).toBeVisible();
      await panel.getByRole('button', { name: 'Moment' }).click();
      await expect(panel.getByTestId('place')).toContainText('0:07');
      await fillNote(panel, { kind: 'Recognise', observation, impact: 'She named the budget.' });
      await shoot(page, `player-${player}`);
      expect(await sendNote(page, panel)).toContain('Saved');
      await page.close();

      const again = await rep.visit(pageOf(stage, player));
      await seek(again, 0);
      await expect.poll(() => marks(again), 'one mark').toBe(1);
      const sidebar = await rep.openSidebar(again);
      const card = cardOf(sidebar, observation);
      await card.getByRole('button', { name: /0:07/ }).click();
      await expect
        .poll(async () => Math.abs((await timeOf(again)) - MOMENT), 'the moment in the clip')
        .toBeLessThan(0.6);
    });
  });
}

test.describe('the next clip in the same element', () => {
  test('is another thing: it has none of the first one’s notes, and the first has them again', async () => {
    const { rep } = stage;
    const page = await rep.visit(pageOf(stage, 'swap'));
    await seek(page, MOMENT);
    const panel = await rep.openPanel(page);
    await panel.getByRole('button', { name: 'Moment' }).click();
    await fillNote(panel, { kind: 'Recognise', observation: 'On the first clip.', impact: 'Good.' });
    expect(await sendNote(page, panel)).toContain('Saved');
    await page.close();
    const again = await rep.visit(pageOf(stage, 'swap'));
    await seek(again, 0);
    await expect.poll(() => marks(again), 'the mark on the first clip').toBe(1);
    await again.evaluate(() => document.querySelector<HTMLElement>('#next')?.click());
    await expect.poll(() => marks(again), 'the mark to go with its clip').toBe(0);
    await seek(again, 0);
    expect(await marks(again)).toBe(0);
    await again.reload();
    await seek(again, 0);
    await expect.poll(() => marks(again), 'the mark on the first clip again').toBe(1);
  });
});

async function marks(page: Page): Promise<number> {
  return (await drawnOver(page)).filter(({ classes }) => /\bmark\b.*\brecognition\b/.test(classes)).length;
}

/** Once the clip has loaded, wherever the player keeps its element; what is asked for is there when it resolves. */
async function seek(page: Page, second: number): Promise<void> {
  await expect.poll(() => onMedia(page, second), 'the clip to load').not.toBe(undefined);
  await expect
    .poll(async () => Math.abs((await timeOf(page)) - second), `second ${second}`)
    .toBeLessThan(0.3);
}
const timeOf = async (page: Page) => (await onMedia(page)) ?? -1;

/** The clip's time, after it was set where a second is given; undefined while it has no length. */
function onMedia(page: Page, second?: number): Promise<number | undefined> {
  return page.evaluate(wanted => {
    function find(root: Document | ShadowRoot): HTMLMediaElement | undefined {
      const own = root.querySelector<HTMLMediaElement>('video, audio');
      if (own) return own;
      for (const element of root.querySelectorAll('*')) {
        const inner = element instanceof HTMLIFrameElement ? element.contentDocument : element.shadowRoot;
        const found = inner && find(inner);
        if (found) return found;
      }
      return undefined;
    }
    const media = find(document);
    if (!media || !(media.duration > 1)) return undefined;
    if (wanted !== undefined) media.currentTime = wanted;
    return media.currentTime;
  }, second);
}
