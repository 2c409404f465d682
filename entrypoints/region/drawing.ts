/** How keys and the pointer change a box on a surface. Everything is in px from the surface's upper left corner. */
import type { DrawnBox } from '#lib/messages/contract.ts';

export interface Size {
  width: number;
  height: number;
}

/** By which share of the surface one press of an arrow key moves or sizes the box. */
const STEP = 0.02;
/** The box that the keyboard begins with is in the middle and has this share of the surface. */
const FIRST = 0.25;
/** A shorter drag, in px, was a click, and makes a point. */
const MIN_DRAG = 5;

const DIRECTIONS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function firstBox({ width, height }: Size): DrawnBox {
  const share = (1 - FIRST) / 2;
  return { left: width * share, top: height * share, width: width * FIRST, height: height * FIRST };
}

/** The box after an arrow key moved it, or with Shift sized it, always within the surface. Undefined for any other key. */
export function arrowed(box: DrawnBox, key: string, shift: boolean, size: Size): DrawnBox | undefined {
  const way = DIRECTIONS[key];
  if (!way) return undefined;
  const x = way.x * size.width * STEP;
  const y = way.y * size.height * STEP;
  if (shift) {
    return {
      ...box,
      width: within(box.width + x, size.width - box.left),
      height: within(box.height + y, size.height - box.top),
    };
  }
  return {
    ...box,
    left: within(box.left + x, size.width - box.width),
    top: within(box.top + y, size.height - box.height),
  };
}

/** The box between two corners. It has no size if they are very near to each other. */
export function dragged(from: { x: number; y: number }, to: { x: number; y: number }, size: Size): DrawnBox {
  const left = within(Math.min(from.x, to.x), size.width);
  const top = within(Math.min(from.y, to.y), size.height);
  const width = within(Math.max(from.x, to.x), size.width) - left;
  const height = within(Math.max(from.y, to.y), size.height) - top;
  if (width < MIN_DRAG && height < MIN_DRAG) {
    return { left: within(from.x, size.width), top: within(from.y, size.height), width: 0, height: 0 };
  }
  return { left, top, width, height };
}

function within(value: number, limit: number): number {
  return Math.min(Math.max(0, limit), Math.max(0, value));
}
