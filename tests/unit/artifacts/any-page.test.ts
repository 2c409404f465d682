import { describe, expect, test } from 'vitest';
import { findAll } from '#lib/artifacts/find-all.ts';
import { identify } from '#lib/artifacts/identify/identify.ts';
import { isAdPlaying } from '#lib/artifacts/media/ad.ts';
import { findVideo } from '#lib/artifacts/media/find-video.ts';
import { youtube } from '#lib/artifacts/sites/youtube.ts';
import { isVisible } from '#lib/artifacts/visible.ts';
import { artifactSchema } from '#lib/records/artifact.ts';
import { openPage } from './page.ts';

const words = '<p>Enough words for somebody to read and to talk about.</p>';
const at = (url: string, html = words) => identify(undefined, openPage(url, html));
const keyAt = (url: string, html?: string) => at(url, html)?.key;

describe('a page that no definition knows', () => {
  test.each([
    ['readable text is a doc', words, 'doc'],
    ['a video is a video', `${words}<video src="/a.mp4"></video>`, 'video'],
    ['a background loop is decoration', `${words}<video src="/a.mp4" autoplay loop muted></video>`, 'doc'],
    ['a thumbnail is no video', `${words}<video src="/a.mp4" data-box="160x90"></video>`, 'doc'],
    ['a flat strip is no video', `${words}<video src="/a.mp4" data-box="900x60"></video>`, 'doc'],
    ['a hidden video is none', `${words}<video src="/a.mp4" style="display:none"></video>`, 'doc'],
    [
      'a sound with controls is a video in our words',
      `${words}<audio src="/a.mp3" controls style="display:block"></audio>`,
      'video',
    ],
    ['one word', '<h1>Hi</h1>', 'doc'],
    ['a notification sound is nothing', `${words}<audio src="/ping.mp3"></audio>`, 'doc'],
  ])('a page with %s has the kind that fits', (_, html, kind) => {
    expect(at('https://site.test/x', html)?.kind).toBe(kind);
  });

  test.each([
    ['an empty page', 'https://site.test/', ''],
    [
      'a page of scripts',
      'https://site.test/',
      '<script>let aVeryLongScriptIndeed = 1;</script><style>b{color:red}</style>',
    ],
    ['a browser page', 'chrome://settings/', words],
    ['a file', 'file:///home/me/x.html', words],
    ['no address at all', 'nonsense', words],
  ])('a page is no artifact if it is %s', (_, url, html) => {
    expect(identify(undefined, { url, document: openPage('https://site.test/', html).document })).toBeNull();
  });

  test('a page is a video if its clip is in an open shadow root inside another', () => {
    const page = openPage('https://site.test/x', `${words}<my-player></my-player>`);
    const outer = page.document.querySelector('my-player')?.attachShadow({ mode: 'open' });
    const inner = page.document.createElement('div');
    outer?.append(inner);
    inner.attachShadow({ mode: 'open' }).innerHTML = '<video src="/a.mp4"></video>';
    expect(identify(undefined, page)?.kind).toBe('video');
    expect(findVideo(page.document)?.nodeName).toBe('VIDEO');
  });

  test('the largest video of a page is its main one', () => {
    const { document } = openPage(
      'https://site.test/',
      '<video id="a" data-box="300x200"></video><video id="b" data-box="900x500"></video>',
    );
    expect(findVideo(document)?.id).toBe('b');
  });

  test('an advertisement in the clip’s own element is noticed while it is shown', () => {
    const { document } = openPage(
      'https://www.youtube.com/',
      '<div id="movie_player" class="ad-showing"><video></video></div>',
    );
    const video = document.querySelector('video');
    if (!video) throw new Error('No video.');
    const shown = (css: string, root: Document) => findAll(root, css).filter(isVisible);
    expect(isAdPlaying(video, youtube, shown)).toBe(true);
    document.querySelector('#movie_player')?.classList.remove('ad-showing');
    expect(isAdPlaying(video, youtube, shown)).toBe(false);
  });
});

