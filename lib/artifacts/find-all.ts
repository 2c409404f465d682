/** Finds elements by selector, also in open shadow roots if asked to. Part of the page script. */

/**
 * The elements of a page that may have a shadow root: custom elements and empty boxes. On a large page, letting the
 * browser leave out all others costs a tenth of walking over each element.
 */
function hosts(root: ParentNode): Element[] {
  if (root.nodeType !== 9 /* document */ || !('evaluate' in root)) return [...root.querySelectorAll('*')];
  const found = [...root.querySelectorAll('div:empty')];
  const custom = (root as Document).evaluate(
    "//*[contains(name(),'-')]",
    root,
    null,
    5 /* in document order */,
  );
  for (let node = custom.iterateNext(); node; node = custom.iterateNext()) found.push(node as Element);
  return found;
}

/** The open shadow roots below `root`, outermost first. */
export function* openShadowRoots(root: ParentNode): Generator<ShadowRoot> {
  for (const { shadowRoot } of hosts(root)) {
    if (shadowRoot) {
      yield shadowRoot;
      yield* openShadowRoots(shadowRoot);
    }
  }
}

/** The shadow roots of the whole page. Kept until the caller is done, because a definition asks once for each selector. */
let known: ShadowRoot[] | undefined;
function shadowRootsIn(root: ParentNode): ShadowRoot[] {
  if (root.nodeType !== 9 /* document */) return [...openShadowRoots(root)];
  if (!known) {
    known = [...openShadowRoots(root)];
    queueMicrotask(() => {
      known = undefined;
    });
  }
  return known;
}

/** All matches in the root; if there are none and `deep` is set, the matches in the open shadow roots below it. */
export function findAll(root: ParentNode, css: string, deep?: boolean): Element[] {
  try {
    const found = [...root.querySelectorAll(css)];
    if (found.length || !deep) return found;
    return shadowRootsIn(root).flatMap(shadow => [...shadow.querySelectorAll(css)]);
  } catch {
    return []; // This browser does not know the selector. The page still works as a plain page.
  }
}
