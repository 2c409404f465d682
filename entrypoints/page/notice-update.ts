import { browser } from 'wxt/browser';

/** A worker that only went to sleep drops the port too. We look at the runtime after this long, when it tells which it was. */
const SETTLE_MS = 300;

/** Whether the extension was updated, removed or switched off while this script runs. */
export function isOrphan(): boolean {
  return !browser.runtime?.id;
}

/** Calls back when this script has become an orphan. The browser does not tell us, but the port that we hold breaks. */
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

/** Reconnecting at once would keep waking the worker. It is soon enough when somebody next looks at the page. */
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
