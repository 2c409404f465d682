/** Captions: from text tracks, else as a player draws them, all rows of a line, and as they stood a moment earlier. */
import { expect, it } from 'vitest';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { type Captions, createCaptions } from '#lib/artifacts/media/captions.ts';
import { drawnCaption } from '#lib/artifacts/media/drawn-caption.ts';
import { tidy } from '#lib/artifacts/read-text.ts';
import { vimeo } from '#lib/artifacts/sites/vimeo.ts';
import { youtube } from '#lib/artifacts/sites/youtube.ts';
import { zoom } from '#lib/artifacts/sites/zoom.ts';
import { openPage } from '../page.ts';

/** A player at a second, which shows these rows in the markup of a site. */
function player(markup: (rows: string[]) => string, tracks: unknown[] = []) {
  const { document } = openPage('https://clip.example/', '<video></video><div id="captions"></div>');
  const media = document.querySelector('video') as HTMLVideoElement;
  let now = 0;
  Object.defineProperty(media, 'currentTime', { get: () => now });
  Object.defineProperty(media, 'textTracks', { get: () => tracks });
  return {
    media,
    at(seconds: number, ...rows: string[]) {
      now = seconds;
      (document.getElementById('captions') as HTMLElement).innerHTML = markup(rows);
    },
  };
}
/** The captions of this player on a page of this site. */
function captionsOf(media: HTMLMediaElement, definition?: SiteDefinition): Captions {
  const findShown = (css: string) => [...media.ownerDocument.querySelectorAll(css)];
  return createCaptions({ tidy, drawnCaption: () => drawnCaption({ tidy, findShown }, definition) });
}

const lines = (rows: string[]) =>
  `<div class="ytp-caption-window-container">${rows
    .map(row => `<div class="caption-visual-line"><span class="ytp-caption-segment">${row}</span></div>`)
    .join('')}</div>`;

it.each<[string, SiteDefinition, (rows: string[]) => string]>([
  ['YouTube', youtube, lines],
  ['Vimeo', vimeo, rows => `<div class="vp-captions"><span>${rows.join('</span><br> <span>')}</span></div>`],
  ['Zoom', zoom, rows => rows.map(row => `<div class="vjs-text-track-cue"><div>${row}</div></div>`).join('')],
])('reads all rows of a line on %s', (_, definition, markup) => {
  const { media, at } = player(markup);
  at(10, 'Our drivers lose', 'an hour a day.');
  expect(captionsOf(media, definition)(media, 10)).toBe('Our drivers lose an hour a day.');
});

it('gives the line of an earlier moment, not the one that is shown now', () => {
  const { media, at } = player(lines);
  const captions = captionsOf(media, youtube);
  for (const [second, text] of [
    [10, 'First.'],
    [10.25, 'First.'],
    [10.5, 'First.'],
    [10.75, 'Second.'],
    [11, 'Second.'],
  ] as const) {
    at(second, text);
    captions(media, second);
  }
  expect(captions(media, 10.4)).toBe('First.');
  expect(captions(media, 10.8)).toBe('Second.');
  expect(captions(media, 2)).toBe('');
});

it('remembers a silence, and then what is said there when the clip plays again', () => {
  const { media, at } = player(lines);
  const captions = captionsOf(media, youtube);
  at(5);
  expect(captions(media, 5)).toBe('');
  at(30, 'Later.');
  captions(media, 30);
  expect(captions(media, 5)).toBe('');
  at(5, 'Switched on.');
  expect(captions(media, 5)).toBe('Switched on.');
});

it('prefers the text tracks, without their mark-up, to what is drawn', () => {
  const cues = [
    { startTime: 10, endTime: 14, text: '<v Ana>What would\nit take?' },
    { startTime: 14, endTime: 18, text: 'Next line' },
  ];
  const tracks = [
    { kind: 'metadata', cues: [{ startTime: 0, endTime: 99, text: '{}' }] },
    { kind: 'captions', cues },
  ];
  const { media, at } = player(lines, tracks);
  at(12.5, 'Drawn otherwise.');
  const captions = captionsOf(media, youtube);
  expect(captions(media, 12.5)).toBe('What would it take?');
  expect(captions(media, 14)).toBe('Next line');
  expect(captions(media, 40)).toBe('');
});

it('reads no drawn captions if the site definition names none', () => {
  const { media, at } = player(lines);
  at(5, 'Words.');
  expect(captionsOf(media, { ...youtube, video: {} })(media, 5)).toBe('');
  expect(captionsOf(media)(media, 5)).toBe('');
});
