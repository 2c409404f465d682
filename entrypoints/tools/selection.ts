/** What is selected in a document, also in its open shadow roots, which a selection tells of only when it is asked. */

/** Browsers of before 2025 lack the first; only Chromium has the second. */
type Composed = Selection & { getComposedRanges?: Selection['getComposedRanges'] };
type Root = ShadowRoot & { getSelection?: Document['getSelection'] };

/** A position in a document: where a range begins or ends. */
type Ends = Pick<StaticRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** The selected words; 'closed' where there are some, but in a shadow root that nobody may look into. */
export function selectedIn(root: Document): Range | 'closed' | undefined {
  const selection: Composed | null = root.getSelection();
  if (!selection?.rangeCount) return undefined;
  const roots: Root[] = [];
  let ends: Ends = selection.getRangeAt(0);
  let host = hostAt(ends);
  // Seen from outside, a selection begins where the host of its shadow root stands. In that there may be another.
  for (let inner = host?.shadowRoot; inner && !roots.includes(inner); inner = host?.shadowRoot) {
    roots.push(inner);
    ends = composed(selection, roots) ?? ends;
    host = hostAt(ends);
  }
  const range = rangeOver(ends, root);
  if (range.toString().trim()) return isClosed(range.startContainer) ? 'closed' : range;
  // What is selected in a text field is no text of the page.
  return host && !('selectionStart' in host) && selection.toString().trim() ? 'closed' : undefined;
}

/** A page's own script may select what lies in a closed root, and then we are handed it, but nobody finds it again. */
function isClosed(node: Node): boolean {
  const root = node.getRootNode() as Partial<ShadowRoot>;
  return !!root.host && (root.mode === 'closed' || isClosed(root.host));
}

const hostAt = ({ startContainer, startOffset }: Ends) =>
  startContainer.childNodes[startOffset] as Element | undefined;

function composed(selection: Composed, roots: Root[]): Ends | undefined {
  if (selection.getComposedRanges) return selection.getComposedRanges({ shadowRoots: roots })[0];
  const inner = roots.at(-1)?.getSelection?.();
  return inner?.rangeCount ? inner.getRangeAt(0) : undefined;
}

/** A range stays in one tree. Of words that go on outside it, those count that are in the tree in which they begin. */
function rangeOver({ startContainer, startOffset, endContainer, endOffset }: Ends, root: Document): Range {
  const range = root.createRange();
  const tree = startContainer.getRootNode();
  range.selectNodeContents(tree);
  range.setStart(startContainer, startOffset);
  let end = endContainer;
  for (let own = end.getRootNode(); own !== tree && 'host' in own; own = end.getRootNode())
    end = (own as ShadowRoot).host;
  if (end.getRootNode() !== tree) return range;
  if (end === endContainer) range.setEnd(end, endOffset);
  else range.setEndBefore(end);
  return range;
}
