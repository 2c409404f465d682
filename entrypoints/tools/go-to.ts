/** A place that was found on the page, and the way there. */
import type { PlaceStatus } from '#lib/messages/contract.ts';

export interface Located {
  status: PlaceStatus;
  /** Goes there. Answers what it went to. */
  go(): Element | Range;
}

export function goTo(element: Element, block: ScrollLogicalPosition): Element {
  element.scrollIntoView({ block });
  return element;
}
