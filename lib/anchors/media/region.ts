/** Regions of a picture or of a video's frame, in 0–1 coordinates of the picture, not of the element around it. */
import type { MomentAnchor, RegionAnchor } from '#lib/records/anchor.ts';
import { plain } from '../plain.ts';
import { flatParent } from '../visible-text.ts';

export type Picture = HTMLImageElement | HTMLVideoElement | HTMLCanvasElement;

/** A rectangle in client coordinates (px of the viewport of the picture's document). */
export type Box = { left: number; top: number; width: number; height: number };

const PRECISION = 10_000;
/** By how many px, or which share, the box that we compute may differ from the one that the browser tells. */
const TOLERANCE = 2;
const TOLERATED_SHARE = 0.02;

/**
 * Where the picture itself is drawn, as the smallest upright box around it. `object-fit` and `object-position` may leave
 * bars beside it; or they cut it off, and then the box is larger than the element. Null while the picture has no size, and
 * where it is drawn in a way that we cannot follow (in perspective).
 */
export function pictureBox(picture: Picture): DOMRect | null {
  const to = toClient(picture);
  return to && boxAround(to, WHOLE);
}

/** Describes a rectangle (or, without a size, a point) given in client coordinates. Null where `pictureBox` is. */
export function describeRegion(picture: Picture, drawn: Box, moment?: MomentAnchor): RegionAnchor | null {
  const to = toClient(picture);
  if (!to) return null;
  const { left, top, right, bottom } = boxAround(to.inverse(), drawn);
  const round = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * PRECISION) / PRECISION;
  const x = round(left);
  const y = round(top);
  return plain<RegionAnchor>({
    kind: 'region',
    x,
    y,
    width: round(round(right) - x),
    height: round(round(bottom) - y),
    moment,
  });
}

/** Where a region is drawn now, in client coordinates. Null where `pictureBox` is. */
export function findRegion({ x, y, width, height }: RegionAnchor, picture: Picture): DOMRect | null {
  const to = toClient(picture);
  return to && boxAround(to, { left: x, top: y, width, height });
}

const WHOLE: Box = { left: 0, top: 0, width: 1, height: 1 };

/** The smallest upright box around what becomes of another. */
function boxAround(to: DOMMatrix, { left, top, width, height }: Box): DOMRect {
  const corners = [left, left + width].flatMap(x =>
    [top, top + height].map(y => to.transformPoint({ x, y })),
  );
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return new DOMRect(x, y, Math.max(...xs) - x, Math.max(...ys) - y);
}

/**
 * From shares of the picture to client coordinates. However an element is scaled, turned or mirrored, by itself or with
 * what it lies in, its middle stays the middle of its bounding box, and only the linear part of all transforms counts.
 */
function toClient(picture: Picture): DOMMatrix | null {
  const natural = naturalSize(picture);
  const outer = picture.getBoundingClientRect();
  const { offsetWidth, offsetHeight, clientLeft, clientTop } = picture;
  if (!natural.width || !natural.height || !outer.width || !outer.height || !offsetWidth) return null;
  const linear = linearPart(picture);
  if (!linear) return null;
  // The box around it must be the one that the browser tells, but for a zoom, which stands in no transform.
  const width = Math.abs(linear.a) * offsetWidth + Math.abs(linear.c) * offsetHeight;
  const height = Math.abs(linear.b) * offsetWidth + Math.abs(linear.d) * offsetHeight;
  const zoom = Math.sqrt((outer.width * outer.height) / (width * height));
  const isOff = (told: number, computed: number) =>
    Math.abs(told - computed) > Math.max(TOLERANCE * zoom, told * TOLERATED_SHARE);
  if (isOff(outer.width, width * zoom) || isOff(outer.height, height * zoom)) return null;

  const style = getComputedStyle(picture);
  const padding = (side: string) => Number.parseFloat(style.getPropertyValue(`padding-${side}`)) || 0;
  const room = {
    width: picture.clientWidth - padding('left') - padding('right'),
    height: picture.clientHeight - padding('top') - padding('bottom'),
  };
  const size = fitted(style.objectFit, natural, room);
  const [x = '50%', y = '50%'] = style.objectPosition.split(' ');
  return new DOMMatrix()
    .translate(outer.x + outer.width / 2, outer.y + outer.height / 2)
    .scale(zoom)
    .multiply(linear)
    .translate(
      clientLeft + padding('left') + offset(x, room.width - size.width) - offsetWidth / 2,
      clientTop + padding('top') + offset(y, room.height - size.height) - offsetHeight / 2,
    )
    .scale(size.width, size.height);
}

/** All transforms from the element out, without what only moves. Null where they are not linear, or not to be read. */
function linearPart(start: Element): DOMMatrix | null {
  let all = new DOMMatrix();
  let isDeep = false;
  for (let element: Element | null = start; element; element = flatParent(element)) {
    const { transform, rotate, scale, perspective } = getComputedStyle(element);
    const own = new DOMMatrix();
    const turn = /^(-?[\d.e-]+)deg$/.exec(rotate);
    if (turn) own.rotateSelf(Number(turn[1]));
    else if (rotate !== 'none') return null;
    const [x = Number.NaN, y = x] = scale.split(' ').map(Number);
    if (x) own.scaleSelf(x, y);
    if (transform !== 'none') own.multiplySelf(new DOMMatrix(transform));
    isDeep ||= perspective !== 'none';
    all = own.multiply(all);
  }
  if (all.m34 || (isDeep && !all.is2D)) return null;
  return new DOMMatrix([all.a, all.b, all.c, all.d, 0, 0]);
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
