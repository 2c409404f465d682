/** Pointing at a part of a picture: draws on it, and makes an anchor of what was drawn. */
import { describeRegion, pictureBox } from '#lib/anchors/media/region.ts';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import type { OnRegion, PartHost } from '../tools/parts.ts';
import { drawRegion } from './draw-region.ts';
import { nameOf } from './picture-name.ts';
import { isImage, pictureHere, regionRect } from './pictures.ts';

/** False where there is no picture to draw on. `onDone` gets no anchor where nothing was drawn. */
export function pickRegion(
  host: PartHost,
  momentNow: (video: HTMLMediaElement) => MomentAnchor | undefined,
  onDone: OnRegion,
): boolean {
  const picture = pictureHere(host);
  // In perspective nothing that is drawn can be told from the picture's own shares.
  if (!picture || !pictureBox(picture)) return false;
  host.media()?.pause();
  drawRegion(host, picture, drawn => {
    const moment = isImage(picture) ? undefined : momentNow(picture as HTMLVideoElement);
    const { x, y } = host.lent.offsetOf(picture);
    const inFrame = drawn && { ...drawn, left: drawn.left - x, top: drawn.top - y };
    const anchor = inFrame && (isImage(picture) || moment) && describeRegion(picture, inFrame, moment);
    if (!anchor) return onDone(undefined);
    if (isImage(picture)) anchor.image = nameOf(picture);
    onDone(anchor, regionRect(anchor, picture, host));
  });
  return true;
}
