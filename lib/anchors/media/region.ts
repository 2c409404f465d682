/** Regions of a picture or of a video's frame, in 0–1 coordinates of the picture, not of the element around it. */
import type { MomentAnchor, RegionAnchor } from '#lib/records/anchor.ts';
import { plain } from '../plain.ts';

export type Picture = HTMLImageElement | HTMLVideoElement | HTMLCanvasElement;

/** A rectangle in client coordinates (px of the viewport). */
export type Box = { left: number; top: number; width: number; height: number };

const PRECISION = 10_000;

/**
 * Where the picture itself is drawn. `object-fit` and `object-position` may leave bars beside it; or they cut it off, and
 * then the box is larger than the element. Null while the picture has no size.
 */
export function pictureBox(picture: Picture): DOMRect | null {
  const { width, height } = naturalSize(picture);
  const outer = picture.getBoundingClientRect();
  if (!width || !height || !outer.width || !outer.height) return null;
  const style = getComputedStyle(picture);
  const padding = (side: string) => Number.parseFloat(style.getPropertyValue(`padding-${side}`)) || 0;
  const room = {
    width: picture.clientWidth - padding('left') - padding('right'),
    height: picture.clientHeight - padding('top') - padding('bottom'),
  };
  const size = fitted(style.objectFit, { width, height }, room);
  const [x = '50%', y = '50%'] = style.objectPosition.split(' ');
  return new DOMRect(
    outer.left + picture.clientLeft + padding('left') + offset(x, room.width - size.width),
    outer.top + picture.clientTop + padding('top') + offset(y, room.height - size.height),
    size.width,
    size.height,
  );
}

/** Describes a rectangle (or, without a size, a point) given in client coordinates. Null while there is no picture. */
export function describeRegion(picture: Picture, drawn: Box, moment?: MomentAnchor): RegionAnchor | null {
  const box = pictureBox(picture);
  if (!box) return null;
  const round = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * PRECISION) / PRECISION;
  const x = round((drawn.left - box.left) / box.width);
  const y = round((drawn.top - box.top) / box.height);
  return plain<RegionAnchor>({
    kind: 'region',
    x,
    y,
    width: round(round((drawn.left + drawn.width - box.left) / box.width) - x),
    height: round(round((drawn.top + drawn.height - box.top) / box.height) - y),
    moment,
  });
}

/** Where a region is drawn now, in client coordinates. Null while there is no picture. */
export function findRegion(anchor: RegionAnchor, picture: Picture): DOMRect | null {
  const box = pictureBox(picture);
  if (!box) return null;
  const { x, y, width, height } = anchor;
  return new DOMRect(
    box.left + x * box.width,
    box.top + y * box.height,
    width * box.width,
    height * box.height,
  );
}

type AnyPicture = Partial<Pick<HTMLVideoElement, 'videoWidth' | 'videoHeight'>> &
  Partial<Pick<HTMLImageElement, 'naturalWidth' | 'naturalHeight'>> &
  Size;

function naturalSize(picture: AnyPicture): Size {
  return {
    width: picture.videoWidth ?? picture.naturalWidth ?? picture.width,
    height: picture.videoHeight ?? picture.naturalHeight ?? picture.height,
  };
}

type Size = { width: number; height: number };

function fitted(fit: string, natural: Size, room: Size): Size {
  if (fit === 'fill' || fit === '') return room;
  const within = Math.min(room.width / natural.width, room.height / natural.height);
  const over = Math.max(room.width / natural.width, room.height / natural.height);
  const scale = { contain: within, cover: over, none: 1, 'scale-down': Math.min(1, within) }[fit] ?? within;
  return { width: natural.width * scale, height: natural.height * scale };
}

/** Reads a part of `object-position`: a share of the free room, or a length. */
function offset(position: string, free: number): number {
  const value = Number.parseFloat(position) || 0;
  return position.endsWith('%') ? (free * value) / 100 : value;
}
