/** Regions of a picture or frame, in 0–1 coordinates of the picture itself, not of the element around it. */
import type { MomentAnchor, RegionAnchor } from '#lib/records/anchor.ts';

export type Picture = HTMLImageElement | HTMLVideoElement | HTMLCanvasElement;

/** A rectangle in client coordinates (px of the viewport). */
export type Box = { left: number; top: number; width: number; height: number };

const PRECISION = 10_000;

/**
 * Where the picture itself is drawn: `object-fit` and `object-position` may leave bars, or cut it off, in which case
 * the box reaches beyond the element. Null while the picture has no size.
 */
export function pictureBox(picture: Picture): Box | null {
  const { width, height } = naturalSize(picture);
  const outer = picture.getBoundingClientRect();
  if (!width || !height || !outer.width || !outer.height) return null;
  const style = getComputedStyle(picture);
  const edge = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
  const left = outer.left + edge('border-left-width') + edge('padding-left');
  const top = outer.top + edge('border-top-width') + edge('padding-top');
  const right = outer.right - edge('border-right-width') - edge('padding-right');
  const bottom = outer.bottom - edge('border-bottom-width') - edge('padding-bottom');
  const room = { width: right - left, height: bottom - top };
  const size = fitted(style.objectFit, { width, height }, room);
  const [x = '50%', y = '50%'] = style.objectPosition.split(' ');
  return {
    left: left + offset(x, room.width - size.width),
    top: top + offset(y, room.height - size.height),
    ...size,
  };
}

/** Describes a rectangle (or, without a size, a point) given in client coordinates. Null while there is no picture. */
export function describeRegion(picture: Picture, drawn: Box, moment?: MomentAnchor): RegionAnchor | null {
  const box = pictureBox(picture);
  if (!box) return null;
  const share = (value: number, from: number, size: number) =>
    Math.round(Math.min(1, Math.max(0, (value - from) / size)) * PRECISION) / PRECISION;
  const x = share(drawn.left, box.left, box.width);
  const y = share(drawn.top, box.top, box.height);
  const right = share(drawn.left + drawn.width, box.left, box.width);
  const bottom = share(drawn.top + drawn.height, box.top, box.height);
  return {
    kind: 'region',
    x,
    y,
    width: Math.round((right - x) * PRECISION) / PRECISION,
    height: Math.round((bottom - y) * PRECISION) / PRECISION,
    ...(moment ? { moment } : {}),
  };
}

/** Where a region is drawn now, in client coordinates. Null while there is no picture. */
export function findRegion(anchor: RegionAnchor, picture: Picture): Box | null {
  const box = pictureBox(picture);
  if (!box) return null;
  return {
    left: box.left + anchor.x * box.width,
    top: box.top + anchor.y * box.height,
    width: anchor.width * box.width,
    height: anchor.height * box.height,
  };
}

function naturalSize(picture: Picture): { width: number; height: number } {
  if ('videoWidth' in picture) return { width: picture.videoWidth, height: picture.videoHeight };
  if ('naturalWidth' in picture) return { width: picture.naturalWidth, height: picture.naturalHeight };
  return { width: picture.width, height: picture.height };
}

type Size = { width: number; height: number };

function fitted(fit: string, natural: Size, room: Size): Size {
  if (fit === 'fill' || fit === '') return room;
  const within = Math.min(room.width / natural.width, room.height / natural.height);
  const over = Math.max(room.width / natural.width, room.height / natural.height);
  const scale = { contain: within, cover: over, none: 1, 'scale-down': Math.min(1, within) }[fit] ?? within;
  return { width: natural.width * scale, height: natural.height * scale };
}

/** `object-position`: a share of the free room, or a length. */
function offset(position: string, free: number): number {
  const value = Number.parseFloat(position) || 0;
  return position.endsWith('%') ? (free * value) / 100 : value;
}
