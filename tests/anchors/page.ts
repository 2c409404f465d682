/** Helpers for the anchor tests: a page with the given HTML, and ranges over its words. */

/** Shows `html` as the page's whole body. */
export function show(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

/** A range over the `number`th occurrence (from 0) of words that lie in one text node. */
export function rangeOf(words: string, number = 0, root: Node = document.body): Range {
  let left = number;
  for (const node of texts(root)) {
    for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) {
      if (left-- > 0) continue;
      const range = (node.ownerDocument as Document).createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      return range;
    }
  }
  throw new Error(`no "${words}" on the page`);
}

/** All text nodes, in open shadow roots too. */
export function texts(root: Node): Text[] {
  return [...root.childNodes].flatMap(node => {
    // A frame's nodes have classes of their own, so we compare node types.
    if (node.nodeType === Node.TEXT_NODE) return [node as Text];
    const shadow = (node as Element).shadowRoot;
    return shadow ? texts(shadow) : texts(node);
  });
}

/** A range in a form that can be compared. */
export function places(range: Range | undefined | null): unknown {
  return range && [range.startContainer, range.startOffset, range.endContainer, range.endOffset];
}
