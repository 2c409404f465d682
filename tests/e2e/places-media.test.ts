/** Moments, stretches and regions: by keys in the panel, by mouse and keyboard on the picture. */
import type { Frame, Page } from '@playwright/test';
import { frameIn, type Person } from '#testing/browser/extension.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import { seek, time } from '#testing/pages/watch-page.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;
let origin: string;

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#367"/></svg>`;
/** A picture twice as wide as high in a square: bars of 100 px above and below. */
const IMAGE_PAGE = `<!doctype html><title>Store shelf</title><h1>Store shelf, Tuesday</h1>
<img src="/shelf.svg?v=1" style="width:400px;height:400px;object-fit:contain;background:#ddd;display:block">`;

test.beforeAll(async ({ people, servers }) => {
  origin = await servers.startPages((request, response) => {
    const isPicture = request.url?.startsWith('/shelf.svg');
    response.setHeader('content-type', isPicture ? 'image/svg+xml' : 'text/html; charset=utf-8');
    response.end(isPicture ? PICTURE : IMAGE_PAGE);
  });
  me = await people.launch();
});

test.describe('marking a clip', () => {
  test('sets both ends by [ and ], steps by , and ., and plays the stretch once', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.clip.url);
    await seek(page, 10);
    const panel = await me.openPanel(page);
    const place = panel.getByTestId('place');
    await panel.getByRole('button', { name: 'Moment' }).focus();
    await page.keyboard.press('[');
    await expect(place).toHaveText('0:10');
    await page.keyboard.press('Shift+Period');
    await page.keyboard.press('Shift+Period');
    await expect.poll(async () => Math.abs((await time(page)) - 12), 'two seconds on').toBeLessThan(0.01);
    await page.keyboard.press('Period');
    await expect
      .poll(async () => Math.abs((await time(page)) - 12 - 1 / 30), 'a frame on')
      .toBeLessThan(0.01);
    await page.keyboard.press(']');
    await expect(place).toHaveText('0:10–0:12');
    await shoot(page, 'stretch');

    await panel.getByRole('button', { name: 'Play the stretch' }).click();
    await expect
      .poll(() => page.evaluate(() => document.querySelector('video')?.paused === false), 'it to play')
      .toBe(true);
    await expect
      .poll(() => page.evaluate(() => document.querySelector('video')?.paused), {
        message: 'it to stop',
        timeout: 20_000,
      })
      .toBe(true);
    expect(await time(page)).toBeCloseTo(12 + 1 / 30, 1);
  });

  test('takes no key from somebody who writes', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.clip.url);
    await seek(page, 5);
    const panel = await me.openPanel(page);
    await panel.getByRole('textbox', { name: 'What I saw or heard' }).pressSequentially('[you said, twice.]');
    await expect(panel.getByRole('textbox', { name: 'What I saw or heard' })).toHaveValue(
      '[you said, twice.]',
    );
    expect(await time(page)).toBe(5);
  });

  test('sets a mark back by the reaction time, which is kept for the next clip', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.clip.url);
    const panel = await me.openPanel(page);
    await panel.getByRole('combobox', { name: 'Pulled back for reaction time' }).selectOption('2');
    await seek(page, 20);
    await page.evaluate(async () => {
      const video = document.querySelector('video') as HTMLVideoElement;
      video.muted = true;
      video.playbackRate = 0.5;
      await video.play();
    });
    // Two seconds of the listener's are one of a clip that plays half as fast.
    const earliest = Math.floor((await time(page)) - 1);
    await panel.getByRole('button', { name: 'Start here' }).click();
    await expect(panel.getByTestId('place')).toHaveText(/^0:\d\d/);
    const marked = Number((await panel.getByTestId('place').textContent())?.slice(2, 4));
    expect(marked).toBeGreaterThanOrEqual(earliest);
    expect(marked).toBeLessThanOrEqual((await time(page)) - 1);
    await page.reload();
    const again = await me.openPanel(page);
    const select = again.getByRole('combobox', { name: 'Pulled back for reaction time' });
    await expect(select).toHaveValue('2');
    await select.selectOption('0.8');
  });

  test('marks by one chord of the browser’s, and brings the focus to where single keys are ours', async ({
    demo,
  }) => {
    const page = await me.visit(demo.artifacts.clip.url);
    await seek(page, 7);
    const panel = await me.openPanel(page);
    await expect(panel.getByRole('textbox', { name: 'What I saw or heard' })).toBeVisible();
    const worker = await me.worker();
    // No automation reaches the browser's own shortcuts: what the chord writes, the panel must hear.
    await worker.evaluate(async url => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      await chrome.storage.session.set({ 'mark-moment': { tabId: tab?.id, at: Date.now(), url } });
    }, page.url());
    await expect(panel.getByTestId('place')).toHaveText('0:07');
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Start here');
  });
});

test.describe('a region of a picture', () => {
  test('is drawn by mouse in the picture’s own coordinates, bars left out, and outlined again after a reload', async () => {
    const page = await me.visit(`${origin}/shelf`);
    const panel = await me.openPanel(page);
    await panel.getByRole('button', { name: 'Region' }).click();
    const surface = await surfaceIn(page);
    const box = await page.locator('img').boundingBox();
    const at = (x: number, y: number) => [(box?.x ?? 0) + x, (box?.y ?? 0) + y] as const;
    // The picture itself is 400 × 200 px, and begins 100 px down.
    await page.mouse.move(...at(100, 150));
    await page.mouse.down();
    await page.mouse.move(...at(300, 250), { steps: 4 });
    await shoot(page, 'region');
    await page.mouse.up();
    await expect.poll(() => surface.isDetached(), 'the surface to go').toBe(true);
    await expect(panel.getByTestId('place')).toHaveText(/^Region/);
    await fillNote(panel, {
      kind: 'Recognise',
      observation: 'You put the price on top.',
      impact: 'It is seen.',
    });
    await sendNote(page, panel);
    const anchors = await noteAnchors(me);
    expect(anchors.at(-1)).toEqual({
      kind: 'region',
      x: 0.25,
      y: 0.25,
      width: 0.5,
      height: 0.5,
      image: '/shelf.svg',
    });
    await shoot(page, 'region-outlined');
  });

  test('is drawn by keyboard on a paused frame, and Escape leaves', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.clip.url);
    await seek(page, 14);
    const panel = await me.openPanel(page);
    const place = panel.getByTestId('place');
    await panel.getByRole('button', { name: 'Moment' }).click();
    await expect(place).toHaveText('0:14');
    await panel.getByRole('button', { name: 'Region' }).click();
    let surface = await surfaceIn(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => surface.isDetached(), 'the surface to go').toBe(true);
    await expect(place).toHaveText('0:14');

    await panel.getByRole('button', { name: 'Region' }).click();
    surface = await surfaceIn(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(surface.locator('#said')).toHaveText(
      /^40 % from the left, \d+ % from the top, 25 % wide, 27 % high$/,
    );
    await page.keyboard.press('Enter');
    await expect(place).toHaveText('Region · 0:14');
  });
});

async function surfaceIn(page: Page): Promise<Frame> {
  const frame = await frameIn(page, 'region.html');
  await expect(frame.locator('#surface')).toBeFocused();
  return frame;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `screenshots/places-${name}.png` });
}
