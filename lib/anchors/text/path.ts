/**
 * The path from a root down to a document position, by child numbers: `4/0/12:5`, with `s` and `f` for the steps into a
 * shadow root and a frame. On an unchanged page it leads to the very boundary that was selected. It is never believed
 * without the words.
 */

import { frameDocument, hostOf, isElement } from '../visible-text.ts';
import type { Point } from './page-text.ts';

/** A path longer than this is not worth keeping. */
const MAX_PATH = 400;

/** The path to a position; undefined if it is too long or does not lead up to the root. */
export function pathTo({ node, offset }: Point, root: Node): string | undefined {
  let path = `:${offset}`;
  for (let at: Node | null = node; at !== root; ) {
    if (!at || path.length > MAX_PATH) return undefined;
    let step: string | number = 0;
    let up: Node | null = at.parentNode;
    if (up) {
      for (let before = at.previousSibling; before; before = before.previousSibling) step++;
    } else {
      up = hostOf(at);
      step = up ? 's' : 'f';
      up ??= frameOf(at);
    }
    path = `/${step}${path}`;
    at = up;
  }
  return path.slice(1);
}

/** The position that a path leads to now; null if it leads nowhere. */
export function follow(path: string, root: Node): Point | null {
  const [steps = '', last] = path.split(':');
  let node: Node | null | undefined = root;
  for (const step of steps.split('/')) {
    if (step === 's') node = isElement(node) ? node.shadowRoot : null;
    else if (step === 'f') node = isElement(node) ? frameDocument(node) : null;
    else if (step) node = node.childNodes[Number(step)];
    if (!node) return null;
  }
  const offset = Number(last);
  const limit = node.nodeValue?.length ?? node.childNodes.length;
  return Number.isInteger(offset) && offset >= 0 && offset <= limit ? { node, offset } : null;
}

function frameOf(node: Node): Element | null {
  try {
    return (node as Document).defaultView?.frameElement ?? null;
  } catch {
    return null; // The frame around us is another origin's.
  }
}
