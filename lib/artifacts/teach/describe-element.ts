/**
 * Makes selectors for an element that somebody pointed at, which find the same thing on the next record: by the names that
 * the page's makers gave (test ids, field names, a class a person chose), or in the end by its position. For the picker;
 * not part of the page script.
 */
import type { FieldPattern, Reader } from '../definition/definition.ts';
import { findAll } from '../find-all.ts';
import { isVisible } from '../visible.ts';

/** Attributes that name an element, the most lasting first. */
const NAMING = [
  'data-testid',
  'data-test-id',
  'data-test',
  'data-qa',
  'data-cy',
  'data-field',
  'data-field-name',
  'data-property',
  'data-name',
  'itemprop',
  'name',
  'id',
];
/** A name that a machine made, or that contains the record's own id. */
const MADE = /\d{2,}|^[:_]|[0-9a-f]{8}|^(css|sc|jss|emotion|ember|react|radix|headlessui|mui)-?|:r/i;
/** Class names that say how something looks and not what it is, and states that come and go. */
const LOOKS =
  /^(-?[mp][trblxy]?|w|h|min|max|text|bg|flex|grid|gap|font|border|rounded|col|row|d|align|justify|float|pull|is|has|js|u)-|^(active|selected|open|show|hide|hidden|focus|hover|row|col|container|wrapper|inner|block|clearfix|flex|grid|bold)$|[:[\]/]/i;
/** How many selectors are kept. The second helps if a release renames what the first goes by. */
const MAX_SELECTORS = 2;
const MAX_CLIMB = 6;

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Selectors from an element's own names, the most lasting first. */
function namesOf(element: Element): string[] {
  const tag = element.localName;
  const byAttribute = NAMING.flatMap(attr => {
    const value = element.getAttribute(attr);
    if (!value || value.length > 60 || MADE.test(value)) return [];
    return [attr === 'id' && /^[a-z][\w-]*$/i.test(value) ? `#${value}` : `[${attr}=${quote(value)}]`];
  });
  const classes = [...element.classList].filter(
    name => name.length > 2 && name.length <= 40 && !MADE.test(name) && !LOOKS.test(name) && isWord(name),
  );
  const byClass = classes.map(name => `.${name}`);
  const role = element.getAttribute('role');
  return [
    ...byAttribute,
    ...byClass,
    ...(classes.length > 1 ? [byClass.slice(0, 3).join('')] : []),
    ...(/^h[1-6]$/.test(tag) ? [tag] : []),
    ...(role === 'heading' ? [`[role="heading"]`] : []),
  ];
}

/** Whether a person chose this name: `deal-title`, `DealTitle`, `deal__title`, but not `aZx9kQ`. */
function isWord(name: string): boolean {
  const parts = name.split(/[-_]+|(?=[A-Z][a-z])/).filter(Boolean);
  return parts.every(part => /^[A-Za-z]?[a-z]+\d?$|^[A-Z]+$/.test(part)) && /[aeiouy]/i.test(name);
}

/** How many visible elements a selector finds on the page, with `shadow` also in shadow roots. */
export function countOf(css: string, document: Document, shadow = false): number {
  return findAll(document, css, shadow).filter(isVisible).length;
}

function position(element: Element): string {
  const same = [...(element.parentElement?.children ?? [])].filter(
    ({ localName }) => localName === element.localName,
  );
  return same.length > 1
    ? `${element.localName}:nth-of-type(${same.indexOf(element) + 1})`
    : element.localName;
}

/** Selectors that find only this element, the most lasting first; if nothing names it, one by its position. */
export function selectorsFor(element: Element): string[] {
  const document = element.ownerDocument;
  const shadow = isInShadow(element);
  const finds = (css: string) => {
    const found = findAll(document, css, shadow).filter(isVisible);
    return found.length === 1 && found[0] === element;
  };
  const own = namesOf(element);
  const found = own.filter(finds);
  for (
    let above = element.parentElement, climb = 0;
    above && climb < MAX_CLIMB;
    above = above.parentElement, climb++
  ) {
    if (found.length >= MAX_SELECTORS) break;
    for (const name of namesOf(above)) {
      found.push(...[...own, element.localName].map(last => `${name} ${last}`).filter(finds));
    }
  }
  if (found.length === 0) {
    const path = byPosition(element, finds);
    if (path) found.push(path);
  }
  return [...new Set(found)].slice(0, MAX_SELECTORS);
}

/** `.header > div > span:nth-of-type(2)`: the shortest such path from something that has a name. */
function byPosition(element: Element, finds: (css: string) => boolean): string | undefined {
  let path = position(element);
  for (let above = element.parentElement; above; above = above.parentElement) {
    for (const name of [...namesOf(above), ...(above.localName === 'body' ? ['body'] : [])]) {
      if (finds(`${name} > ${path}`)) return `${name} > ${path}`;
    }
    path = `${position(above)} > ${path}`;
    if (path.length > 380) return;
  }
  return finds(path) ? path : undefined;
}

const isInShadow = (element: Element) => element.getRootNode() !== element.ownerDocument;

/** Readers for the element; none if no selector finds it alone. */
export function readersFor(element: Element): Reader[] {
  const shadow = isInShadow(element) ? { shadow: true as const } : {};
  return selectorsFor(element).map(css => ({ css, ...shadow }));
}

/** Whether a selector goes only by an element's position, which the next release may change. */
export const isByPosition = (css: string) => /(^body\b|:nth-of-type)/.test(css);

/**
 * From one value that somebody pointed at, the pattern that all fields of the record repeat: a box that occurs at least
 * twice on the page and holds a label and a value.
 */
export function fieldPatternFor(value: Element): FieldPattern | undefined {
  const { ownerDocument: document } = value;
  for (
    let box: Element | null = value.parentElement, climb = 0;
    box && box.localName !== 'body' && climb < 4;
    box = box.parentElement, climb++
  ) {
    const inner = childTowards(box, value);
    const label = [...box.children].find(child => child !== inner && child.textContent?.trim());
    if (!label || label.textContent === null || label.textContent.trim().length > 80) continue;
    for (const container of [...namesOf(box), box.localName]) {
      const boxes = findAll(document, container).filter(isVisible);
      if (boxes.length < 2 || boxes.length > 200) continue;
      const key = NAMING.find(
        attr => attr !== 'id' && new Set(boxes.map(each => each.getAttribute(attr))).size === boxes.length,
      );
      const pattern: FieldPattern = {
        container: key ? `[${key}]` : container,
        label: within(label, box, boxes),
        value: within(inner, box, boxes),
        ...(key && { key: { attr: key } }),
      };
      if (pattern.label === pattern.value) continue;
      if (key && countOf(`[${key}]`, document) > boxes.length) pattern.container = `${container}[${key}]`;
      return pattern;
    }
  }
}

function childTowards(box: Element, inside: Element): Element {
  let child = inside;
  while (child.parentElement && child.parentElement !== box) child = child.parentElement;
  return child;
}

/** A selector for a part of a box that also works in the other boxes. */
function within(part: Element, box: Element, boxes: Element[]): string {
  const alike = (css: string) =>
    boxes.filter(each => findAll(each, css).length > 0).length * 2 > boxes.length &&
    findAll(box, css)[0] === part;
  const named = namesOf(part)
    .filter(name => !name.startsWith('#'))
    .find(alike);
  return named ?? (alike(part.localName) ? part.localName : `:scope > ${position(part)}`);
}
