/** A note on a moment quotes what the viewer reads: characters rather than their entities, and in the language shown. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Person } from '#testing/browser/extension.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;
let origin: string;

const cue = (from: number, to: number, text: string) => `00:00:0${from}.000 --> 00:00:0${to}.000\n${text}\n`;
const TRACKS: Record<string, string> = {
  entities: [
    cue(0, 3, '<v Ines>&gt;&gt; So what&nbsp;did the buyer say about R&amp;D?</v>'),
    cue(3, 6, 'first speaker\nsecond row'),
    cue(3, 6, 'other speaker'),
    cue(6, 9, 'if 3 < 5 then we are fine'),
  ].join('\n'),
  de: cue(0, 9, 'Und wer unterschreibt bei Ihnen?'),
  en: cue(0, 9, 'And who signs on your side?'),
};
const PAGE = `<!doctype html><html lang="en"><title>A call</title><h1>A call with captions</h1>
<div class="plyr"><video src="/clip.webm" width="480" muted></video><div class="plyr__captions"></div></div></html>`;

test.beforeAll(async ({ people, servers }) => {
  const film = await readFile(join(import.meta.dirname, '../../demo/pages/clip.webm'));
  origin = await servers.startPages((request, response) => {
    const [, name = ''] = /^\/(\w+)\.vtt/.exec(request.url ?? '') ?? [];
    const isFilm = request.url === '/clip.webm';
    response.setHeader(
      'content-type',
      isFilm ? 'video/webm' : name ? 'text/vtt' : 'text/html; charset=utf-8',
    );
    response.end(isFilm ? film : name ? `WEBVTT\n\n${TRACKS[name]}` : PAGE);
  });
  me = await people.launch();
});

/** A page with these tracks, all read. Some are shown; the others are hidden, as a player leaves them that draws itself. */
async function watch(names: string[], shown: string[]): Promise<Page> {
  const page = await me.visit(`${origin}/watch?${names.join()}-${shown.join()}`);
  await page.evaluate(
    async ([all, showing]) => {
      const video = document.querySelector('video') as HTMLVideoElement;
      for (const name of all) {
        const track = document.createElement('track');
        track.src = `/${name}.vtt`;
        const loaded = new Promise(done => track.addEventListener('load', done));
        video.append(track);
        track.track.mode = showing.includes(name) ? 'showing' : 'hidden';
        await loaded;
      }
    },
    [names, shown] as const,
  );
  return page;
}

async function captionAt(page: Page, seconds: number): Promise<unknown> {
  // The film comes whole, so the page can seek in it once it is a blob.
  await page.evaluate(async at => {
    const video = document.querySelector('video') as HTMLVideoElement;
    if (!video.src.startsWith('blob:')) {
      video.src = URL.createObjectURL(await (await fetch('/clip.webm')).blob());
      await new Promise(done => video.addEventListener('loadedmetadata', done, { once: true }));
    }
    const sought = new Promise(done => video.addEventListener('seeked', done, { once: true }));
    video.currentTime = at;
    await sought;
  }, seconds);
  const panel = await me.openPanel(page);
  await expect(panel.getByTestId('place')).toHaveText(`0:0${Math.floor(seconds)}`);
  await fillNote(panel, { kind: 'Recognise', observation: 'You named it.', impact: 'She agreed.' });
  await sendNote(page, panel);
  await me.clickToolbar(page);
  const anchor = (await noteAnchors(me)).at(-1) as { start: number; caption?: string };
  expect(anchor.start).toBe(seconds);
  return anchor.caption;
}

test('entities and tags are read as they are shown, two cues at once both', async () => {
  const page = await watch(['entities'], ['entities']);
  expect(await captionAt(page, 2)).toBe('>> So what did the buyer say about R&D?');
  expect(await captionAt(page, 4)).toBe('first speaker second row other speaker');
  // What the browser makes of a bare sign is what one reads.
  const drawn = await page.evaluate(() => {
    const [track] = (document.querySelector('video') as HTMLVideoElement).textTracks;
    return [...(track?.cues ?? [])].map(each => (each as VTTCue).getCueAsHTML().textContent).at(-1);
  });
  expect(await captionAt(page, 7)).toBe(drawn?.trim());
});

test('the language that is shown is quoted, though another is loaded', async () => {
  const page = await watch(['de', 'en'], ['en']);
  expect(await captionAt(page, 5)).toBe('And who signs on your side?');
});

test('where the player draws one of several hidden languages, that is quoted; where it draws none, nothing', async () => {
  const page = await watch(['de', 'en'], []);
  expect(await captionAt(page, 5)).toBeUndefined();
  await page.locator('.plyr__captions').evaluate(box => {
    box.textContent = 'And who signs on your side?';
  });
  expect(await captionAt(page, 6)).toBe('And who signs on your side?');
});
