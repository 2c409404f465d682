/** What a form control or a value is called, according to assistive technology and to the layout. */
import { flat } from '../fold.ts';
import { PageText } from '../text/page-text.ts';
import { isElement, isShown } from '../visible-text.ts';

/** A longer text is no label. */
export const MAX_LABEL = 80;

const CONTROL =
  'input, select, textarea, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"]';
const LABELLING =
  /(?:^|[-_ ])(?:labels?|label-?text|field-?name|caption|term|key|attr-?name|property-?name)(?:$|[-_ ])|label$/i;
/** How far up from a value its label may be. */
const MAX_CLIMB = 4;

/** The visible text inside an element as a person reads it. */
export function visibleTextOf(element: Element): string {
  const text = new PageText(element);
  for (const _ of text.build());
  return text.readable(0, text.text.length);
}

export function isControl(element: Element): boolean {
  return element.matches(CONTROL);
}

export function controlsIn(element: ParentNode): Element[] {
  return [...element.querySelectorAll(CONTROL)];
}

/** The label's words alone: `Stage: *` and `Stage` are one label. */
export function cleanLabel(text: string): string {
  const clean = flat(text)
    .replace(/\((?:required|optional)\)/i, '')
    .replace(/^[\s*]+|[\s:*：]+$/g, '');
  return clean.length <= MAX_LABEL ? clean : '';
}

/** The label of a control or value; '' if we find none. */
export function labelOf(element: Element): string {
  return ariaLabel(element) || controlLabel(element) || labelBeside(element)?.text || placeholderOf(element);
}

function ariaLabel(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot;
  const texts = ids
    .map(id => (id && 'getElementById' in root ? root.getElementById(id) : null))
    // An element may name itself, or a button in it. That is its value, not its label.
    .filter(label => label !== null && label !== element && !element.contains(label))
    .map(label => labelText(label as Element));
  return cleanLabel(texts.filter(Boolean).join(' ')) || cleanLabel(element.getAttribute('aria-label') ?? '');
}

function controlLabel(element: Element): string {
  const labels = 'labels' in element ? (element as HTMLInputElement).labels : null;
  return [...(labels ?? [])].map(label => cleanLabel(labelText(label))).find(Boolean) ?? '';
}

function placeholderOf(element: Element): string {
  return isControl(element)
    ? cleanLabel(element.getAttribute('placeholder') ?? element.getAttribute('title') ?? '')
    : '';
}

/** A label's text, without what is typed or chosen in controls inside it. For a hidden label, its plain text. */
function labelText(label: Element): string {
  return (isShown(label) ? visibleTextOf(label) : '') || (label.textContent ?? '');
}

/** The element that names a value by its position: a dt, a th, a label before or above it. */
export function labelBeside(value: Element): { element: Element; text: string } | null {
  let element = value;
  for (let climb = 0; climb < MAX_CLIMB; climb++) {
    const label = labelElement(element);
    const text = label && cleanLabel(visibleTextOf(label));
    if (label && text) return { element: label, text };
    const parent = element.parentElement;
    // We go up only through elements that wrap this one value.
    if (!parent || parent.localName === 'body' || shownChildren(parent).length !== 1) return null;
    element = parent;
  }
  return null;
}

function labelElement(element: Element): Element | null {
  const name = element.localName;
  if (name === 'dd') return termOf(element);
  if (name === 'td') return headerOf(element as HTMLTableCellElement);
  if (isNaming(element)) return null;
  const before = element.previousElementSibling;
  if (!before || !isShown(before)) return null;
  return isLabelLike(before) || isPair(before, element) ? before : null;
}

function termOf(element: Element): Element | null {
  let at = element.previousElementSibling;
  while (at && at.localName !== 'dt') at = at.previousElementSibling;
  return at;
}

/** The header cell of a record's row. In a list with many columns a cell is not a field of the record. */
function headerOf(cell: HTMLTableCellElement): Element | null {
  for (const id of (cell.getAttribute('headers') ?? '').split(/\s+/)) {
    const header = id ? cell.ownerDocument.getElementById(id) : null;
    if (header) return header;
  }
  const before = cell.previousElementSibling;
  if (before?.localName === 'th') return before;
  const row = cell.parentElement;
  const isTwoColumn = row?.children.length === 2 && before !== null;
  return isTwoColumn && before.localName === 'td' && isShortText(before) ? before : null;
}

function isNaming(element: Element): boolean {
  return /^(?:dt|th|label)$/.test(element.localName);
}

function isLabelLike(element: Element): boolean {
  return isNaming(element) || (LABELLING.test(element.className.toString()) && isShortText(element));
}

/** Whether two elements, alone in a box among boxes built alike, are a short label and its value. */
function isPair(label: Element, value: Element): boolean {
  const box = value.parentElement;
  if (box?.childElementCount !== 2 || label.parentElement !== box || !isShortText(label)) return false;
  const shape = (one: Element | undefined | null) =>
    one ? `${one.localName}.${one.className}>${[...one.children].map(child => child.localName)}` : '';
  const own = shape(box);
  return shape(box.previousElementSibling) === own || shape(box.nextElementSibling) === own;
}

function isShortText(element: Element): boolean {
  const text = element.textContent ?? '';
  return (
    text.length <= MAX_LABEL + 40 &&
    /\p{L}/u.test(text) &&
    !/^h[1-6]$|^(?:a|button|img|input|li)$/.test(element.localName) &&
    // Some kits of components write labels as paragraphs. A sentence is none.
    (element.localName !== 'p' || !/[.!?…]\s*$/.test(text)) &&
    element.querySelector('a, button, input, select, textarea') === null
  );
}

function shownChildren(element: Element): Element[] {
  return [...element.children].filter(child => isElement(child) && isShown(child));
}
