/**
 * The way from a root down to a document position, by child numbers: `4/0/12:5`, with `s` and `f` for the steps
 * into a shadow root and a frame. On an unchanged page it gives back the very boundary that a person's selection
 * had; it is never believed without the words.
 */
import type { Point } from './page-text.ts';
import { frameDocument, hostOf, isElement } from './visible.ts';

/** A path longer than this is not worth keeping. */
const MAX_PATH = 400;

/** The path to a position, or undefined where it is too long or does not lead to the root. */
export function pathTo(point: Point, root: Node): string | undefined {
  const steps: string[] = [];
  let length = 0;
  for (let node: Node | null = point.node; node !== root; ) {
    if (!node) return undefined;
    const parent: Node | null = node.parentNode;
    let step: string;
    if (parent) {
      let number = 0;
      for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) number++;
      step = String(number);
      node = parent;
    } else {
      const host = hostOf(node);
      const frame: Element | null = host ? null : frameOf(node);
      step = host ? 's' : 'f';
      node = host ?? frame;
    }
    steps.push(step);
    length += step.length + 1;
    if (length > MAX_PATH) return undefined;
  }
  return `${steps.reverse().join('/')}:${point.offset}`;
}

/** The position that a path leads to now, or null. */
export function follow(path: string, root: Node): Point | null {
  const [steps = '', offset = ''] = path.slice(0, 2 * MAX_PATH).split(':');
  let node: Node | null | undefined = root;
  for (const step of steps === '' ? [] : steps.split('/')) {
    if (step === 's') node = isElement(node) ? node.shadowRoot : null;
    else if (step === 'f') node = isElement(node) ? frameDocument(node) : null;
    else node = node.childNodes[Number(step)];
    if (!node) return null;
  }
  const at = Number(offset);
  const limit = isElement(node) || node.nodeType > 8 ? node.childNodes.length : (node.nodeValue?.length ?? 0);
  return Number.isInteger(at) && at >= 0 && at <= limit ? { node, offset: at } : null;
}

function frameOf(node: Node): Element | null {
  try {
    return (node as Document).defaultView?.frameElement ?? null;
  } catch {
    return null; // The frame around us is another origin's.
  }
}
