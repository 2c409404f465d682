/** Marks and regions where the picture really is: in full screen, scaled, turned; on the right one of several. */
import { closedRoot } from '#testing/browser/closed-root.ts';
import type { Person } from '#testing/browser/extension.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;

test.beforeAll(async ({ people }) => {
  me = await people.launch();
});

const NOTE = { kind: 'Recognise', observation: 'You put the price on top.', impact: 'It is seen.' } as const;

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
  /** What a click in the middle of the panel would reach. */
  const isOnTop = () =>
    page.evaluate(
      () => document.elementFromPoint(innerWidth - 200, innerHeight / 2)?.matches('[popover=manual]') ?? false,
    );
  await expect.poll(isOnTop).toBe(true);
  await page.locator('#full').click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await expect.poll(isOnTop).toBe(true);
  await fillNote(panel, NOTE);
  await sendNote(page, panel);
  await expect
    .poll(async () => (await closedRoot(page).boxes('button', /^Sideline \d/)).length)
    .toBeGreaterThan(0);
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(isOnTop).toBe(true);
});
