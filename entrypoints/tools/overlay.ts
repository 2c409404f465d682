/**
 * A layer of ours over the page, in a closed shadow root: outlines around fields, marks on a timeline. It follows the
 * things it marks while they move, and changes nothing of the page's own.
 */
import type { PanelGreeting, RegionGreeting } from '#lib/messages/contract.ts';
import type { Shared } from '../page/state.ts';
import { atEnd, on } from './listen.ts';

export interface OverlayItem {
  /** Where to draw, in viewport coordinates; null hides the item. */
  rect(): { left: number; top: number; width: number; height: number } | null;
  element: HTMLElement;
}

export interface Overlay {
  add(item: OverlayItem): void;
  remove(item: OverlayItem): void;
  /** Measures and moves everything at the next frame. */
  place(): void;
}

/** Things that move without a scroll or resize event (an accordion above, say) are caught up with this often, in ms. */
const CATCH_UP_MS = 1000;
/** Between an element and the box around it, in px. */
const MARGIN = 3;

/** Written without spaces and line ends: the tools may weigh little, and no build step shortens what is in a string. */
const STYLE =
  ':host{all:initial}' +
  '.item{position:fixed;box-sizing:border-box;--g:color-mix(in srgb,var(--c) 45%,#0000)}' +
  '.outline{border:2px solid var(--c);outline:1px solid #fffb;border-radius:6px;background:color-mix(in srgb,var(--c) 9%,#0000)}' +
  '.bare{border-color:#0000;outline:0;background:0 0}' +
  '.flash{animation:f 1.2s ease-out 2}' +
  '.correction{--c:#b26000}.recognition,.place{--c:#0b6e4f}.question{--c:#2454be}' +
  '.bar{background:#0006;border-radius:2px}' +
  'button{padding:0;border:2px solid #fff;background:var(--c);color:#fff;cursor:pointer;font:700 10px/1 system-ui,sans-serif;' +
  'display:grid;place-items:center;border-radius:50%;box-shadow:0 1px 3px #0008}' +
  '.badge{position:absolute;right:-9px;top:-9px;width:20px;height:20px}' +
  'div{pointer-events:none}' +
  'button{pointer-events:auto}' +
  'iframe{border:0;color-scheme:normal}' +
  '.stop:not(:focus){opacity:0;pointer-events:none}' +
  '.range{border-radius:4px;border-width:1px;background:color-mix(in srgb,var(--c) 80%,#0000)}' +
  '.draft{background:#fff;border:2px solid var(--c);border-radius:9px}' +
  'button:focus-visible{outline:3px solid #1a73e8;outline-offset:2px}' +
  '@keyframes f{40%{box-shadow:0 0 0 8px var(--g)}}' +
  '@media(prefers-reduced-motion:reduce){.flash{animation:none;box-shadow:0 0 0 6px var(--g)}}';

export function createOverlay(signal: AbortSignal): Overlay {
  const items = new Set<OverlayItem>();
  const host = make('div');
  // The page may style every div; nothing of that may reach ours or move its layout.
  host.style.cssText = 'all:initial;position:fixed;left:0;top:0;width:0;height:0;z-index:2147483646';
  const root = closedRoot(host, STYLE);
  let frame = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function draw(): void {
    frame = 0;
    const rects = [...items].map(item => [item, item.rect()] as const);
    for (const [item, rect] of rects) {
      const { style: css } = item.element;
      css.display = rect ? '' : 'none';
      if (!rect) continue;
      for (const side of ['left', 'top', 'width', 'height'] as const) css[side] = `${rect[side]}px`;
    }
  }

  function place(): void {
    if (frame === 0 && items.size > 0) frame = requestAnimationFrame(draw);
  }

  function live(): void {
    if (items.size > 0) {
      const parent = home();
      if (host.parentNode !== parent) parent.append(host);
      timer ??= setInterval(live, CATCH_UP_MS);
      place();
    } else {
      host.remove();
      clearInterval(timer);
      timer = undefined;
    }
  }

  on(window, 'scroll resize', place, signal);
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
  };
}

/** An element of ours, with the classes that the style above knows. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, classes = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = classes;
  return element;
}

/** A closed shadow root that the page's styles do not reach. */
export function closedRoot(host: HTMLElement, css: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  const style = make('style');
  style.textContent = css;
  root.append(style);
  return root;
}

/** A frame with a page of ours; once it is there, `onLoad` hands it the first message and the other end of a channel. */
export function ownFrame(
  { runtime }: Shared['browser'],
  path: '/panel.html' | '/region.html',
  onLoad: (greet: Greet) => void,
): HTMLIFrameElement {
  const frame = make('iframe');
  frame.src = runtime.getURL(path);
  frame.addEventListener('load', () =>
    onLoad(greeting => {
      const { port1, port2 } = new MessageChannel();
      frame.contentWindow?.postMessage(greeting, new URL(frame.src).origin, [port2]);
      return port1;
    }),
  );
  return frame;
}

type Greet = (greeting: PanelGreeting | RegionGreeting) => MessagePort;

/** A button of ours on the page: a sign, and what it is called. */
export function button(sign: string, label: string, classes: string): HTMLButtonElement {
  const element = make('button', classes);
  element.type = 'button';
  element.textContent = sign;
  element.setAttribute('aria-label', label);
  element.title = label;
  return element;
}

/** The innermost open modal dialog: whatever is outside it is inert, even in the top layer; else the page. */
export function home(): Element {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
}

/** A box around an element, a little larger than it; hidden while the element is. */
export function rectAround(element: Element): OverlayItem['rect'] {
  return () => {
    // Of one that is not in the page every side is 0.
    const { x, y, width, height } = element.getBoundingClientRect();
    return width || height
      ? new DOMRect(x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)
      : null;
  };
}
