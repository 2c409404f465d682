/** Elements by selector, in open shadow roots too where that is asked for. Part of the page script. */

/**
 * The elements of a page that can hold a shadow root: custom elements, and empty boxes. Letting the browser leave out
 * the others costs a tenth of walking over each element of a large page.
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

/** Those of the whole page, kept until whoever asks now is done: a definition asks for them once a selector. */
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

/** All matches in the root; where there are none and `deep` is set, those in the open shadow roots below it. */
export function findAll(root: ParentNode, css: string, deep?: boolean): Element[] {
  try {
    const found = [...root.querySelectorAll(css)];
    if (found.length || !deep) return found;
    return shadowRootsIn(root).flatMap(shadow => [...shadow.querySelectorAll(css)]);
  } catch {
    return []; // A selector that this browser does not know finds nothing; the page still works as a plain page.
  }
}
