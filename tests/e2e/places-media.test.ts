/** Moments, stretches and regions: by keys in the panel, by mouse and keyboard on the picture. */

import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillNote, sendNote } from '#testing/cast.ts';
import { EXTENSION_ORIGIN, freePort, launch, type Person, until } from '#testing/extension.ts';
import { noteAnchors } from '#testing/stored-notes.ts';
import { seek, time } from '#testing/watch-page.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';

let demo: Demo;
let me: Person;
let server: Server;
let origin: string;

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#367"/></svg>`;
/** A picture twice as wide as high in a square: bars of 100 px above and below. */
const IMAGE_PAGE = `<!doctype html><title>Store shelf</title><h1>Store shelf, Tuesday</h1>
<img src="/shelf.svg?v=1" style="width:400px;height:400px;object-fit:contain;background:#ddd;display:block">`;

beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
  server = createServer((request, response) => {
    const isPicture = request.url?.startsWith('/shelf.svg');
    response.setHeader('content-type', isPicture ? 'image/svg+xml' : 'text/html; charset=utf-8');
    response.end(isPicture ? PICTURE : IMAGE_PAGE);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  me = await launch();
});
afterAll(async () => {
  await me?.close();
  await demo?.stop();
  server?.close();
});

describe('marking a clip', () => {
  it('sets both ends by [ and ], steps by , and ., and plays the stretch once', async () => {
    const page = await me.visit(demo.artifacts.clip.url);
    await seek(page, 10);
    const panel = await me.openPanel(page);
    const place = panel.getByTestId('place');
    await panel.getByRole('button', { name: 'Moment' }).focus();
    await page.keyboard.press('[');
    await until(async () => (await place.innerText()) === '0:10', 'the beginning');
    await page.keyboard.press('Shift+Period');
    await page.keyboard.press('Shift+Period');
    await until(async () => Math.abs((await time(page)) - 12) < 0.01, 'two seconds on');
    await page.keyboard.press('Period');
    await until(async () => Math.abs((await time(page)) - 12 - 1 / 30) < 0.01, 'a frame on');
    await page.keyboard.press(']');
    await until(async () => (await place.innerText()) === '0:10–0:12', 'the stretch');
    await shoot(page, 'stretch');

    await panel.getByRole('button', { name: 'Play the stretch' }).click();
    await until(() => page.evaluate(() => document.querySelector('video')?.paused === false), 'it to play');
    await until(() => page.evaluate(() => document.querySelector('video')?.paused), 'it to stop', 20_000);
    expect(await time(page)).toBeCloseTo(12 + 1 / 30, 1);
    await page.close();
  });

  it('takes no key from somebody who writes', async () => {
    const page = await me.visit(demo.artifacts.clip.url);
    await seek(page, 5);
    const panel = await me.openPanel(page);
    await panel.getByRole('textbox', { name: 'What I saw or heard' }).pressSequentially('[you said, twice.]');
    expect(await panel.getByRole('textbox', { name: 'What I saw or heard' }).inputValue()).toBe(
      '[you said, twice.]',
    );
    expect(await time(page)).toBe(5);
    await page.close();
  });

  it('sets a mark back by the reaction time, which is kept for the next clip', async () => {
    const page = await me.visit(demo.artifacts.clip.url);
    const panel = await me.openPanel(page);
    await panel.getByRole('combobox', { name: 'Pulled back for reaction time' }).selectOption('2');
    await seek(page, 20);
    await page.evaluate(async () => {
      const video = document.querySelector('video') as HTMLVideoElement;
      video.muted = true;
      video.playbackRate = 0.1;
      await video.play();
    });
    await panel.getByRole('button', { name: 'Start here' }).click();
    await until(async () => /^0:18/.test(await panel.getByTestId('place').innerText()), 'the earlier moment');
    await page.reload();
    const again = await me.openPanel(page);
    const select = again.getByRole('combobox', { name: 'Pulled back for reaction time' });
    await until(async () => (await select.inputValue()) === '2', 'the setting');
    await select.selectOption('0.8');
    await page.close();
  });

  it('marks by one chord of the browser’s, and brings the focus to where single keys are ours', async () => {
    const page = await me.visit(demo.artifacts.clip.url);
    await seek(page, 7);
    const panel = await me.openPanel(page);
    await panel.getByRole('textbox', { name: 'What I saw or heard' }).waitFor();
    const worker = await me.worker();
    // No automation reaches the browser's own shortcuts: what the chord writes, the panel must hear.
    await worker.evaluate(async url => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      await chrome.storage.session.set({ 'mark-moment': { tabId: tab?.id, at: Date.now(), url } });
    }, page.url());
    await until(async () => (await panel.getByTestId('place').innerText()) === '0:07', 'the mark');
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Start here');
    await page.close();
  });
});

describe('a region of a picture', () => {
  it('is drawn by mouse in the picture’s own coordinates, bars left out, and outlined again after a reload', async () => {
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
    await until(async () => surface.isDetached(), 'the surface to go');
    await until(
      async () => (await panel.getByTestId('place').innerText()).startsWith('Region'),
      'the region',
    );
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
    await page.close();
  });

  it('is drawn by keyboard on a paused frame, and Escape leaves', async () => {
    const page = await me.visit(demo.artifacts.clip.url);
    await seek(page, 14);
    const panel = await me.openPanel(page);
    const place = panel.getByTestId('place');
    await panel.getByRole('button', { name: 'Moment' }).click();
    await until(async () => (await place.innerText()) === '0:14', 'the moment');
    await panel.getByRole('button', { name: 'Region' }).click();
    let surface = await surfaceIn(page);
    await page.keyboard.press('Escape');
    await until(async () => surface.isDetached(), 'the surface to go');
    expect(await place.innerText()).toBe('0:14');

    await panel.getByRole('button', { name: 'Region' }).click();
    surface = await surfaceIn(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await surface.locator('#said').innerText()).toMatch(
      /^40 % from the left, \d+ % from the top, 25 % wide, 27 % high$/,
    );
    await page.keyboard.press('Enter');
    await until(async () => (await place.innerText()) === 'Region · 0:14', 'the region');
    await page.close();
  });
});

async function surfaceIn(page: Page): Promise<Frame> {
  const frame = await until(
    async () => page.frames().find(each => each.url().startsWith(`${EXTENSION_ORIGIN}/region.html`)),
    'the surface to draw on',
  );
  await frame.locator('#surface:focus').waitFor();
  return frame;
}

async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync('screenshots', { recursive: true });
  await page.screenshot({ path: `screenshots/places-${name}.png` });
}
