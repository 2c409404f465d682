/**
 * Drawing on a picture: region.html, an extension page of ours, is laid over what is to be seen of it. So the page gets
 * no key and no click meanwhile, and what is drawn on, and how, costs the page tools nothing.
 */
import { type Box, type Picture, pictureBox } from '#lib/anchors/media/region.ts';
import type { DrawnBox } from '#lib/messages/contract.ts';
import type { Shared } from '../page/state.ts';
import { atEnd } from '../tools/listen.ts';
import { type Overlay, type OverlayItem, ownFrame } from '../tools/overlay.ts';

/** `onDone` gets what was drawn, in viewport coordinates (a point has no size), or nothing. */
export function drawRegion(
  browser: Shared['browser'],
  overlay: Overlay,
  picture: Picture,
  onDone: (drawn: Box | undefined) => void,
  signal: AbortSignal,
): void {
  const frame = ownFrame(browser, '/region.html', greet => {
    const port = greet({ sideline: 'region' });
    port.onmessage = ({ data }: MessageEvent<DrawnBox | null>) => {
      const { left, top } = frame.getBoundingClientRect();
      stop();
      onDone(data ? { ...data, left: left + data.left, top: top + data.top } : undefined);
    };
    frame.focus();
  });
  const item: OverlayItem = { element: frame, rect: () => seenBox(picture) };
  const stop = () => overlay.remove(item);
  atEnd(signal, stop);
  picture.scrollIntoView({ block: 'nearest' });
  overlay.add(item);
}

/** What of the picture itself is inside its element: with `object-fit` it may be smaller, or reach beyond. */
function seenBox(picture: Picture): DOMRect | null {
  const box = pictureBox(picture);
  if (!box) return null;
  const outer = picture.getBoundingClientRect();
  const left = Math.max(box.left, outer.left);
  const top = Math.max(box.top, outer.top);
  return new DOMRect(
    left,
    top,
    Math.min(box.right, outer.right) - left,
    Math.min(box.bottom, outer.bottom) - top,
  );
}
