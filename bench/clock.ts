/**
 * Clocks inside the browser. What runs in one document is timed with its own `performance.now()`; what goes from one
 * process to another with `Date.now()`, the same clock for all processes of a machine, exact to 1 ms.
 */
import type { BrowserContext, Frame, Page } from 'playwright-core';

/** What the watchers below leave in the document that they watch. */
export interface Stamps {
  /** `Date.now()` after the frame that was painted with the caret in the panel's first text box. */
  focusedAt?: number;
  /** Ms from the start of the navigation to after the frame that was painted with the first note card. */
  cardAfter?: number;
  /** The last Ctrl+Enter: `Date.now()`, and the ms from the key to the word "sent" in the document. */
  sentAt?: number;
  keptAfter?: number;
}

declare global {
  var sidelineBench: Stamps | undefined;
}

/** Puts the watchers into every document of ours that this browser opens from now on. */
export async function watch(context: BrowserContext): Promise<void> {
  await context.addInitScript(watchDocument);
}

/** Waits until the document has this stamp; asks once, so that asking does not disturb what is measured. */
export async function stamps<K extends keyof Stamps>(
  where: Page | Frame,
  wanted: K,
): Promise<Stamps & Required<Pick<Stamps, K>>> {
  const found = await where.evaluate(async name => {
    const end = performance.now() + 15_000;
    while (globalThis.sidelineBench?.[name] === undefined && performance.now() < end) {
      await new Promise(done => setTimeout(done, 20));
    }
    return globalThis.sidelineBench;
  }, wanted);
  if (found?.[wanted] === undefined) throw new Error(`${where.url()} never had ${wanted}.`);
  return found as Stamps & Required<Pick<Stamps, K>>;
}

/** Runs in the browser, before the document's own scripts: it stands alone. */
function watchDocument(): void {
  if (location.protocol !== 'chrome-extension:') return;
  const stamps: Stamps = {};
  globalThis.sidelineBench = stamps;

  /** After the next frame was painted. */
  function afterPaint(then: () => void): void {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  }

  // The caret may come with an event or, in a frame that is not focused yet, some frames after it without one.
  function lookForCaret(): void {
    if (document.hasFocus() && document.activeElement instanceof HTMLTextAreaElement) {
      afterPaint(() => {
        stamps.focusedAt = Date.now();
      });
    } else requestAnimationFrame(lookForCaret);
  }
  if (location.pathname === '/panel.html') lookForCaret();

  let pressed: number | undefined;
  window.addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Enter' || !event.ctrlKey) return;
      pressed = event.timeStamp;
      stamps.sentAt = Date.now() - (performance.now() - event.timeStamp);
      delete stamps.keptAfter;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (pressed !== undefined && document.querySelector('[data-testid="message"] .banner.good')) {
      stamps.keptAfter = performance.now() - pressed;
      pressed = undefined;
    }
  }).observe(document, { childList: true, subtree: true });

  const cards = new MutationObserver(() => {
    if (!document.querySelector('article[data-note]')) return;
    cards.disconnect();
    afterPaint(() => {
      stamps.cardAfter = performance.now();
    });
  });
  cards.observe(document, { childList: true, subtree: true });
}
