/** A region of a picture in a frame of the page's own: drawn there, kept in the picture's shares, found after a reload. */
import type { Page } from '@playwright/test';
import { closedRoot } from '#testing/browser/closed-root.ts';
import { frameIn, type Person } from '#testing/browser/extension.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;
let origin: string;

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="240"><rect width="400" height="240" fill="#367"/></svg>`;
const PAGE = `<!doctype html><html lang="en"><title>Store check</title><h1>Store check in Hollen</h1><p>Photographed on Monday.</p>
<iframe src="/inner" style="width:600px;height:400px;margin-left:40px;border:3px solid"></iframe></html>`;
const INNER = `<!doctype html><title>Shelf</title><p>The shelf:</p><img src="/shelf.svg" style="width:400px;height:240px">
<div style="height:900px"></div>`;

test.beforeAll(async ({ people, servers }) => {
  origin = await servers.startPages((request, response) => {
    const isPicture = request.url === '/shelf.svg';
    response.setHeader('content-type', isPicture ? 'image/svg+xml' : 'text/html; charset=utf-8');
    response.end(isPicture ? PICTURE : request.url === '/inner' ? INNER : PAGE);
  });
  me = await people.launch({ granted: [origin] });
});

const image = (page: Page) => page.frameLocator('iframe').locator('img');
const marks = (page: Page) => closedRoot(page).boxes('button', 'Sideline: ▭');

test('is drawn by mouse, outlined on its picture, and goes where the frame scrolls it', async () => {
  const page = await me.visit(`${origin}/page`);
  await expect(image(page)).toBeVisible();
  const panel = await me.openPanel(page);
  await panel.getByRole('button', { name: 'Region' }).click();
  const surface = await frameIn(page, 'region.html');
  await expect(surface.locator('#surface')).toBeFocused();
  const box = (await image(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 100, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 120, { steps: 3 });
  await page.mouse.up();
  await expect(panel.getByTestId('place')).toHaveText(/^Region/);
  await fillNote(panel, {
    kind: 'Recognise',
    observation: 'You put the price on top.',
    impact: 'It is seen.',
  });
  await sendNote(page, panel);
  const { x, y, width, height, ...rest } = (await noteAnchors(me)).at(-1) as Record<string, number>;
  expect(rest).toEqual({ kind: 'region', image: '/shelf.svg' });
  for (const [share, expected] of [
    [x, 0.25],
    [y, 0.25],
    [width, 0.25],
    [height, 0.25],
  ] as const)
    expect(share).toBeCloseTo(expected, 1);

  await page.reload();
  // The badge lies at the region's upper right corner.
  const corner = async () => (await marks(page)).map(({ left, right, top }) => [(left + right) / 2, top]);
  await expect.poll(async () => (await corner())[0]?.[0] ?? 0).toBeCloseTo(box.x + 200, -1.5);
  expect((await corner())[0]?.[1]).toBeGreaterThan(box.y + 30);
  expect((await corner())[0]?.[1]).toBeLessThan(box.y + 70);
  await image(page).evaluate(() => scrollTo(0, 600));
  await expect.poll(async () => (await marks(page)).length).toBe(0);
  await image(page).evaluate(() => scrollTo(0, 0));
  await expect.poll(async () => (await marks(page)).length).toBe(1);
});

test('is refused in a frame that is drawn at another scale, where it would lie wrong', async () => {
  const page = await me.visit(`${origin}/scaled`);
  await expect(image(page)).toBeVisible();
  await page.locator('iframe').evaluate(frame => {
    frame.style.transform = 'scale(0.8)';
  });
  const panel = await me.openPanel(page);
  await panel.getByRole('button', { name: 'Region' }).click();
  await expect(panel.getByText(/no picture or clip here to draw on/)).toBeVisible();
});
