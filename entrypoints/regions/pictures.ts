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

/** A frame's own classes are others than the window's, so what something is must be told by its name. */
export const isImage = (picture: Element): picture is HTMLImageElement => picture.nodeName === 'IMG';
const isVideo = (media: Element | null | undefined): media is HTMLVideoElement => media?.nodeName === 'VIDEO';

/** Whether no frame around a picture is scaled or turned: what is in such a frame cannot be told from the window. */
function isUpright(picture: Element, { lent }: PartHost): boolean {
  for (let frame = lent.frameOf(picture); frame; frame = lent.frameOf(frame)) {
    const { width, height } = frame.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = frame as HTMLElement;
    if (Math.abs(width - offsetWidth) > 1 || Math.abs(height - offsetHeight) > 1) return false;
  }
  return true;
}

/** The images that are large enough to draw on, also in frames of the page's own origin, the largest first. */
function images(host: PartHost): HTMLImageElement[] {
  return host
    .documents()
    .flatMap(({ images: all }) => [...all])
    .filter(image => area(image) > MIN_SIZE * MIN_SIZE && image.checkVisibility({ visibilityProperty: true }))
    .sort((one, other) => area(other) - area(one));
}

/** The picture that a person would draw on now: the clip, else the largest image in sight. */
export function pictureHere(host: PartHost): Picture | undefined {
  const video = host.media()?.clip();
  const picture = isVideo(video) ? video : images(host).find(image => isInSight(image, host));
  return picture && isUpright(picture, host) ? picture : undefined;
}

/** Whether it can be seen as far as the window and the frames around it have been scrolled. */
function isInSight(image: Element, { lent }: PartHost): boolean {
  let { top, bottom } = lent.boxOf(image);
  for (let frame = lent.frameOf(image); frame; frame = lent.frameOf(frame)) {
    const box = lent.boxOf(frame);
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return Math.min(bottom, innerHeight) > Math.max(top, 0);
}

/**
 * The picture of a region that was drawn before. Nobody draws on a thumbnail while the same picture is there at four times
 * the size; but of two that are much alike in size, we cannot tell which was meant.
 */
export function pictureOf({ moment, image }: RegionAnchor, host: PartHost): Picture | undefined {
  if (!moment) {
    const [first, second] = images(host).filter(each => isNamed(each, image));
    return first && second && area(first) < MUCH_LARGER * area(second) ? undefined : first;
  }
  const video = host.media()?.clipOf(moment);
  return isVideo(video) ? video : undefined;
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
export function regionBox(anchor: RegionAnchor, picture: Picture, host: PartHost): Placed | null {
  const box = findRegion(anchor, picture);
  if (!box || !isUpright(picture, host)) return null;
  const { x, y } = host.lent.offsetOf(picture);
  const margin = box.width || box.height ? 0 : POINT;
  const [width, height] = [box.width + 2 * margin, box.height + 2 * margin];
  return { left: box.x + x - margin, top: box.y + y - margin, width, height, on: picture };
}
