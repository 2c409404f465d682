/** Whether the person sees an element. Records that were opened earlier often stay in the page, hidden. */
export function isVisible(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view || !element.checkVisibility) return true;
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // An element with `display: contents` has no box of its own, so its parent decides.
  const parent = element.parentElement;
  return !!parent && view.getComputedStyle(element).display === 'contents' && isVisible(parent);
}