describe('the key of a page', () => {
  test.each([
    'https://site.test/guide?b=2&a=1',
    'https://site.test/guide/?a=1&b=2',
    'https://site.test/guide?a=1&b=2&utm_source=mail&utm_campaign=x&fbclid=1&gclid=2&msclkid=3&mc_eid=4&_ga=5',
    'https://site.test/guide?a=1&b=2#chapter-2',
    'https://site.test/guide?a=1&b=2#:~:text=Enough%20words',
    'https://site.test/guide;jsessionid=AB12?a=1&b=2',
    'https://SITE.test:443/guide?a=1&b=2',
  ])('the key of a page is the same at %s', url => {
    expect(keyAt(url)).toBe('https://site.test/guide?a=1&b=2');
  });

  test.each([
    ['another page', 'https://site.test/a', 'https://site.test/b'],
    ['another parameter', 'https://site.test/a?id=1', 'https://site.test/a?id=2'],
    ['another route in the fragment', 'https://site.test/#/deals/1', 'https://site.test/#/deals/2'],
    ['another host', 'https://a.site.test/x', 'https://b.site.test/x'],
    ['another port', 'https://site.test:8443/x', 'https://site.test/x'],
    ['plain and secure', 'http://site.test/x', 'https://site.test/x'],
    ['a bar in the path', 'https://site.test/a|b', 'https://site.test/a%7Cb/x'],
  ])('the key of a page differs for %s', (_, one, other) => {
    expect(keyAt(one)).not.toBe(keyAt(other));
  });

  test('the key of a page leaves out a fragment that only names one of its elements', () => {
    const html = `${words}<h2 id="a/b">Chapter</h2>`;
    expect(keyAt('https://site.test/x#a/b', html)).toBe('https://site.test/x');
  });

  test('two clips on one address have different keys, whatever the host, signature and picture size of their files', () => {
    const clip = (src: string) => keyAt('https://site.test/list', `<video src="${src}"></video>`);
    expect(clip('https://cdn1.test/calls/one-720p.mp4?sig=1')).toBe(
      clip('https://cdn2.test/calls/one-1080p.mp4?sig=2'),
    );
    expect(clip('/calls/one.mp4')).not.toBe(clip('/calls/two.mp4'));
    expect(clip('/calls/one_hd.mp4')).toBe(clip('/calls/one-1280x720.mp4'));
    expect(clip('blob:https://site.test/1')).toBe(clip('blob:https://site.test/2'));
  });

  test.each([
    [
      'a signature with its end',
      '/signed/exp=1764512345~hmac=',
      '0f3b9d8e7c6a5b4f3e2d1c0b9a8f7e6d',
      '/clip.webm',
    ],
    ['a token after the word', '/token/', 'aZ3kQ9xW2mB7nC4vL8pR5tY1', '/clip-720p.webm'],
    ['a hash before the time', '/hls/', '0f3b9d8e7c6a5b4f3e2d1c0b9a8f7e6d/1764512345', '/clip.webm'],
    ['a web token', '/', 'eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3NjQ1MTIzNDV9.dBjftJeZ4CVP', '/clip.webm'],
  ])('%s in the path of a clip’s file is no part of the key', (_, before, token, after) => {
    const clip = (path: string) => keyAt('https://site.test/lesson', `<video src="${path}"></video>`);
    const other = token
      .replace(/[0-9]/g, digit => String((Number(digit) + 3) % 10))
      .replace(/4097845678/, '1764599999');
    expect(clip(before + token + after)).toBe(clip(before + other + after.replace('720p', '1080p')));
    expect(clip(before + token + after)).not.toBe(clip(before + token + after.replace('clip', 'other')));
  });

  test('an id in the path of a clip’s file is part of the key', () => {
    const clip = (path: string) => keyAt('https://site.test/list', `<video src="${path}"></video>`);
    expect(clip('/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21/master.mp4')).not.toBe(
      clip('/e2719f1c-0a3b-4e53-9a55-0c1b6a1f7e22/master.mp4'),
    );
  });

  test('the key of a very long address fits into a record, and no other page has it', () => {
    const long = (end: string) => keyAt(`https://site.test/x?state=${'a'.repeat(3000)}${end}`) ?? '';
    expect(long('1').length).toBeLessThanOrEqual(1024);
    expect(long('1')).not.toBe(long('2'));
    expect(artifactSchema.safeParse(at(`https://site.test/x?state=${'a'.repeat(3000)}`)).success).toBe(true);
  });
});

describe('the title of a page', () => {
  const title = (html: string, url = 'https://site.test/guides/first-call') => at(url, html)?.title;
  test.each([
    ['the heading', `<h1> First \n call </h1>${words}`, 'First call'],
    [
      'the page’s title',
      `<html><head><title>First call</title></head><body>${words}</body></html>`,
      'First call',
    ],
    [
      'og:title while the page’s own title agrees',
      `<html><head><title>First call | Acme</title><meta property="og:title" content="First call"></head><body><h1>Acme</h1>${words}</body></html>`,
      'First call',
    ],
    [
      'not a stale og:title',
      `<html><head><title>Second call</title><meta property="og:title" content="First call"></head><body><h1>Second call</h1>${words}</body></html>`,
      'Second call',
    ],
    ['without zero-width characters', `<h1>Fi\u200brst\u2060 call\ufeff</h1>${words}`, 'First call'],
    ['the address, when the title cannot be seen', `<h1>\u200b\u200d\u2060\u200e</h1>${words}`, 'first call'],
    ['right-to-left text stays as it is', `<h1>مكالمة أولى</h1>${words}`, 'مكالمة أولى'],
    ['joined emoji stay joined', `<h1>Team 👩‍💻</h1>${words}`, 'Team 👩‍💻'],
    [
      'markup in a title is text',
      `<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>${words}`,
      '<script>alert(1)</script>',
    ],
  ])('%s', (_, html, expected) => {
    expect(title(html)).toBe(expected);
  });

  test('a title of 100 kB is cut to what a record can hold', () => {
    const artifact = at('https://site.test/x', `<h1>${'word '.repeat(20_000)}</h1>`);
    expect(artifact?.title.length).toBeLessThanOrEqual(300);
    expect(artifactSchema.safeParse(artifact).success).toBe(true);
  });
});
