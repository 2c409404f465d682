/** Elements by selector, in open shadow roots too where that is asked for. Part of the page script. */

/** Every open shadow root below `root`, outermost first. */
export function* openShadowRoots(root: ParentNode): Generator<ShadowRoot> {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) {
      yield element.shadowRoot;
      yield* openShadowRoots(element.shadowRoot);
    }
  }
}

/** All matches in the root; where there are none and `deep` is set, those in the open shadow roots below it. */
export function findAll(root: ParentNode, css: string, deep?: boolean): Element[] {
  try {
    const found = [...root.querySelectorAll(css)];
    if (found.length || !deep) return found;
    return [...openShadowRoots(root)].flatMap(shadow => [...shadow.querySelectorAll(css)]);
  } catch {
    return []; // A selector that this browser does not know finds nothing; the page still works as a plain page.
  }
}
