/** What of a page counts as its text: visible, in open shadow roots and same-origin frames too. */

/** Elements whose text nobody reads in place. A text area's or a select's value is no text of the page. */
const SKIPPED = new Set(
  'script style noscript template head title meta link textarea select datalist canvas video audio object embed metadata desc defs'.split(
    ' ',
  ),
);

/** Marked-up words in a sentence; without attributes they are as visible as the sentence around them. */
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

/**
 * The document inside a frame of the same origin, or null where it is out of reach.
 */
export function frameDocument(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null; // Another origin's: out of reach by the browser's rules.
  }
}

/** Is text directly inside this element shown? (rendered, and not `visibility: hidden`) */
export function isShown(start: Element): boolean {
  // A loop, not recursion: pages nest ten thousand deep.
  for (let element: Element | null = start; element; element = flatParent(element)) {
    if (PHRASING.has(element.localName) && !element.hasAttributes() && element.parentElement) continue;
    if (element.checkVisibility(WITH_VISIBILITY)) return true;
    // `display: contents` makes no box of its own, but its text is shown in the parent's.
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

/** Does the element stand in the line of words, rather than break it? */
export function isInline(element: Element): boolean {
  if (!INLINE.has(element.localName) && !element.localName.includes('-')) return false;
  // Of an element that is in no window all of its style is ''.
  const { display } = getComputedStyle(element);
  return (
    display === 'contents' || display === '' || display.startsWith('inline') || display.startsWith('ruby')
  );
}
