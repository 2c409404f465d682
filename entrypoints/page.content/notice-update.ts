import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';

/** A worker that merely went to sleep also drops the port: only after this long does a look at the context tell. */
const SETTLE_MS = 300;

/**
 * Ends this script when the extension is updated, removed or switched off under the page. The browser tells nobody;
 * but the port that we hold breaks.
 */
export function noticeUpdate(ctx: ContentScriptContext): void {
  const port = browser.runtime.connect({ name: 'page' });
  const leave = () => port.disconnect();
  port.onDisconnect.addListener(() => {
    ctx.signal.removeEventListener('abort', leave);
    setTimeout(() => {
      if (ctx.isInvalid) ctx.notifyInvalidated();
      else watchLazily(ctx);
    }, SETTLE_MS);
  });
  ctx.signal.addEventListener('abort', leave);
}

/** Reconnecting at once would keep waking the worker: the next time that somebody looks at the page is soon enough. */
function watchLazily(ctx: ContentScriptContext): void {
  const until = new AbortController();
  const again = () => {
    until.abort();
    if (ctx.isInvalid) ctx.notifyInvalidated();
    else noticeUpdate(ctx);
  };
  const options = { signal: AbortSignal.any([ctx.signal, until.signal]) };
  document.addEventListener('visibilitychange', again, options);
  window.addEventListener('focus', again, options);
  window.addEventListener('pointerdown', again, { ...options, capture: true, passive: true });
}
