/** The page's player: type to pause, send to go on, step, seek, and the moment that the composer points at. */

import type { PageState } from '../page/state.ts';

export interface Player {
  /** The page's main video or audio, if it has one now. */
  video(): HTMLMediaElement | null;
  pauseForTyping(): void;
  /** Goes on playing, but only what typing paused, and only if nobody moved the playhead since. */
  resumeAfterSending(): void;
  seek(seconds: number): void;
}

export function createPlayer(state: PageState): Player {
  let paused: { video: HTMLMediaElement; at: number } | undefined;
  const video = () => state.findVideo(document, state.definition) ?? null;
  state.signal.addEventListener('abort', () => {
    paused = undefined;
  });
  return {
    video,
    pauseForTyping() {
      const current = video();
      if (!current || current.paused) return;
      current.pause();
      paused = { video: current, at: current.currentTime };
    },
    resumeAfterSending() {
      const last = paused;
      paused = undefined;
      if (!last?.video.isConnected || !last.video.paused || last.video.currentTime !== last.at) return;
      // A browser may refuse to play without a gesture; then the person presses play, as on any page.
      last.video.play().catch(() => undefined);
    },
    seek(seconds) {
      const current = video();
      if (!current) return;
      paused = undefined;
      current.currentTime = Math.max(0, seconds);
    },
  };
}
