/**
 * Protects against clickjacking. A page can make our panel transparent, cover it or move it under the cursor; then a
 * click meant for something else reaches us as a real one. So nothing leaves the panel before it has been in plain
 * sight for half a second. Chromium tells us (IntersectionObserver v2, `trackVisibility`) that no opacity, filter or
 * distortion applies to the panel or around it, and that nothing covers it.
 * https://w3c.github.io/IntersectionObserver/v2/
 * Firefox doesn't tell us; docs/security.md says what protects people there.
 */
import { watchPointer } from './pointer-stay.ts';

export interface Sight {
  /**
   * May the person's current action take effect? Call it while handling the click or key. A key may have to wait for
   * the rest of the half second: it reached us because the focus is here, not because something was moved under it. A
   * click never waits.
   */
  permits(): Promise<boolean>;
}

/** How long the panel must have been in sight, in ms. */
const LONG_ENOUGH = 500;
/** The shortest interval between two checks that browsers accept, in ms. */
const LOOK_EVERY = 100;
/** How long a panel that has just opened may take to come into sight before a key press is dropped, in ms. */
const OPENING = 1500;
/** How much of the panel must be within the window. */
const ENOUGH = 0.95;
/**
 * A smaller panel could show a button without what it is about, in px. In a low one (composer.css) nothing stands still,
 * so that whoever gets to the button has come past what it sends. So it can be this low: a laptop's window at 400 % zoom.
 */
const MIN_WIDTH = 200;
const MIN_HEIGHT = 120;

/** The part of IntersectionObserver v2 that TypeScript does not know. */
interface SeenEntry extends IntersectionObserverEntry {
  isVisible: boolean;
}

/** Watches the element that fills the panel, until `signal` aborts. */
export function watchSight(element: Element, signal: AbortSignal): Sight {
  const tells = 'isVisible' in IntersectionObserverEntry.prototype;
  const began = performance.now();
  const changed = new EventTarget();
  const pointer = watchPointer(signal);
  /** In ms by the page's clock; undefined while it is not in sight. */
  let since: number | undefined;
  let everSeen = false;
  /** The click or key being handled. */
  let gesture: MouseEvent | KeyboardEvent | undefined;

  if (tells) {
    const observer = new IntersectionObserver(
      entries => {
        const entry = entries.at(-1) as SeenEntry;
        const seen = entry.isVisible && entry.intersectionRatio >= ENOUGH;
        since = seen ? (since ?? entry.time) : undefined;
        everSeen ||= seen;
        changed.dispatchEvent(new Event('change'));
      },
      { threshold: [0, ENOUGH, 1], trackVisibility: true, delay: LOOK_EVERY } as IntersectionObserverInit,
    );
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  const handling = (event: MouseEvent | KeyboardEvent) => {
    if (!event.isTrusted) return;
    gesture = event;
    setTimeout(() => {
      if (gesture === event) gesture = undefined;
    });
  };
  for (const type of ['click', 'keydown'] as const) {
    window.addEventListener(type, handling, { capture: true, signal });
  }

  /** Ms until it has been in sight long enough; undefined if it is not in sight. */
  function missing(): number | undefined {
    if (innerWidth < MIN_WIDTH || innerHeight < MIN_HEIGHT) return undefined;
    if (!tells) return 0;
    return since === undefined ? undefined : Math.max(0, since + LONG_ENOUGH - performance.now());
  }

  /** Does it stay in sight from now on for as long as it takes? */
  async function staysInSight(): Promise<boolean> {
    for (;;) {
      const left = missing();
      if (left === 0) return true;
      const opening = everSeen ? 0 : began + OPENING - performance.now();
      if (left === undefined && opening <= 0) return false;
      await changeWithin(left ?? opening);
      if (signal.aborted) return false;
    }
  }

  function changeWithin(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    changed.addEventListener('change', () => resolve(), { once: true });
    setTimeout(resolve, ms);
    return promise;
  }

  return {
    async permits() {
      const now = gesture;
      if (now === undefined) return false;
      // What a key triggers (pressing the focused button, submitting a form with Enter) arrives as a click with count
      // 0.
      if (now instanceof MouseEvent && now.detail > 0) return missing() === 0 && pointer.stayed(now);
      return staysInSight();
    },
  };
}
