/**
 * What can be seen of a thing that a note points at. Our layer lies over the whole page, so a mark must be cut by hand
 * where the thing itself is cut off (by a pane that scrolls), and where something lies on top of it (a menu, a dialog, a
 * header that sticks). All of it only reads the layout.
 */
import { flatParent, hostOf } from '#lib/anchors/visible-text.ts';
import type { PartHost, Sight } from '../tools/parts.ts';
import type { Box } from '../tools/window-box.ts';
import { STYLE } from './style.ts';

/** Left, top, right and bottom, in px of the window. */
export type Edges = [number, number, number, number];

/** How far inside its edges we look whether something lies on a thing, in px. */
const INSET = 3;

/** How far a badge may reach beyond the thing that it is on, in px. */
const STICKS_OUT = 60;

const PAINTS_ITSELF = /^(img|video|canvas|iframe|object|embed)$/;
const CONTAINED = /paint|strict|content/;
/** Whether an element is the box in which its fixed descendants are placed, and by which they are cut off. */
const holdsFixed = ({ transform, contain }: CSSStyleDeclaration) =>
  transform !== 'none' || CONTAINED.test(contain);

/** What the page tools lend: where things are in the window, and which of them are ours. */
type Lent = PartHost['lent'];

export function createSight({ lent, overlay }: PartHost): Sight {
  overlay.addStyle(STYLE);
  return {
    clip(element, box, core) {
      const seen = sightOf(element, core, lent);
      return seen && clipPath(seen, box, core);
    },
  };
}

/** What can be seen of a part of an element; undefined if nothing. */
function sightOf(element: Element, { left, top, width, height }: Box, lent: Lent): Edges | undefined {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return undefined;
  const clip: Edges = [0, 0, innerWidth, innerHeight];
  const around = new Set<Element>();
  /** How the last one that counts was placed: an ancestor that it is not placed in does not cut it off. */
  let position = '';
  for (let at: Element | null = element; at; ) {
    around.add(at);
    const style = getComputedStyle(at);
    const isOutside =
      /^(fixed|absolute)$/.test(position) &&
      !holdsFixed(style) &&
      (position === 'fixed' || style.position === 'static');
    if (!isOutside) {
      if (at !== element && cuts(at, style)) cut(clip, at, lent.boxOf(at));
      position = style.position;
    }
    const parent = flatParent(at);
    if (!parent) position = '';
    at = parent ?? lent.frameOf(at);
  }
  const seen = [left, top, left + width, top + height].map((edge, at) =>
    Math[at < 2 ? 'max' : 'min'](edge, clip[at] as number),
  ) as Edges;
  return seen[0] > seen[2] || seen[1] > seen[3] || isCovered(element, around, seen, lent) ? undefined : clip;
}

function cuts({ localName }: Element, { overflow, contain, clipPath }: CSSStyleDeclaration): boolean {
  // What these two say holds for the window.
  if (/^(html|body)$/.test(localName)) return false;
  return localName === 'iframe' || overflow !== 'visible' || clipPath !== 'none' || CONTAINED.test(contain);
}

/** Cuts off what the element does not show: what lies beyond its border, under its scrollbar. */
function cut(clip: Edges, element: Element, box: DOMRect): void {
  const { clientLeft, clientTop, clientWidth, clientHeight, offsetWidth, offsetHeight } =
    element as HTMLElement;
  // Scaled, its own px are not those of the window.
  const x = box.width / offsetWidth || 1;
  const y = box.height / offsetHeight || 1;
  const left = box.left + clientLeft * x;
  const top = box.top + clientTop * y;
  clip[0] = Math.max(clip[0], left);
  clip[1] = Math.max(clip[1], top);
  clip[2] = Math.min(clip[2], clientWidth ? left + clientWidth * x : box.right);
  clip[3] = Math.min(clip[3], clientHeight ? top + clientHeight * y : box.bottom);
}

/** Whether something lies on the middle or a corner of the part that is left. */
function isCovered(
  element: Element,
  around: Set<Element>,
  [left, top, right, bottom]: Edges,
  { frameOf, offsetOf, ours }: Lent,
): boolean {
  // Of a thin or small part the middle is enough.
  const isSmall = right - left < 3 * INSET || bottom - top < 3 * INSET;
  const xs = [left + INSET, right - INSET];
  const corners = isSmall ? [] : xs.flatMap(x => [top + INSET, bottom - INSET].map(y => [x, y]));
  return [[(left + right) / 2, (top + bottom) / 2], ...corners].some(([x = 0, y = 0]) => {
    for (let node: Element | null = element; node; node = hostOf(node.getRootNode()) ?? frameOf(node)) {
      const at = offsetOf(node);
      for (const hit of (node.getRootNode() as Document | ShadowRoot).elementsFromPoint(x - at.x, y - at.y)) {
        if (around.has(hit) || node.contains(hit)) break;
        if (!ours.has(hit) && isOpaque(hit)) return true;
      }
    }
    return false;
  });
}

/** Whether one sees this element rather than what lies under it. */
function isOpaque(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return (
    element.checkVisibility({ opacityProperty: true }) &&
    (PAINTS_ITSELF.test(element.localName) ||
      backgroundImage !== 'none' ||
      !/[,/] 0\)$/.test(backgroundColor) ||
      element.matches(':modal,:fullscreen'))
  );
}

/**
 * As the value of `clip-path` for what is drawn at `box` around a thing at `core`. What sticks out of the thing may do so,
 * unless the thing itself is cut off on that side.
 */
export function clipPath([left, top, right, bottom]: Edges, box: Box, core: Box): string {
  const cutBy = (distance: number, beyond: number) => (distance > 0 ? distance + beyond : -STICKS_OUT);
  const sides = [
    cutBy(top - core.top, core.top - box.top),
    cutBy(core.left + core.width - right, box.left + box.width - core.left - core.width),
    cutBy(core.top + core.height - bottom, box.top + box.height - core.top - core.height),
    cutBy(left - core.left, core.left - box.left),
  ];
  return `inset(${sides.map(side => `${side}px`).join(' ')})`;
}
