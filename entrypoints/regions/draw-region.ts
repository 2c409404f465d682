/**
 * Lets a person draw on a picture: lays region.html, an extension page of ours, over its visible part. So the page gets no
 * key and no click meanwhile, and the code for drawing is not part of any script in the page.
 */
import { type Box, type Picture, pictureBox } from '#lib/anchors/media/region.ts';
import type { DrawnBox } from '#lib/messages/contract.ts';
import { atEnd } from '../tools/dom-events.ts';
import type { OverlayItem } from '../tools/overlay.ts';
import { ownFrame } from '../tools/own-frame.ts';
import type { PartHost } from '../tools/parts.ts';

/** `onDone` gets what was drawn, in viewport coordinates, or nothing. A point has no size. */
export function drawRegion(
  { state, overlay, lent }: PartHost,
  picture: Picture,
  onDone: (drawn: Box | undefined) => void,
): void {
  const frame = ownFrame(state.browser, '/region.html', greet => {
    const port = greet({ sideline: 'region' });
    port.onmessage = ({ data }: MessageEvent<DrawnBox | null>) => {
      const { left, top } = frame.getBoundingClientRect();
      stop();
      onDone(data ? { ...data, left: left + data.left, top: top + data.top } : undefined);
    };
    frame.focus();
  });
  const item: OverlayItem = { element: frame, rect: () => seenBox(picture, lent) };
  const stop = () => overlay.remove(item);
  atEnd(state.signal, stop);
  lent.goTo(picture, true);
  overlay.add(item);
}

/**
 * The part of the picture that is inside its element and the window. With `object-fit` it may be smaller, or larger than
 * the element.
 */
function seenBox(picture: Picture, lent: PartHost['lent']): Box | null {
  const box = pictureBox(picture);
  if (!box) return null;
  const { x, y } = lent.offsetOf(picture);
  const outer = lent.boxOf(picture);
  const left = Math.max(box.left + x, outer.left, 0);
  const top = Math.max(box.top + y, outer.top, 0);
  const width = Math.min(box.right + x, outer.right, innerWidth) - left;
  const height = Math.min(box.bottom + y, outer.bottom, innerHeight) - top;
  return { left, top, width, height };
}
