/**
 * A watch page under YouTube's own host name, for what only such players do: an advertisement in the clip's own element,
 * captions that are drawn in the page, a timeline of the player's. Written by hand; no byte of it is the maker's.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Artifact } from '#lib/records/artifact.ts';

export const WATCH_ORIGIN = 'https://www.youtube.com';
const ID = 'sidelinetst';
export const watchUrl = `${WATCH_ORIGIN}/watch?v=${ID}`;
/** The length of the clip, in seconds; the advertisement is the same film. */
export const CLIP_SECONDS = 51;

export const watched: Artifact = {
  kind: 'video',
  site: 'youtube',
  key: `${WATCH_ORIGIN}|watch|${ID}`,
  url: watchUrl,
  type: 'watch',
  title: 'How we open a call',
};

const PAGE = `<!doctype html><html lang="en"><title>How we open a call - YouTube</title>
<style>
  body { margin: 0; font: 16px/1.5 sans-serif }
  #movie_player { position: relative; width: 640px; height: 400px; background: #000 }
  video { width: 640px; height: 360px; display: block }
  .ytp-caption-window-container { position: absolute; bottom: 60px; width: 100%; text-align: center; color: #fff }
  .ytp-progress-bar { position: absolute; left: 12px; right: 12px; bottom: 16px; height: 8px; background: #999 }
</style>
<div id="movie_player">
  <div class="html5-video-container"><video class="html5-main-video" muted></video></div>
  <div class="ytp-caption-window-container"></div>
  <div class="ytp-progress-bar"></div>
</div>
<ytd-watch-metadata><h1>How we open a call</h1></ytd-watch-metadata>
<script>
  const player = document.getElementById('movie_player');
  const video = document.querySelector('video');
  const film = fetch('/film.webm').then(answer => answer.blob());
  async function load(at) {
    video.src = URL.createObjectURL(await film);
    await new Promise(done => video.addEventListener('loadedmetadata', done, { once: true }));
    if (at) video.currentTime = at;
  }
  let clipTime = 0;
  async function startAd() {
    clipTime = video.currentTime;
    player.classList.add('ad-showing');
    await load(3);
  }
  async function endAd() {
    await load(clipTime);
    player.classList.remove('ad-showing');
  }
  // One line a second, drawn as the player draws them: two rows, as spans, replaced as it plays.
  const captions = document.querySelector('.ytp-caption-window-container');
  const say = () => {
    const second = Math.floor(video.currentTime);
    captions.innerHTML = second < 5 ? '' :
      '<div class="caption-visual-line"><span class="ytp-caption-segment">At second ' + second + '</span></div>' +
      '<div class="caption-visual-line"><span class="ytp-caption-segment">she named the price.</span></div>';
  };
  video.addEventListener('timeupdate', say);
  video.addEventListener('seeked', say);
  load();
</script></html>`;

/** Serves the page in place of the real host. */
export async function serveWatchPage(context: BrowserContext): Promise<void> {
  const film = await readFile(join(import.meta.dirname, '../../demo/pages/clip.webm'));
  await context.route(`${WATCH_ORIGIN}/**`, route => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/watch') return route.fulfill({ body: PAGE, contentType: 'text/html; charset=utf-8' });
    if (pathname === '/film.webm') return route.fulfill({ body: film, contentType: 'video/webm' });
    return route.fulfill({ status: 404, body: '' });
  });
}

interface Player {
  startAd(): Promise<void>;
  endAd(): Promise<void>;
}

export function startAd(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as Player).startAd());
}

export function endAd(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as Player).endAd());
}

export async function seek(page: Page, seconds: number): Promise<void> {
  await page.evaluate(async at => {
    const video = document.querySelector('video') as HTMLVideoElement;
    if (video.readyState < 1)
      await new Promise(done => video.addEventListener('loadedmetadata', done, { once: true }));
    video.currentTime = at;
    await new Promise(done => video.addEventListener('seeked', done, { once: true }));
  }, seconds);
}

export function time(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('video')?.currentTime ?? -1);
}
