/** Fields of a record: tells which labelled field an element belongs to, and finds that field again. */
import type { FieldAnchor } from '#lib/records/anchor.ts';
import { type Key, keyAround, keyed } from '../element-key.ts';
import { flat, fold } from '../fold.ts';
import { plain } from '../plain.ts';
import { flatParent, isShown } from '../visible-text.ts';
import { cleanLabel, controlsIn, isControl, labelBeside, labelOf, visibleTextOf } from './label.ts';

/** The part of a site definition that says where fields are. A whole definition fits this type too. */
export type FieldDefinition = {
  fieldPattern?: { container?: string; key?: { attr: string }; label?: string; value: string };
  fields?: { key: string; label?: string; css: string[] }[];
};

/** A labelled field on the page. `element` shows the value; `key` is the site's own stable name of the field. */
export type FieldBox = { element: Element; label: string; value: string; key?: string };

export type FoundField = {
  element: Element;
  /** `edited` has another value than then, `moved` the same label under another key; `unsure` is one of several. */
  status: 'same' | 'edited' | 'moved' | 'unsure';
  value: string;
};

export const MAX_VALUE = 500;
/** How many elements up from where a person points we look for the field. */
const MAX_CLIMB = 8;
/** Never read, because what people type here is nobody's business. */
const PRIVATE_TYPES = new Set(['password', 'hidden', 'file', 'submit', 'button', 'image', 'reset']);
const PRIVATE_NAME = /card-?_?(?:num|no\b)|cvc|cvv|csc\b|passw|secret|iban|cc-?_?(?:num|exp|csc)/i;

const GENERIC_VALUES = 'dd, td, label ~ *, [class*="label" i] + *';

/** The labelled field that an element belongs to, or null: from a label, a value, or anything inside one. */
export function fieldAt(element: Element, definition?: FieldDefinition): FieldBox | null {
  const known = definedFields(element.ownerDocument, definition);
  let at: Element | null = element;
  for (let climb = 0; at && climb < MAX_CLIMB; climb++, at = flatParent(at)) {
    if (at.localName === 'body') return null;
    const node: Element = at;
    const defined = known.find(box => box.element === node || box.container === node);
    if (defined) return defined;
    if (isPrivate(node)) return null;
    const box = boxOf(node) ?? labelledBy(node);
    if (box) return box;
  }
  return null;
}

