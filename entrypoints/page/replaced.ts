/**
 * Some pages put up their whole document anew: a framework that found it changed, an older application that writes its next
 * screen over the last by `document.open`. What we added to the page is gone then, and with `document.open` so are our
 * listeners, though this script runs on.
 */
export function onReplaced(callback: () => void, signal: AbortSignal): void {
  let { documentElement: root, body } = document;
  const observe = () => {
    observer.observe(document, { childList: true });
    if (document.documentElement) observer.observe(document.documentElement, { childList: true });
  };
  const observer = new MutationObserver(() => {
    if (root === document.documentElement && body === document.body) return;
    ({ documentElement: root, body } = document);
    observe();
    if (body) callback();
  });
  observe();
  signal.addEventListener('abort', () => observer.disconnect());
}
