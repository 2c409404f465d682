/** Lets a person point at anything on the page: by hover and click, or Tab and Enter; Escape gives up. The page gets no event. */
import { visibleTextOf } from '#lib/anchors/field/label.ts';
import { isVisible } from '#lib/artifacts/visible.ts';

export interface PointOptions {
  /** Draws a box around what the person points at; with null, none. */
  outline(box: DOMRect | null): void;
  /** Says what the person points at, in its own words, for people who do not see the box. */
  say(text: string): void;
  /** Our own element. What happens in it is not pointing at the page. */
  isOurs(event: Event): boolean;
  onDone(element: Element | undefined): void;
  signal: AbortSignal;
}

const MAX_STEPS = 600;
/** A longer text is neither a title nor a name. */
const MAX_TEXT = 300;

export function pointAt({ outline, say, isOurs, onDone, signal }: PointOptions): void {
  const stop = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([signal, stop.signal]) };
  let current: Element | undefined;

  function show(element: Element | undefined): void {
    current = element;
    outline(element?.getBoundingClientRect() ?? null);
    if (element) say(recordLabel(element) || element.localName);
  }
  function finish(element: Element | undefined): void {
    stop.abort();
    outline(null);
    onDone(element);
  }
  function swallow(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  function targetOf(event: Event): Element | undefined {
    const [target] = event.composedPath();
    return target instanceof Element ? target : undefined;
  }
  function step(by: 1 | -1): void {
    const all = textElements();
    if (all.length === 0) return;
    const at = current ? all.indexOf(current) : by > 0 ? -1 : 0;
    const next = all[(at + by + all.length) % all.length];
    next?.scrollIntoView({ block: 'nearest' });
    show(next);
  }

  window.addEventListener('pointermove', event => !isOurs(event) && show(targetOf(event)), {
    ...options,
    passive: true,
  });
  for (const type of [
    'pointerdown',
    'mousedown',
    'pointerup',
    'mouseup',
    'touchstart',
    'touchend',
  ] as const) {
    window.addEventListener(type, event => !isOurs(event) && swallow(event), { ...options, passive: false });
  }
  window.addEventListener(
    'click',
    event => {
      if (isOurs(event)) return;
      swallow(event);
      if (event.isTrusted) finish(targetOf(event));
    },
    options,
  );
  window.addEventListener(
    'keydown',
    event => {
      if (isOurs(event) && event.key === 'Enter' && !current) return;
      swallow(event);
      if (event.key === 'Escape') finish(undefined);
      else if (event.key === 'Enter' && current) finish(current);
      else if (event.key === 'ArrowDown' || (event.key === 'Tab' && !event.shiftKey)) step(1);
      else if (event.key === 'ArrowUp' || event.key === 'Tab') step(-1);
    },
    options,
  );
}

export function recordLabel(element: Element): string {
  const text = /^(INPUT|TEXTAREA)$/.test(element.nodeName)
    ? (element as HTMLInputElement).value
    : visibleTextOf(element);
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
}

/** What the keyboard steps through: headings first, since a title is one, then everything that has words of its own. */
function textElements(): Element[] {
  const all = [...document.body.querySelectorAll('*')].filter(
    element => isVisible(element) && hasOwnText(element) && recordLabel(element).length <= MAX_TEXT,
  );
  const isHeading = (element: Element) => /^H[1-3]$/.test(element.nodeName);
  return [...all.filter(isHeading), ...all.filter(element => !isHeading(element))].slice(0, MAX_STEPS);
}

function hasOwnText(element: Element): boolean {
  if (/^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION)$/.test(element.nodeName)) return false;
  if (/^(INPUT|TEXTAREA)$/.test(element.nodeName)) {
    const { type, value } = element as HTMLInputElement;
    return !/^(password|hidden|submit|button|checkbox|radio|file)$/.test(type) && value.trim() !== '';
  }
  return [...element.childNodes].some(node => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
}