/** All labelled visible fields in reading order. */
export function listFields(root: ParentNode & Node = document, definition?: FieldDefinition): FieldBox[] {
  const defined = definedFields(root, definition);
  const found = new Map<Element, FieldBox>(defined.map(box => [box.element, box]));
  for (const element of [...controlsIn(root), ...root.querySelectorAll(GENERIC_VALUES), ...pairs(root)]) {
    if (found.has(element) || defined.some(box => box.element.contains(element))) continue;
    const box = boxOf(element);
    if (box) found.set(element, box);
  }
  const boxes = [...found.values()].filter(
    // An element that contains another field is layout, not a value.
    box => !controlsIn(box.element).some(inner => inner !== box.element && found.has(inner)),
  );
  return boxes.sort((one, other) =>
    one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

/** Describes a field. Its present value is kept, so that a later value can be shown beside it. */
export function describeField(box: FieldBox, definition?: FieldDefinition): FieldAnchor {
  const own = box.key ?? fieldAt(box.element, definition)?.key;
  const alike = listFields(box.element.ownerDocument, definition).filter(other =>
    sameLabel(other.label, box.label),
  );
  return plain<FieldAnchor>({
    kind: 'field',
    key: own?.slice(0, 200),
    label: box.label.slice(0, 200),
    value: box.value.slice(0, MAX_VALUE),
    mark: keyAround(box.element),
    count: Math.max(1, alike.length),
    turn: Math.max(
      0,
      alike.findIndex(other => other.element === box.element),
    ),
  });
}

/**
 * Finds a field again by the site's own key, else by the attribute around it, else by its label. Null if it is gone, or if
 * several fields have the label and nothing tells which was meant.
 */
export function findField(
  anchor: FieldAnchor,
  root: ParentNode & Node = document,
  definition?: FieldDefinition,
): FoundField | null {
  const { label, value, key } = readField(anchor);
  if (!label && !key) return null;
  const answer = (box: FieldBox, status?: FoundField['status']): FoundField => ({
    element: box.element,
    status: status ?? (sameValue(box.value, value) ? 'same' : 'edited'),
    value: box.value,
  });
  const boxes = listFields(root, definition);
  const byKey = key ? boxes.filter(box => box.key === key) : [];
  // A key may occur twice, in a header and in a form. People read the first that has a value.
  const keyedBox = byKey.find(box => box.value !== '') ?? byKey[0];
  if (keyedBox) return answer(keyedBox);
  const labelled = boxes.filter(box => sameLabel(box.label, label));
  const marked = markedBox(labelled, anchor, root);
  if (marked) return answer(marked);
  const [only] = labelled;
  if (!only) return null;
  if (labelled.length === 1) return answer(only, key && only.key ? 'moved' : undefined);
  const equal = labelled.filter(box => sameValue(box.value, value));
  const [one] = equal;
  if (equal.length === 1 && one) return answer(one);
  const { count, turn } = anchor as { count?: unknown; turn?: unknown };
  const nth = typeof turn === 'number' ? labelled[turn] : undefined;
  return nth && count === labelled.length ? answer(nth, equal.includes(nth) ? 'same' : 'unsure') : null;
}

type DefinedBox = FieldBox & { container: Element | null };

/** The fields that the site definition names. */
function definedFields(root: Node, definition?: FieldDefinition): DefinedBox[] {
  if (!definition || !('querySelectorAll' in root)) return [];
  const parent = root as ParentNode;
  const boxes: DefinedBox[] = [];
  const add = (
    element: Element,
    container: Element | null,
    label: string,
    key: string | null | undefined,
  ) => {
    if (!isReadable(element) || boxes.some(box => box.element === element)) return;
    boxes.push({
      element,
      container,
      label: label || key || '',
      value: textOf(element),
      key: key ?? undefined,
    });
  };
  const { fieldPattern, fields = [] } = definition;
  if (fieldPattern) {
    const { container, key, label, value } = fieldPattern;
    for (const box of all(parent, container ?? value)) {
      const element = container ? all(box, value).find(isShown) : box;
      if (!element) continue;
      const named = container && label ? all(box, label).find(isShown) : undefined;
      const text = (named && cleanLabel(visibleTextOf(named))) || labelOf(element);
      add(element, container ? box : null, text, key && box.getAttribute(key.attr));
    }
  }
  for (const { key, label, css } of fields) {
    const element = css.map(selector => all(parent, selector).find(isReadable)).find(Boolean);
    if (element) add(element, null, labelOf(element) || label || '', key);
  }
  return boxes;
}

/** Elements by a selector that somebody else wrote. If this browser does not know it, it finds nothing. */
function all(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

function boxOf(element: Element): FieldBox | null {
  if (!isReadable(element)) return null;
  const label = isControl(element) ? labelOf(element) : (labelBeside(element)?.text ?? '');
  if (!label) return null;
  const [control, more] = isControl(element) ? [element] : controlsIn(element).filter(isReadable);
  // One control inside a cell is the cell's value; several are a form of their own.
  if (more) return null;
  const shown = control ?? element;
  return { element: shown, label, value: textOf(shown) };
}

/** The field that an element is the label of. */
function labelledBy(element: Element): FieldBox | null {
  if (element.localName === 'label') {
    const { control } = element as HTMLLabelElement;
    if (control) return boxOf(control);
  }
  const { id } = element;
  const root = element.getRootNode() as ParentNode;
  const named = id ? all(root, `[aria-labelledby~="${CSS.escape(id)}"]`)[0] : undefined;
  const box = named && boxOf(named);
  if (box) return box;
  const after = element.nextElementSibling;
  return after && labelBeside(after)?.element === element ? boxOf(after) : null;
}

/** The second of two elements in a box: often a value after its label. */
function pairs(root: ParentNode): Element[] {
  return [...root.querySelectorAll(':is(div, li) > :nth-child(2):last-child')].filter(
    element => element.firstElementChild === null || (element.textContent ?? '').length < 200,
  );
}

function textOf(element: Element): string {
  return readValue(element).slice(0, MAX_VALUE);
}

function readValue(element: Element): string {
  if (element.localName === 'select') {
    const { selectedOptions } = element as HTMLSelectElement;
    return [...selectedOptions].map(option => option.label).join(', ');
  }
  if (element.localName === 'input') {
    const { type, checked, value } = element as HTMLInputElement;
    return type === 'checkbox' || type === 'radio' ? (checked ? '✓' : '') : value;
  }
  if (element.localName === 'textarea') return (element as HTMLTextAreaElement).value;
  const [control, more] = controlsIn(element).filter(isReadable);
  return control && !more && control !== element ? readValue(control) : visibleTextOf(element);
}

function isReadable(element: Element): boolean {
  return !isPrivate(element) && isShown(element);
}

function isPrivate(element: Element): boolean {
  if (element.localName !== 'input') return false;
  const { type, name, id, autocomplete } = element as HTMLInputElement;
  return PRIVATE_TYPES.has(type) || autocomplete.startsWith('cc-') || PRIVATE_NAME.test(`${name} ${id}`);
}

function markedBox(boxes: FieldBox[], anchor: FieldAnchor, root: Node): FieldBox | undefined {
  const { attr, value } = (anchor.mark ?? {}) as Partial<Key>;
  if (typeof attr !== 'string' || typeof value !== 'string') return undefined;
  const [element, more] = keyed({ attr, value }, root);
  return element && !more ? boxes.find(box => element.contains(box.element)) : undefined;
}

function readField(anchor: FieldAnchor): { label: string; value: string; key: string } {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { label: text(anchor?.label), value: text(anchor?.value), key: text(anchor?.key) };
}

function sameLabel(one: string, other: string): boolean {
  return fold(one).toLowerCase() === fold(other).toLowerCase();
}

function sameValue(one: string, other: string): boolean {
  return flat(one) === flat(other);
}
