/** Which clip a moment was marked in, on a page with several. */
import { expect, it } from 'vitest';
import { createClips } from '../../../entrypoints/clips/clips.ts';
import type { PageState } from '../../../entrypoints/page/state.ts';
import type { PartHost } from '../../../entrypoints/tools/parts.ts';

const clip = (name: string, duration: number) => ({ name, duration }) as unknown as HTMLMediaElement;

function clipsOn(all: HTMLMediaElement[]) {
  const document = { addEventListener: () => undefined };
  Object.assign(globalThis, { document });
  const mediaName = (media: HTMLMediaElement) => (media as unknown as { name: string }).name;
  const state = { clips: () => all, mediaName, signal: new AbortController().signal };
  return createClips({ state: state as unknown as PageState } as PartHost);
}

const [intro, call, copy] = [clip('/intro.mp4', 30), clip('/call.mp4', 600), clip('/call.mp4', 600)] as const;
const moment = { kind: 'moment', start: 5 } as const;

it('is the one of that name, whatever its length now', () => {
  expect(clipsOn([intro, call]).clipOf({ ...moment, clip: '/call.mp4', duration: 590 })).toBe(call);
});

it('is the one of that length, where an older note kept no name', () => {
  expect(clipsOn([intro, call]).clipOf({ ...moment, duration: 600.4 })).toBe(call);
});

it('is none where the clip is gone, or two have the name', () => {
  expect(clipsOn([intro, call]).clipOf({ ...moment, clip: '/other.mp4' })).toBeNull();
  expect(clipsOn([intro, call, copy]).clipOf({ ...moment, clip: '/call.mp4' })).toBeNull();
});

it('keeps what tells a clip from another', () => {
  expect(clipsOn([intro, call]).nameOf(call)).toBe('/call.mp4');
  expect(clipsOn([intro, clip('', 60)]).nameOf(clip('', 60))).toBeUndefined();
});

const played = (name: string, stretches: number) => {
  const document = { activeElement: null, defaultView: { innerHeight: 600 } };
  const getBoundingClientRect = () => ({ top: 0, bottom: 200, height: 200 });
  const is = { played: { length: stretches }, paused: true, ended: false, currentTime: 0 };
  return Object.assign(clip(name, 60), is, { ownerDocument: document, getBoundingClientRect });
};

it('knows what was played before anybody listened, where that was one clip', () => {
  const [left, heard, also] = [played('/left.mp4', 0), played('/heard.mp4', 2), played('/also.mp4', 1)];
  expect(clipsOn([left, heard]).clip()).toBe(heard);
  expect(clipsOn([left, heard]).isUnclear()).toBe(false);
  expect(clipsOn([left, heard, also]).isUnclear()).toBe(true);
});
