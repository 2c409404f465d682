/** Pointing at a field: hover and click, or Tab and Enter; Escape gives up. While it runs the page gets neither. */
import { describeField, type FieldBox, fieldAt, listFields } from '#lib/anchors/field.ts';
import type { SiteDefinition } from '#lib/artifacts/definition.ts';
import type { FieldAnchor } from '#lib/records/anchor.ts';
import { type Overlay, type OverlayItem, rectAround } from './overlay.ts';

export interface PickedField {
  anchor: FieldAnchor;
  element: Element;
}

export function pickField(
  overlay: Overlay,
  definition: SiteDefinition | undefined,
  onDone: (picked: PickedField | undefined) => void,
  signal: AbortSignal,
): void {
  const stop = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([signal, stop.signal]) };
  let current: FieldBox | undefined;
  let item: OverlayItem | undefined;

  function outline(box: FieldBox | undefined): void {
    if (box?.element === current?.element) return;
    current = box;
    if (item) overlay.remove(item);
    item = undefined;
    if (!box) return;
    const element = document.createElement('div');
    element.className = 'outline place pick';
    item = { element, rect: rectAround(box.element) };
    overlay.add(item);
  }

  function finish(box: FieldBox | undefined): void {
    outline(undefined);
    stop.abort();
    onDone(box ? { anchor: describeField(box, definition), element: box.element } : undefined);
  }

  function boxAt(event: Event): FieldBox | undefined {
    const target = event.composedPath()[0];
    return (target instanceof Element && fieldAt(target, definition)) || undefined;
  }

  function swallow(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function step(by: 1 | -1): void {
    const fields = listFields(document, definition);
    if (fields.length === 0) return;
    const at = fields.findIndex(field => field.element === current?.element);
    const next = fields[(at + by + fields.length) % fields.length] ?? fields[0];
    outline(next);
    next?.element.scrollIntoView({ block: 'nearest' });
  }

  window.addEventListener('pointermove', event => outline(boxAt(event)), { ...options, passive: true });
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup'] as const) {
    window.addEventListener(type, swallow, options);
  }
  window.addEventListener(
    'click',
    event => {
      swallow(event);
      finish(boxAt(event));
    },
    options,
  );
  window.addEventListener(
    'keydown',
    event => {
      swallow(event);
      if (event.key === 'Escape') finish(undefined);
      else if (event.key === 'Enter') finish(current);
      else if (event.key === 'ArrowDown' || (event.key === 'Tab' && !event.shiftKey)) step(1);
      else if (event.key === 'ArrowUp' || event.key === 'Tab') step(-1);
    },
    options,
  );
  // Focus is in our frame while the button is pressed there: bring it to the page, or no key would arrive.
  window.focus();
}
