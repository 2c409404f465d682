/** Notices when the page may show something else: other content, another address, another value. */
import { openShadowRoots } from '#lib/artifacts/find-all.ts';

/** After a change we look at the page when it rests, and at least this often if it never does. In ms. */
const REST_MS = 100;
const BUSY_MS = 600;

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  // We never watch all attributes, because pages animate some on every frame.
  attributeFilter: ['class', 'hidden', 'style', 'value', 'content', 'open'],
};

/** Calls `look` after each burst of changes, until the signal aborts. */
export function followPage(look: () => void, signal: AbortSignal): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const observer = new MutationObserver(changed);

  function observe(): void {
    for (const tree of [document, ...openShadowRoots(document)]) observer.observe(tree, WATCHED);
  }

  function changed(): void {
    if (resting === undefined) since = performance.now();
    else if (performance.now() - since > BUSY_MS) return;
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = undefined;
      look();
      observe();
    }, REST_MS);
  }

  observe();
  // The address or a value may change while the page itself does not. But then somebody did something.
  for (const type of ['input', 'change', 'click', 'keyup']) {
    document.addEventListener(type, changed, { capture: true, passive: true, signal });
  }
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, changed, { signal });
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('navigatesuccess', changed, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(resting);
  });
}
