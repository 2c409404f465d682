import { expect, test } from 'vitest';
import { describeMoment, findMoment, formatTime, mediaFragment } from '#lib/anchors/media/moment.ts';
import { momentAnchor } from '#lib/records/anchor.ts';

function video(currentTime: number, duration: number) {
  return { currentTime, duration } as unknown as HTMLVideoElement;
}

test('a moment keeps the recording’s length and the line that was spoken', () => {
  const caption = (seconds: number) => (seconds === 12.5 ? 'What would it take?' : '');
  const anchor = describeMoment(video(12.5, 600), { caption });
  expect(anchor).toEqual({ kind: 'moment', start: 12.5, duration: 600, caption: 'What would it take?' });
  expect(momentAnchor.parse(anchor)).toEqual(anchor);
});

test.each([
  ['pulled back by the reaction time', 12.5, { reactionSeconds: 0.8 }, { start: 11.7 }],
  ['never before the beginning', 0.3, { reactionSeconds: 0.8 }, { start: 0 }],
  ['a stretch', 12.5, { end: 20 }, { start: 12.5, end: 20 }],
  ['a stretch marked backwards', 12.5, { end: 8 }, { start: 8, end: 12.5 }],
  ['a stretch with both ends given', 90, { start: 3, end: 9 }, { start: 3, end: 9 }],
])('a mark is %s', (_what, time, options, expected) => {
  expect(describeMoment(video(time, 600), options)).toMatchObject(expected);
});

test.each([
  [1, 5.2],
  [2, 4.4],
  [0.5, 5.6],
  [undefined, 5.2],
])('at %s times the speed, what was heard 0.8 s ago was at %s s', (playbackRate, start) => {
  const clip = { ...video(6, 60), playbackRate } as unknown as HTMLVideoElement;
  expect(describeMoment(clip, { reactionSeconds: 0.8 }).start).toBeCloseTo(start);
});

test.each([
  [600, 601.9, 'same'],
  [600, 602.1, 'moved'],
  [100, 100.6, 'moved'],
  [10_000, 10_002.5, 'moved'],
  [undefined, 600, 'same'],
  [600, Number.POSITIVE_INFINITY, 'same'],
])('a recording of %s s that is now %s s: %s', (then, now, status) => {
  const anchor = { kind: 'moment' as const, start: 30, ...(then ? { duration: then } : {}) };
  expect(findMoment(anchor, video(0, now)).status).toBe(status);
});

test('a moment beyond the recording’s new end is found at the end', () => {
  const anchor = { kind: 'moment' as const, start: 590, end: 599, duration: 600 };
  expect(findMoment(anchor, video(0, 500))).toEqual({ start: 500, end: 500, status: 'moved' });
});

test.each([
  [0, '0:00'],
  [7.9, '0:07'],
  [725, '12:05'],
  [3723, '1:02:03'],
  [Number.NaN, '0:00'],
])('%s s is written %s', (seconds, text) => {
  expect(formatTime(seconds)).toBe(text);
});

test('the media fragment of a moment has one time, of a stretch two', () => {
  expect(mediaFragment({ kind: 'moment', start: 12.5 })).toBe('t=12.5');
  expect(mediaFragment({ kind: 'moment', start: 12.5, end: 20 })).toBe('t=12.5,20');
});
