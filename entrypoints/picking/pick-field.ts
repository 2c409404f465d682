/** Lets a person point at a field: by hover and click, or Tab and Enter; Escape gives up. The page gets no event meanwhile. */
import type { FieldBox } from '#lib/anchors/field/field.ts';
import type { PartHost, PickedField } from '../tools/parts.ts';

export function pickField(
  { state, drawPlace, documents, lent }: PartHost,
  onDone: (picked: PickedField | undefined) => void,
): void {
  const { definition, signal } = state;
  const { on, describeField, fieldAt, listFields } = lent;
  const stop = new AbortController();
  const until = AbortSignal.any([signal, stop.signal]);
  const active = { passive: false };
  let current: FieldBox | undefined;

  function outline(box: FieldBox | undefined): void {
    if (box?.element === current?.element) return;
    current = box;
    drawPlace(undefined, box && lent.rectAround(box.element));
  }

  function finish(box: FieldBox | undefined): void {
    outline(undefined);
    stop.abort();
    onDone(box ? { anchor: describeField(box, definition), element: box.element } : undefined);
  }

  function boxAt(event: Event): FieldBox | undefined {
    const target = event.composedPath()[0] as Element;
    // A frame's own classes are others than the window's.
    return (target.nodeType === Node.ELEMENT_NODE && fieldAt(target, definition)) || undefined;
  }

  function swallow(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function step(by: 1 | -1): void {
    const fields = documents().flatMap(root => listFields(root, definition));
    if (fields.length === 0) return;
    const at = fields.findIndex(field => field.element === current?.element);
    const next = fields[(at + by + fields.length) % fields.length] ?? fields[0];
    outline(next);
    if (next) lent.goTo(next.element, true);
  }

  for (const { defaultView: view } of documents()) {
    if (!view) continue;
    on(view, 'pointermove', (event: Event) => outline(boxAt(event)), until);
    on(view, 'pointerdown mousedown pointerup mouseup', swallow, until, active);
    on(
      view,
      'click',
      event => {
        swallow(event);
        finish(boxAt(event));
      },
      until,
      active,
    );
    on<KeyboardEvent>(
      view,
      'keydown',
      event => {
        swallow(event);
        if (event.key === 'Escape') finish(undefined);
        else if (event.key === 'Enter') finish(current);
        else if (event.key === 'ArrowDown' || (event.key === 'Tab' && !event.shiftKey)) step(1);
        else if (event.key === 'ArrowUp' || event.key === 'Tab') step(-1);
      },
      until,
      active,
    );
  }
  // The person pressed a button in our frame, which has the focus. Only the page gets keys once the focus is there.
  window.focus();
}
