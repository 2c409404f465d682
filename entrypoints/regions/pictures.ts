/** Finds the picture that a region lies on: the recording's own frame, or an image of the page. */
import { findRegion, type Picture } from '#lib/anchors/media/region.ts';
import type { RegionAnchor } from '#lib/records/anchor.ts';
import type { Placed } from '../tools/overlay.ts';
import type { PartHost } from '../tools/parts.ts';
import { isNamed } from './picture-name.ts';

/** A smaller image, in CSS px, is an icon. */
const MIN_SIZE = 80;
const MUCH_LARGER = 4;

const area = (element: Element) => {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
};

/** The images that are large enough to draw on, the largest first. */
function images(): HTMLImageElement[] {
  return [...document.images]
    .filter(image => area(image) > MIN_SIZE * MIN_SIZE && image.checkVisibility({ visibilityProperty: true }))
    .sort((one, other) => area(other) - area(one));
}

/** The picture that a person would draw on now: the clip, else the largest image in sight. */
export function pictureHere({ media }: PartHost): Picture | undefined {
  const video = media()?.clip();
  if (video instanceof HTMLVideoElement) return video;
  return images().find(image => {
    const { top, bottom } = image.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

/**
 * The picture of a region that was drawn before. Nobody draws on a thumbnail while the same picture is there at four times
 * the size; but of two that are much alike in size, we cannot tell which was meant.
 */
export function pictureOf({ moment, image }: RegionAnchor, { media }: PartHost): Picture | undefined {
  if (!moment) {
    const [first, second] = images().filter(each => isNamed(each, image));
    return first && second && area(first) < MUCH_LARGER * area(second) ? undefined : first;
  }
  const video = media()?.clipOf(moment);
  return video instanceof HTMLVideoElement ? video : undefined;
}

/** Half the size, in px, of the sign for a point. */
const POINT = 7;

/** How near to its moment a clip must be for a region to show, in seconds. */
const MOMENT_SECONDS = 0.5;

/** Where to draw a region. In a clip it shows only while the clip is at its moment. */
export function regionRect(anchor: RegionAnchor, picture: Picture, host: PartHost): () => Placed | null {
  const { moment } = anchor;
  return () =>
    moment &&
    (host.media()?.isAd() ||
      Math.abs((picture as HTMLVideoElement).currentTime - moment.start) > MOMENT_SECONDS)
      ? null
      : regionBox(anchor, picture, host);
}

/** Where a region is now, in px of the window, and the picture that it is on. A point gets a small box around it. */
export function regionBox(anchor: RegionAnchor, picture: Picture, { lent }: PartHost): Placed | null {
  const box = findRegion(anchor, picture);
  if (!box) return null;
  const { x, y } = lent.offsetOf(picture);
  const margin = box.width || box.height ? 0 : POINT;
  const [width, height] = [box.width + 2 * margin, box.height + 2 * margin];
  return { left: box.x + x - margin, top: box.y + y - margin, width, height, on: picture };
}
