/** Which of several clips is meant: never a wrong one at its beginning. */
import { expect, test } from 'vitest';
import { chooseClip } from '#lib/artifacts/media/choose-clip.ts';

interface State {
  top?: number;
  playing?: boolean;
  time?: number;
  focus?: boolean;
}

const body = { contains: () => true, parentElement: null };

/** Clips on a window 800 px high, each 300 px high. */
function page(...states: State[]): HTMLMediaElement[] {
  const ownerDocument: { defaultView: object; activeElement: unknown } = {
    defaultView: { innerHeight: 800 },
    activeElement: body,
  };
  const clips = states.map(({ top = 0, playing, time = 0, focus }) => {
    const clip = {
      ownerDocument,
      paused: !playing,
      ended: false,
      currentTime: time,
      getBoundingClientRect: () => ({ top, bottom: top + 300, height: 300 }),
    };
    const button = { contains: (other: unknown) => other === clip, parentElement: body };
    if (focus) ownerDocument.activeElement = button;
    return clip as unknown as HTMLMediaElement;
  });
  return clips;
}

test.each<[string, State[], number | undefined, number]>([
  ['the only one', [{}], undefined, 0],
  ['the one that plays, also out of sight', [{ top: 900, playing: true }, {}], undefined, 0],
  ['the one whose controls have the focus', [{ time: 9 }, { focus: true }], 0, 1],
  ['the one that was used last', [{ time: 3 }, { time: 9 }], 1, 1],
  ['the only one in sight, where none was used', [{ top: 900 }, {}], undefined, 1],
  ['the only one that was begun', [{}, { time: 4 }, {}], undefined, 1],
])('%s', (_, states, used, expected) => {
  const clips = page(...states);
  const { clip, sure } = chooseClip(clips, used === undefined ? undefined : clips[used]);
  expect(sure).toBe(true);
  expect(clip && clips.indexOf(clip)).toBe(expected);
});

test.each<[string, State[], number | undefined]>([
  ['two in sight, neither used', [{}, { top: 350 }], undefined],
  ['two that play', [{ playing: true }, { top: 350, playing: true }], undefined],
  ['one in sight at its beginning, the used one scrolled away', [{ top: -900, time: 5 }, {}], 0],
])('it is unclear: %s', (_, states, used) => {
  const clips = page(...states);
  expect(chooseClip(clips, used === undefined ? undefined : clips[used]).sure).toBe(false);
});
