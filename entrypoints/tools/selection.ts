/** What is selected in a document or in an open shadow root of it, of which the selection itself tells only the host. */

/** Older browsers do not know it. */
type Composed = Partial<Pick<Selection, 'getComposedRanges'>>;

export function selectedIn(root: Document, shadowRoots: ShadowRoot[]): Range | undefined {
  const selection = root.getSelection();
  if (!selection) return undefined;
  const inside = (selection as Composed).getComposedRanges?.({ shadowRoots })[0];
  const home = inside?.startContainer.getRootNode();
  let range = root.createRange();
  // A selection that begins in one tree and ends in another is no range.
  if (inside && home !== root && inside.endContainer.getRootNode() === home) {
    range.setStart(inside.startContainer, inside.startOffset);
    range.setEnd(inside.endContainer, inside.endOffset);
  } else if (selection.rangeCount) range = selection.getRangeAt(0);
  return range.toString().trim() ? range : undefined;
}
