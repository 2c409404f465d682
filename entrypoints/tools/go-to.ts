/** A place that was found on the page, and the way there. */
import { elementAt, flatParent } from '#lib/anchors/visible-text.ts';
import type { PlaceStatus } from '#lib/messages/contract.ts';
import { boxOf, frameOf } from './window-box.ts';

export interface Located {
  status: PlaceStatus;
  /** What a field says now, as far as a note would keep it. */
  value?: string;
  /** Goes there. Answers what it went to. */
  go(): Element | Range;
}

type Line = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/**
 * Brings a place into the middle of each pane and window that scrolls around it, from the innermost out. By the place's
 * own box: the element around it may be thousands of px long. `at` is asked anew after each step, in px of the window.
 */
export function scrollTo(start: Element | null, at: () => Line, onlyIfHidden?: boolean): void {
  for (let pane = start; pane; pane = flatParent(pane) ?? frameOf(pane)) {
    const isWindow = pane === pane.ownerDocument.scrollingElement;
    if (!isWindow && /^(visible|clip)/.test(getComputedStyle(pane).overflow)) continue;
    const frame = frameOf(pane);
    const box =
      isWindow && !frame ? new DOMRect(0, 0, innerWidth, innerHeight) : boxOf((isWindow && frame) || pane);
    const { left, top, right, bottom } = at();
    // All of it is in sight, or it fills what there is.
    const isSeen = (top - box.top) * (bottom - box.bottom) <= 0;
    pane.scrollBy({
      // What is taller than its pane begins at its upper edge.
      top:
        isSeen && onlyIfHidden ? 0 : Math.min(top - box.top, (top + bottom) / 2 - (box.top + box.bottom) / 2),
      // To the side only as far as it must.
      left: left < box.left ? left - box.left : Math.max(0, Math.min(right - box.right, left - box.left)),
      behavior: 'instant',
    });
  }
}

/** Its first line: the rest of a long quote follows. */
export function lineOf(range: Range): DOMRect {
  const { x, y } = boxOf(range);
  const whole = range.getBoundingClientRect();
  const first = [...range.getClientRects()].find(({ width }) => width > 0) ?? whole;
  return new DOMRect(first.x + x - whole.x, first.y + y - whole.y, first.width, first.height);
}

export function scrollToRange(range: Range): void {
  const { startContainer: from } = range;
  scrollTo(elementAt(from), () => lineOf(range));
}

export function goTo(element: Element, onlyIfHidden?: boolean, at = () => boxOf(element)): Element {
  scrollTo(flatParent(element) ?? frameOf(element), at, onlyIfHidden);
  return element;
}
