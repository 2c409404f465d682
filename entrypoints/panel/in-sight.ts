/**
 * Against clickjacking. A page can make our panel see-through, lay something over it or move it under the cursor, and a
 * click that a person means for something else then arrives here as a real one. So nothing leaves the panel before it
 * has been in plain sight for half a second. Chromium tells (IntersectionObserver v2, `trackVisibility`): no opacity,
 * filter or distortion on it or around it, nothing over it. https://w3c.github.io/IntersectionObserver/v2/
 * Firefox does not tell; what holds there is in docs/security.md.
 */
import { watchPointer } from './pointer-stay.ts';

export interface Sight {
  /**
   * May what the person does just now have its effect? Call it while the click or key is being handled. A key may have
   * to wait for the rest of the half second: it came here because the focus is here, not because something was moved
   * under it. A click never waits.
   */
  permits(): Promise<boolean>;
}

/** How long the panel has to have been in sight, in ms. */
const LONG_ENOUGH = 500;
/** The shortest interval that browsers take between two looks, in ms. */
const LOOK_EVERY = 100;
/** A panel that has just opened may take so long to come into sight before a key is given up, in ms. */
const OPENING = 1500;
/** How much of the panel has to be in the window. */
const ENOUGH = 0.95;
/** A smaller panel shows a button without what it is about, in px. */
const MIN_SIDE = 200;

/** The part of IntersectionObserver v2 that TypeScript does not know. */
interface SeenEntry extends IntersectionObserverEntry {
  isVisible: boolean;
}

/** Watches what fills the panel, until `signal`. */
export function watchSight(element: Element, signal: AbortSignal): Sight {
  const tells = 'isVisible' in IntersectionObserverEntry.prototype;
  const began = performance.now();
  const changed = new EventTarget();
  const pointer = watchPointer(signal);
  /** In ms by the page's clock; undefined while it is not in sight. */
  let since: number | undefined;
  let everSeen = false;
  /** The click or key that is being handled. */
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

  /** Ms until it will have been in sight long enough; undefined where it is not in sight. */
  function missing(): number | undefined {
    if (innerWidth < MIN_SIDE || innerHeight < MIN_SIDE) return undefined;
    if (!tells) return 0;
    return since === undefined ? undefined : Math.max(0, since + LONG_ENOUGH - performance.now());
  }

  /** In sight from now on for as long as it takes? */
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
      // What a key sets off (a press of the focused button, a form sent by Enter) comes as a click without a count.
      if (now instanceof MouseEvent && now.detail > 0) return missing() === 0 && pointer.stayed(now);
      return staysInSight();
    },
  };
}
