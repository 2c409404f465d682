/**
 * A layer over the page, in a closed shadow root, for outlines around fields and marks on a timeline. It follows what it
 * marks while that moves, and changes nothing of the page itself.
 */
import { atEnd, on } from './dom-events.ts';
import type { Sight } from './parts.ts';
import { raise, TOP_LAYER } from './top-layer.ts';
import { type Box, boxOf, ours } from './window-box.ts';

/** A box to draw, in px of the window, and the element that it is about: it shows only where that can be seen. */
export interface Placed extends Box {
  on?: Element | undefined;
  /** The very part of the element that is meant, if that is not the box itself. */
  core?: Box;
}

export interface OverlayItem {
  /** Where to draw the item; null hides it. */
  rect(): Placed | null;
  element: HTMLElement;
}

/** A part that may come later. */
interface Later<Part> {
  here(): Part | undefined;
  load(): Promise<unknown>;
}

export interface Overlay {
  add(item: OverlayItem): void;
  remove(item: OverlayItem): void;
  /** Measures and moves everything at the next frame. */
  place(): void;
  /** Adds to the style of what is drawn. */
  addStyle(css: string): void;
  hide(isHidden: boolean): void;
}

/** How often we look for things that moved without a scroll or resize event, say because of an accordion. In ms. */
const CATCH_UP_MS = 1000;
/** How long after a change of the page we look where things are now, in ms. */
const REST_MS = 80;
/** The attributes by which pages show, hide and move things. */
const WATCHED = ['class', 'style', 'hidden', 'open'];
/** The gap between an element and the box around it, in px. */
const MARGIN = 3;

/** Has no spaces or line ends, because the tools must be small and no build step shortens a string. */
const STYLE =
  ':host{all:initial}' +
  '.item{position:fixed;box-sizing:border-box;--g:color-mix(in srgb,var(--c) 45%,#0000)}' +
  '.correction{--c:#b26000}.recognition,.place{--c:#0b6e4f}.question{--c:#2454be}' +
  'button{padding:0;border:2px solid #fff;background:var(--c);color:#fff;cursor:pointer;font:700 10px/1 system-ui,sans-serif;' +
  'display:grid;place-items:center;border-radius:50%;box-shadow:0 1px 3px #0008}' +
  '.badge{position:absolute;right:-9px;top:-9px;width:20px;height:20px}' +
  'div{pointer-events:none}' +
  'button{pointer-events:auto}' +
  'iframe{border:0;color-scheme:normal}' +
  '.stop:not(:focus){opacity:0;pointer-events:none}' +
  'button:focus-visible{outline:3px solid #1a73e8;outline-offset:2px}';

/** What is drawn on an element is drawn once `sight`, which is asked for then, can tell whether that is to be seen. */
export function createOverlay(sight: Later<Sight>, signal: AbortSignal): Overlay {
  const items = new Set<OverlayItem>();
  const host = make('div');
  // The page may style every div. That must not reach ours, and ours must not move the page's layout.
  host.style.cssText = 'all:initial;position:fixed;left:0;top:0;width:0;height:0;z-index:2147483646';
  const root = closedRoot(host, STYLE);
  let frame = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isResting = false;
  let asked = false;

  function draw(): void {
    frame = 0;
    // All is measured before anything is moved, so that the browser lays out once.
    const seen = [...items].map(({ element, rect }) => {
      const box = rect();
      const clip = box?.on && sightNow()?.clip(box.on, box, box.core ?? box);
      return { css: element.style, box: box?.on && !clip ? null : box, clip };
    });
    for (const { css, box, clip = '' } of seen) {
      css.display = box ? '' : 'none';
      if (!box) continue;
      for (const side of ['left', 'top', 'width', 'height'] as const) css[side] = `${box[side]}px`;
      css.clipPath = clip;
    }
  }

  function place(): void {
    if (frame === 0 && items.size > 0) frame = requestAnimationFrame(draw);
  }

  /** Where it is refused, it is not asked for with each frame. */
  function sightNow(): Sight | undefined {
    if (!sight.here() && !asked) void sight.load();
    asked = true;
    return sight.here();
  }

  /** Most of what covers a place, folds it up or moves it, is such a change. A page that never rests has them all the time. */
  const changes = new MutationObserver(() => {
    if (isResting) return;
    isResting = true;
    setTimeout(() => {
      isResting = false;
      place();
    }, REST_MS);
  });

  function live(): void {
    asked = false;
    if (items.size > 0) {
      raise(host);
      if (timer === undefined) {
        timer = setInterval(live, CATCH_UP_MS);
        changes.observe(document, { subtree: true, childList: true, attributeFilter: WATCHED });
      }
      place();
    } else {
      host.remove();
      changes.disconnect();
      clearInterval(timer);
      timer = undefined;
    }
  }

  on(window, 'scroll resize', place, signal);
  on(document, TOP_LAYER, live, signal);
  atEnd(signal, () => {
    items.clear();
    live();
    cancelAnimationFrame(frame);
  });

  return {
    add(item) {
      item.element.classList.add('item');
      items.add(item);
      root.append(item.element);
      live();
    },
    remove(item) {
      items.delete(item);
      item.element.remove();
      if (items.size === 0) live();
    },
    place,
    addStyle(css) {
      root.append(styleOf(css));
      place();
    },
    hide(isHidden) {
      host.style.visibility = isHidden ? 'hidden' : '';
    },
  };
}

/** Makes an element of ours, with classes of the style above. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, classes = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = classes;
  return element;
}

/** Attaches a closed shadow root, which the page's styles do not reach. */
export function closedRoot(host: HTMLElement, css: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  ours.add(host);
  root.append(styleOf(css));
  return root;
}

function styleOf(css: string): HTMLStyleElement {
  const style = make('style');
  style.textContent = css;
  return style;
}

/** Makes a button of ours on the page, with a sign and a label. */
export function button(sign: string, label: string, classes: string): HTMLButtonElement {
  const element = make('button', classes);
  element.type = 'button';
  element.textContent = sign;
  element.setAttribute('aria-label', label);
  element.title = label;
  return element;
}

/** A box that is a little larger than an element, and hidden while the element is. */
export function rectAround(element: Element): OverlayItem['rect'] {
  return () => {
    // If an element is not in the page, all its sides are 0.
    const core = boxOf(element);
    const { left, top, width, height } = core;
    if (!width && !height) return null;
    const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN];
    return { left: left - MARGIN, top: top - MARGIN, width: wide, height: high, on: element, core };
  };
}
