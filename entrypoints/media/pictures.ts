/** The picture that a region lies on: the recording's own frame, or an image of the page. */
import { findRegion, type Picture } from '#lib/anchors/media/region.ts';
import type { RegionAnchor } from '#lib/records/anchor.ts';
import type { Shared } from '../page/state.ts';
import type { OverlayItem } from '../tools/overlay.ts';

/** Smaller than this, in CSS px, an image is an icon. */
const MIN_SIZE = 80;

/** The picture that one would draw on now: the clip, else the largest image that is to be seen. */
export function pictureHere(state: Shared): Picture | undefined {
  const video = state.video();
  if (video instanceof HTMLVideoElement) return video;
  let most = MIN_SIZE * MIN_SIZE;
  let best: Picture | undefined;
  for (const image of document.images) {
    const { top, bottom, width, height } = image.getBoundingClientRect();
    if (width * height <= most || bottom < 0 || top > innerHeight || !image.checkVisibility()) continue;
    most = width * height;
    best = image;
  }
  return best;
}

/** The picture of a region that was drawn before. */
export function pictureOf({ moment, image }: RegionAnchor, state: Shared): Picture | undefined {
  if (!moment) return [...document.images].find(each => nameOf(each) === image);
  const video = state.video();
  return video instanceof HTMLVideoElement ? video : undefined;
}

/** An image's file, without the host and parameters, which differ from one visit to the next. */
export function nameOf(image: HTMLImageElement): string {
  return (URL.parse(image.currentSrc || image.src)?.pathname ?? '').slice(-300);
}

/** Half the size, in px, of the sign for a point. */
const POINT = 7;

/** A region of a clip is shown while the clip stands this near to its moment, in seconds. */
const MOMENT_SECONDS = 0.5;

/** Where a region is drawn; one of a clip only while the clip stands at its moment. */
export function regionRect(anchor: RegionAnchor, picture: Picture, state: Shared): OverlayItem['rect'] {
  const { moment } = anchor;
  return () =>
    moment &&
    (state.isAd() || Math.abs((picture as HTMLVideoElement).currentTime - moment.start) > MOMENT_SECONDS)
      ? null
      : regionBox(anchor, picture);
}

/** Where a region is drawn now, in viewport coordinates; a point as a small box around it. */
export function regionBox(anchor: RegionAnchor, picture: Picture) {
  const box = findRegion(anchor, picture);
  if (!box || box.width || box.height) return box;
  return new DOMRect(box.x - POINT, box.y - POINT, 2 * POINT, 2 * POINT);
}
