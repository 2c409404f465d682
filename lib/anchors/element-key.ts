/**
 * Keys are attributes by which a site itself tells its rows and fields apart (`data-field="stage"`, `id="act-17"`). If
 * words repeat down a page, the key tells which of them was meant.
 */
import { elementAt, flatParent, isShown } from './visible-text.ts';

export type Key = { attr: string; value: string };

/** A counter (`row-3`) goes to another row as soon as a row is added; a name or a long number stays with its row. */
export function isLasting({ attr, value }: Key): boolean {
  return !/index|row|col|pos/i.test(attr) && !/^\D{0,12}\d{1,3}$/.test(value);
}

const NAMES =
  /^(?:id|name|itemid|itemprop|data-.*(?:id|key|name|field|test|qa|row|index|uid|uri|urn|record|col).*)$/i;
/** These are made again on each render, so they say nothing tomorrow. */
const VOLATILE = /^:.*:$|^(?:react|radix|headlessui|mui|ember|yui|ext-gen|gwt)[-_:\d]|[0-9a-f]{20}|\d{13}/i;
const MAX_VALUE = 80;
const MAX_CLIMB = 8;
/** An element with more text than this is a section of the page, not a row or field. */
const MAX_TEXT = 900;

/** The key of the nearest row or field around a node, if that key names nothing else on the page. */
export function keyAround(node: Node): Key | undefined {
  let element = elementAt(node);
  for (let climb = 0; element && climb < MAX_CLIMB; climb++, element = flatParent(element)) {
    if (element.localName === 'body' || (element.textContent ?? '').length > MAX_TEXT) return undefined;
    for (const { name, value } of element.attributes) {
      if (!NAMES.test(name) || value === '' || value.length > MAX_VALUE || VOLATILE.test(value)) continue;
      const key = { attr: name, value };
      if (keyed(key, element.getRootNode()).length === 1) return key;
    }
  }
  return undefined;
}

/** The visible elements with a key in this tree. */
export function keyed(key: Key, root: Node): Element[] {
  if (!('querySelectorAll' in root)) return [];
  const selector = `[${CSS.escape(key.attr)}="${CSS.escape(key.value)}"]`;
  return [...(root as ParentNode).querySelectorAll(selector)].filter(isShown);
}
