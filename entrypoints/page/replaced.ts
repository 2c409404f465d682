/**
 * Some pages put up their whole document anew: a framework that found it changed, an older application that writes its next
 * screen over the last by `document.open`. What we added to the page is gone then, and with `document.open` so are our
 * listeners, though this script runs on.
 */
export function onReplaced(callback: () => void, signal: AbortSignal): void {
  let { body } = document;
  // Observing what is observed already changes nothing.
  const observe = () => {
    for (const node of [document, document.documentElement])
      if (node) observer.observe(node, { childList: true });
  };
  const observer = new MutationObserver(() => {
    observe();
    const last = body;
    ({ body } = document);
    if (body && body !== last) callback();
  });
  observe();
  signal.addEventListener('abort', () => observer.disconnect());
}
