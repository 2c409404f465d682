import { describeMoment } from '#lib/anchors/media/moment.ts';
import type { Media, MediaHost } from '../tools/media.ts';
import { locate } from './locate.ts';
import { pickRegion } from './pick-region.ts';
import { pictureOf, regionRect } from './pictures.ts';
import { createPlayer } from './player.ts';
import { createTimeline } from './timeline.ts';

/** Wires the media tools together. They live as long as the page tools that asked for them. */
export function createMedia(host: MediaHost): Media {
  const { state, overlay, openNote } = host;
  const player = createPlayer(state);
  const timeline = createTimeline(overlay, state, openNote);
  return {
    ...player,
    describeMoment,
    drawTimeline: timeline.draw,
    locate: (anchor, flash) => locate(anchor, state, player, flash),
    pictureOf: anchor => pictureOf(anchor, state),
    regionRect: (anchor, picture) => regionRect(anchor, picture, state),
    pickRegion: (momentNow, onDone) => pickRegion(host, player, momentNow, onDone),
  };
}
