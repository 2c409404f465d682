/** The page's player: pauses for typing, goes on after sending, steps, seeks, and plays a marked stretch. */

import type { PageState } from '../page/state.ts';
import { atEnd } from '../tools/dom-events.ts';
import type { Media } from '../tools/parts.ts';

export interface Player extends Pick<Media, 'pause' | 'resume' | 'step' | 'play'> {
  seek(seconds: number): void;
}

/** How often we look whether a stretch is over, in ms. */
const LOOK_MS = 40;
/** If the playhead is this far outside a stretch, in seconds, somebody moved it there. */
const LEFT_SECONDS = 0.5;

export function createPlayer(
  state: PageState,
  video: () => HTMLMediaElement | null,
  isAd: () => boolean,
): Player {
  let paused: { video: HTMLMediaElement; at: number } | undefined;
  let stretch: ReturnType<typeof setInterval> | undefined;
  // The time of an advertisement in the recording's own element is not the recording's.
  const clip = () => (isAd() ? null : video());
  // A browser may refuse to play without a gesture; then the person presses play, as on any page.
  const start = (media: HTMLMediaElement) => media.play().catch(() => undefined);
  const seek = (seconds: number) => {
    const current = clip();
    if (!current) return;
    paused = undefined;
    clearInterval(stretch);
    current.currentTime = Math.max(0, seconds);
  };
  atEnd(state.signal, () => clearInterval(stretch));
  return {
    pause() {
      const current = video();
      if (!current || current.paused) return;
      current.pause();
      paused = { video: current, at: current.currentTime };
    },
    resume() {
      const last = paused;
      paused = undefined;
      if (!last?.video.isConnected || !last.video.paused || last.video.currentTime !== last.at) return;
      void start(last.video);
    },
    seek,
    step(seconds) {
      const current = clip();
      if (!current) return;
      if (Math.abs(seconds) < 1) current.pause();
      seek(current.currentTime + seconds);
    },
    play(from, to, loop) {
      const current = clip();
      if (!current) return;
      seek(from);
      void start(current);
      let held = false;
      stretch = setInterval(() => {
        const { currentTime: at, paused: isPaused, seeking, ended } = current;
        if (isAd()) held = true;
        // After an advertisement, the player needs a moment until it starts the clip again.
        if (held && isPaused) return;
        held = isAd();
        if (seeking || held) return;
        if ((isPaused && !ended) || at < from - LEFT_SECONDS || at > to + LEFT_SECONDS)
          clearInterval(stretch);
        else if (at >= to || ended) {
          current.currentTime = loop ? from : to;
          if (loop) void start(current);
          else {
            current.pause();
            clearInterval(stretch);
          }
        }
      }, LOOK_MS);
    },
  };
}
