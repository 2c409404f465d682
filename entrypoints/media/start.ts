import { describeMoment } from '#lib/anchors/media/moment.ts';
import { type Captions, createCaptions } from '#lib/artifacts/media/captions.ts';
import type { Media, MediaHost } from '../tools/media.ts';
import { locate } from './locate.ts';
import { pickRegion } from './pick-region.ts';
import { pictureOf, regionRect } from './pictures.ts';
import { createPlayer } from './player.ts';
import { createTimeline } from './timeline.ts';

/** Wires the media tools together. They live as long as the page tools that asked for them. */
export function createMedia(host: MediaHost): Media {
  const { state, overlay, openNote } = host;
  let captions: { key: string | undefined; at: Captions } | undefined;
  const player = createPlayer(state);
  const timeline = createTimeline(overlay, state, openNote);
  return {
    ...player,
    captionAt(video, seconds) {
      const key = state.artifact?.key;
      // The next clip says other lines at the same seconds.
      if (captions?.key !== key) captions = { key, at: createCaptions(state) };
      return captions?.at(video, seconds) ?? '';
    },
    describeMoment,
    drawTimeline: timeline.draw,
    locate: (anchor, flash) => locate(anchor, state, player, flash),
    pictureOf: anchor => pictureOf(anchor, state),
    regionRect: (anchor, picture) => regionRect(anchor, picture, state),
    pickRegion: (momentNow, onDone) => pickRegion(host, player, momentNow, onDone),
  };
}
