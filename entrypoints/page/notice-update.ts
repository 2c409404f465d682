import { browser } from 'wxt/browser';

/** A worker that merely went to sleep also drops the port: only after this long does a look at the runtime tell. */
const SETTLE_MS = 300;

/** True once the extension was updated, removed or switched off under this script. */
export function isOrphan(): boolean {
  return !browser.runtime?.id;
}

/** Calls back when this script has become an orphan. The browser tells nobody; but the port that we hold breaks. */
export function noticeUpdate(onOrphan: () => void, signal: AbortSignal): void {
  const port = browser.runtime.connect({ name: 'page' });
  const leave = () => port.disconnect();
  port.onDisconnect.addListener(() => {
    signal.removeEventListener('abort', leave);
    setTimeout(() => {
      if (signal.aborted) return;
      if (isOrphan()) onOrphan();
      else watchLazily(onOrphan, signal);
    }, SETTLE_MS);
  });
  signal.addEventListener('abort', leave);
}

/** Reconnecting at once would keep waking the worker: the next time that somebody looks at the page is soon enough. */
function watchLazily(onOrphan: () => void, signal: AbortSignal): void {
  const until = new AbortController();
  const again = () => {
    until.abort();
    if (isOrphan()) onOrphan();
    else noticeUpdate(onOrphan, signal);
  };
  const options = { signal: AbortSignal.any([signal, until.signal]) };
  document.addEventListener('visibilitychange', again, options);
  window.addEventListener('focus', again, options);
  window.addEventListener('pointerdown', again, { ...options, capture: true, passive: true });
}
