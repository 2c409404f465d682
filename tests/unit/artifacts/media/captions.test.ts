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
  return createCaptions({ tidy, drawnCaption: clip => drawnCaption({ tidy, findShown }, clip, definition) });
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

/** A cue as the browser keeps it: what it shows differs from what stands in the file. */
const cue = (startTime: number, endTime: number, shown: string) => ({
  startTime,
  endTime,
  text: `<v Ana>${shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</v>`,
  getCueAsHTML: () => ({ textContent: shown }),
});
type Cue = ReturnType<typeof cue>;
const track = (mode: string, ...cues: Cue[]) => ({ kind: 'subtitles', mode, cues });
const german = (mode: string) => track(mode, cue(0, 9, 'Und wer unterschreibt?'), cue(9, 20, 'Ich.'));
const english = (mode: string) => track(mode, cue(0, 9, 'And who signs?'), cue(9, 20, 'I do.'));
const plyr = (rows: string[]) => `<div class="plyr__captions"><span>${rows.join('<br> ')}</span></div>`;

it('prefers the text tracks, as they are shown, to what is drawn', () => {
  const tracks = [
    { kind: 'metadata', mode: 'showing', cues: [cue(0, 99, '{}')] },
    {
      kind: 'captions',
      mode: 'showing',
      cues: [cue(10, 14, 'What would\nR&D take?'), cue(14, 18, 'Next line')],
    },
  ];
  const { media, at } = player(lines, tracks);
  at(12.5, 'Drawn otherwise.');
  const captions = captionsOf(media, youtube);
  expect(captions(media, 12.5)).toBe('What would R&D take?');
  expect(captions(media, 14)).toBe('Next line');
});

it.each<[string, string, string]>([
  ['entities', '>> So what\u00a0did R&D say?', '>> So what did R&D say?'],
  ['a sign that begins no tag', 'if 3 < 5 then we are fine', 'if 3 < 5 then we are fine'],
  ['a mark of direction that does nothing', '40 a pallet, \u200eand a Q&A', '40 a pallet, and a Q&A'],
  ['a mark of direction beside Arabic', 'ثمن \u200e40', 'ثمن \u200e40'],
])('reads what the viewer sees: %s', (_, shown, expected) => {
  const { media } = player(lines, [track('showing', cue(0, 9, shown))]);
  expect(captionsOf(media)(media, 5)).toBe(expected);
});

it('gives all that is shown at once, each line once', () => {
  const tracks = [
    track('showing', cue(10, 15, 'One speaks,'), cue(10, 15, 'another too.')),
    track('showing', cue(10, 15, 'another too.')),
  ];
  const { media } = player(lines, tracks);
  expect(captionsOf(media)(media, 12)).toBe('One speaks, another too.');
  expect(captionsOf(media)(media, 15)).toBe('');
});

it('gives only the language that is shown, and nothing of another where that one is silent', () => {
  const silent = track('showing', cue(0, 4, 'And who signs?'));
  const { media } = player(lines, [german('hidden'), silent, german('disabled')]);
  expect(captionsOf(media)(media, 3)).toBe('And who signs?');
  expect(captionsOf(media)(media, 6)).toBe('');
});

it('of several hidden languages gives the one that the player draws, also a moment earlier', () => {
  const { media, at } = player(plyr, [german('hidden'), english('hidden')]);
  at(9.2, 'I', 'do.');
  expect(captionsOf(media)(media, 8.4)).toBe('And who signs?');
  expect(captionsOf(media)(media, 9.2)).toBe('I do.');
});

it('gives none of several hidden languages rather than the wrong one', () => {
  const { media, at } = player(plyr, [german('hidden'), english('hidden')]);
  expect(captionsOf(media)(media, 5)).toBe('');
  const second = player(plyr, [german('hidden')]);
  expect(captionsOf(second.media)(second.media, 5)).toBe('Und wer unterschreibt?');
  at(5, 'A third wording.');
  expect(captionsOf(media)(media, 5)).toBe('A third wording.');
});

it('does not take what another player draws', () => {
  const { media, at } = player(rows => `<div><audio></audio>${plyr(rows)}</div><div><audio></audio></div>`);
  at(5, 'Said elsewhere.');
  expect(captionsOf(media)(media, 5)).toBe('');
});

it('reads no drawn captions where neither the site nor a well-known player draws any', () => {
  const { media, at } = player(lines);
  at(5, 'Words.');
  expect(captionsOf(media, { ...youtube, video: {} })(media, 5)).toBe('');
  expect(captionsOf(media)(media, 5)).toBe('');
});
