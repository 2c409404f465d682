/** Several clips on a page: a note is on the one that was meant, also once it has stopped, and on none by guessing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import { closedRoot } from '#testing/browser/closed-root.ts';
import type { Person } from '#testing/browser/extension.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;
let origin: string;

/** The first is the larger one. Each is read whole, so that one can seek in it, and keeps its own name. */
const PAGE = `<!doctype html><html lang="en"><title>Two calls</title><h1>Two calls of Tuesday</h1>
<video id="one" title="Hollen" width="480" height="270" muted controls></video>
<video id="two" title="Bremen" width="360" height="200" muted controls></video>
<script>
  for (const video of document.querySelectorAll('video')) video.src = '/' + video.id + '.webm';
</script></html>`;

test.beforeAll(async ({ people, servers }) => {
  const film = await readFile(join(import.meta.dirname, '../../demo/pages/clip.webm'));
  origin = await servers.startPages((request, response) => {
    if (!request.url?.endsWith('.webm')) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(PAGE);
      return;
    }
    // Without parts of a file no player can seek.
    const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
    const [start, end] = [Number(from), to ? Number(to) : film.length - 1];
    response.writeHead(206, {
      'content-type': 'video/webm',
      'accept-ranges': 'bytes',
      'content-range': `bytes ${start}-${end}/${film.length}`,
    });
    response.end(film.subarray(start, end + 1));
  });
  me = await people.launch();
});

/** Plays a clip from this second on until it has moved, and stops it there. Answers where. */
const playFrom = (page: Page, css: string, seconds: number): Promise<number> =>
  page.locator(css).evaluate(async (element, at) => {
    const video = element as HTMLVideoElement;
    const heard = (type: string) => new Promise(done => video.addEventListener(type, done, { once: true }));
    if (!video.readyState) await heard('loadedmetadata');
    const sought = heard('seeked');
    video.currentTime = at;
    await sought;
    await video.play();
    await heard('timeupdate');
    const stopped = heard('pause');
    video.pause();
    await stopped;
    return video.currentTime;
  }, seconds);

test('what was played last is meant, once it has stopped too, though another is larger', async () => {
  const page = await me.visit(`${origin}/two`);
  await playFrom(page, '#one', 3);
  const panel = await me.openPanel(page);
  await expect(panel.getByTestId('place')).toHaveText('0:03');
  const at = await playFrom(page, '#two', 12);
  await expect(panel.getByTestId('place')).toHaveText('0:12');
  await fillNote(panel, { kind: 'Recognise', observation: 'You named it.', impact: 'She agreed.' });
  await sendNote(page, panel);
  const anchor = (await noteAnchors(me)).at(-1) as MomentAnchor;
  expect(anchor.start).toBeCloseTo(at, 1);
  expect(anchor.clip).toContain('two.webm');

  // Its mark is on the smaller clip below, also after a reload.
  await page.reload();
  await me.openPanel(page);
  await playFrom(page, '#two', 1);
  const lower = (await page.locator('#two').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const mark = async () => (await closedRoot(page).boxes('button', 'Sideline 0:12'))[0];
  await expect.poll(async () => (await mark())?.top ?? 0).toBeGreaterThan(lower.y);
  expect((await mark())?.left).toBeGreaterThan(lower.x);
  // The other clip was not at twelve seconds, so its timeline has no such mark.
  await playFrom(page, '#one', 1);
  await expect.poll(mark).toBeUndefined();
});

test('where neither was played, nothing is guessed, and one is told that it is not clear', async () => {
  const page = await me.visit(`${origin}/neither`);
  const panel = await me.openPanel(page);
  await expect(panel.getByTestId('place')).toHaveText('The whole clip');
  await panel.getByRole('button', { name: 'Moment' }).click();
  await expect(panel.getByText(/not clear which clip/)).toBeVisible();
  await expect(panel.getByTestId('place')).toHaveText('The whole clip');
});
