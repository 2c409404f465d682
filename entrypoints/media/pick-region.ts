/** Pointing at a part of a picture: draws on it, and makes an anchor of what was drawn. */
import { describeRegion } from '#lib/anchors/media/region.ts';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import type { MediaHost, OnRegion } from '../tools/media.ts';
import { drawRegion } from './draw-region.ts';
import { nameOf, pictureHere, regionBox } from './pictures.ts';
import type { Player } from './player.ts';

/** False where there is no picture to draw on. `onDone` gets no anchor where nothing was drawn. */
export function pickRegion(
  { state, overlay }: MediaHost,
  player: Player,
  momentNow: (video: HTMLMediaElement) => MomentAnchor,
  onDone: OnRegion,
): boolean {
  const picture = pictureHere(state);
  if (!picture) return false;
  player.pauseForTyping();
  drawRegion(
    state.browser,
    overlay,
    picture,
    drawn => {
      const isImage = picture instanceof HTMLImageElement;
      const moment = isImage ? undefined : momentNow(picture as HTMLVideoElement);
      const anchor = drawn && describeRegion(picture, drawn, moment);
      if (!anchor) return onDone(undefined);
      if (isImage) anchor.image = nameOf(picture);
      onDone(anchor, () => regionBox(anchor, picture));
    },
    state.signal,
  );
  return true;
}
