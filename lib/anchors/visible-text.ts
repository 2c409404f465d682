/** Which text of a page counts: what is visible, also in open shadow roots and same-origin frames. */

/** Elements whose text nobody reads on the page. The value of a text area or select is not text of the page either. */
const SKIPPED = new Set(
  'script style noscript template head title meta link textarea select datalist canvas video audio object embed metadata desc defs'.split(
    ' ',
  ),
);

/** Mark-up for words in a sentence. Without attributes they are as visible as the sentence around them. */
const PHRASING = new Set(
  'b i em strong code sup sub tt var kbd samp cite q s u small mark wbr bdi'.split(' '),
);

const INLINE = new Set([
  ...PHRASING,
  ...'a abbr acronym bdo big data del dfn font ins label nobr ruby slot span strike time'.split(' '),
]);

const WITH_VISIBILITY = { visibilityProperty: true };

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4;
}

export function isSkipped(element: Element): boolean {
  return SKIPPED.has(element.localName);
}

/** The document inside a frame of the same origin; null if it is out of reach. */
export function frameDocument(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null; // The browser keeps other origins' documents from us.
  }
}

/** Whether text directly inside this element is shown: rendered, and not `visibility: hidden`. */
export function isShown(start: Element): boolean {
  // Pages nest ten thousand elements deep, so this is a loop and not a recursion.
  for (let element: Element | null = start; element; element = flatParent(element)) {
    if (PHRASING.has(element.localName) && !element.hasAttributes() && element.parentElement) continue;
    if (element.checkVisibility(WITH_VISIBILITY)) return true;
    // With `display: contents` an element has no box of its own, but its text shows in its parent's box.
    const { display, visibility } = getComputedStyle(element);
    if (display !== 'contents' || visibility !== 'visible') return false;
  }
  return false;
}

/** The parent in the tree as it is drawn: out of a shadow root to its host, through a slot. */
export function flatParent(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? hostOf(element.getRootNode());
}

/** The host of a shadow root; null for any other node. */
export function hostOf(node: Node): Element | null {
  return node.nodeType === 11 && 'host' in node ? (node as ShadowRoot).host : null;
}

/** The element that a node is in as it is drawn, or is itself. */
export function elementAt(node: Node): Element | null {
  return isElement(node) ? node : (node.parentElement ?? hostOf(node.getRootNode()));
}

/** Whether the element flows within a line of words, rather than breaking it. */
export function isInline(element: Element): boolean {
  if (!INLINE.has(element.localName) && !element.localName.includes('-')) return false;
  // If an element is in no window, every property of its style is ''.
  const { display } = getComputedStyle(element);
  return (
    display === 'contents' || display === '' || display.startsWith('inline') || display.startsWith('ruby')
  );
}
