/** Marks and regions where the picture really is: in full screen, scaled, turned; on the right one of several. */
import type { Page } from '@playwright/test';
import { closedRoot } from '#testing/browser/closed-root.ts';
import { frameIn, type Person } from '#testing/browser/extension.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;
let origin: string;

const picture = (name: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="240"><rect width="400" height="240" fill="#${name === 'Shelf' ? '367' : '763'}"/></svg>`;
const STAGE = `<!doctype html><html lang="en"><title>Slide 4</title><h1>Slide 4: what each depot pays</h1>
<div id="stage" style="width:400px;height:240px;transform-origin:0 0"><img src="/img?id=Slide4" style="width:400px;height:240px;display:block"></div></html>`;
const THREE = `<!doctype html><html lang="en"><title>Store check</title><h1>Store check in Hollen, on Monday</h1>
${['Entrance', 'Shelf', 'Till'].map(id => `<img id="${id}" src="/img?id=${id}&amp;w=640" style="display:block;width:400px;height:240px;margin:12px">`).join('')}</html>`;

test.beforeAll(async ({ people, servers }) => {
  origin = await servers.startPages((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://a.test');
    response.setHeader('content-type', pathname === '/img' ? 'image/svg+xml' : 'text/html; charset=utf-8');
    if (pathname === '/img') response.end(picture(searchParams.get('id') ?? ''));
    else response.end(pathname === '/three' ? THREE : STAGE);
  });
  me = await people.launch();
});

const NOTE = { kind: 'Recognise', observation: 'You put the price on top.', impact: 'It is seen.' } as const;

/** Draws over a part of an image, given in shares of what is to be seen of it. */
async function draw(page: Page, css: string, from: [number, number], to: [number, number]): Promise<void> {
  const panel = await me.openPanel(page);
  await panel.getByRole('button', { name: 'Region' }).click();
  const surface = await frameIn(page, 'region.html');
  await expect(surface.locator('#surface')).toBeFocused();
  const { x, y, width, height } = (await page.locator(css).boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await page.mouse.move(x + from[0] * width, y + from[1] * height);
  await page.mouse.down();
  await page.mouse.move(x + to[0] * width, y + to[1] * height, { steps: 3 });
  await page.mouse.up();
  await fillNote(panel, NOTE);
  await sendNote(page, panel);
  await me.clickToolbar(page);
}

const region = async () =>
  (await noteAnchors(me)).at(-1) as { x: number; y: number; width: number; height: number };

test.describe('a region on a stage', () => {
  // Where the same box, 20 to 40 % from the left and 10 to 30 % from the top as one sees it, lies on the picture.
  for (const [name, transform, x, y] of [
    ['as it is', 'none', 0.2, 0.1],
    ['twice as large', 'scale(1.5)', 0.2, 0.1],
    ['mirrored', 'translateX(400px) scaleX(-1)', 0.6, 0.1],
    ['on its head', 'translate(400px, 240px) rotate(180deg)', 0.6, 0.7],
    ['turned to the right', 'translateX(240px) rotate(90deg)', 0.1, 0.6],
  ] as const) {
    test(`is kept in shares of the picture: ${name}`, async () => {
      const page = await me.visit(`${origin}/stage?${encodeURIComponent(name)}`);
      await page.locator('#stage').evaluate((stage, value) => {
        (stage as HTMLElement).style.transform = value;
      }, transform);
      await draw(page, 'img', [0.2, 0.1], [0.4, 0.3]);
      const drawn = await region();
      expect(drawn.x).toBeCloseTo(x, 1);
      expect(drawn.y).toBeCloseTo(y, 1);
      expect(drawn.width).toBeCloseTo(0.2, 1);
      expect(drawn.height).toBeCloseTo(0.2, 1);
    });
  }

  test('grows with the stage and stays on its place', async () => {
    const page = await me.visit(`${origin}/stage?grows`);
    await draw(page, 'img', [0.5, 0.5], [0.75, 0.75]);
    const right = async () => (await closedRoot(page).boxes('button', 'Sideline: ▭'))[0]?.right ?? 0;
    const at = (await page.locator('img').boundingBox())?.x ?? 0;
    await expect.poll(right).toBeCloseTo(at + 300 + 11, -1);
    await page.locator('#stage').evaluate(stage => {
      (stage as HTMLElement).style.transform = 'scale(1.5)';
    });
    await expect.poll(right).toBeCloseTo(at + 450 + 11, -1);
  });
});

test('a region is on the picture that its query names, whatever its size; on none where two fit', async () => {
  const page = await me.visit(`${origin}/three`);
  await page.locator('#Entrance').evaluate(image => image.remove());
  await draw(page, '#Shelf', [0.2, 0.2], [0.4, 0.4]);
  expect(await region()).toMatchObject({ image: '/img?id=Shelf' });
  const marks = () => closedRoot(page).boxes('button', 'Sideline: ▭');
  await page.reload();
  // Nobody granted this site: only the button brings the page tools back.
  await me.openPanel(page);
  await page.locator('#Shelf').evaluate(image => image.setAttribute('src', '/img?w=320&id=Shelf'));
  const top = (await page.locator('#Shelf').boundingBox())?.y ?? 0;
  // Its mark lies at the upper edge of the region, a fifth down the picture, and not on the one below.
  await expect.poll(async () => (await marks())[0]?.top ?? -1).toBeGreaterThan(top);
  expect((await marks())[0]?.top).toBeLessThan(top + 240);
  await page.locator('#Till').evaluate(image => image.setAttribute('src', '/img?id=Shelf'));
  await page.locator('#Shelf').evaluate(image => image.replaceWith(image.cloneNode()));
  await expect.poll(async () => (await marks()).length).toBe(0);
});

test('panel and marks follow into full screen and out again', async ({ demo }) => {
  const page = await me.visit(demo.artifacts.clip.url);
  const panel = await me.openPanel(page);
  await page.evaluate(() => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const button = document.createElement('button');
    button.id = 'full';
    button.textContent = 'full';
    video.before(button);
    button.addEventListener('click', () => void video.parentElement?.requestFullscreen());
  });
  await page.locator('#full').click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  // Each click must reach the panel rather than what lies on it.
  await fillNote(panel, NOTE);
  await sendNote(page, panel);
  await expect
    .poll(async () => (await closedRoot(page).boxes('button', /^Sideline \d/)).length)
    .toBeGreaterThan(0);
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
  await expect
    .poll(async () => (await closedRoot(page).boxes('button', /^Sideline \d/)).length)
    .toBeGreaterThan(0);
  await panel.getByRole('button', { name: 'Whole' }).click();
  await expect(panel.getByTestId('place')).not.toHaveText(/^\s*\d+:\d\d/);
});
