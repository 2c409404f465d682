/** Where things are in the window, also from within frames of the page's own origin. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Hosts of ours, which hide nothing: the layer of marks is nearly empty, and the panel lies above it anyway. */
export const ours = new WeakSet<Element>();

/** The frame that shows this node's document, unless that is the window's own or another origin's. */
export function frameOf(node: Node): Element | null {
  return (node.ownerDocument ?? (node as Document)).defaultView?.frameElement ?? null;
}

/** Where the viewport of a node's document begins in the window. */
export function offsetOf(node: Node): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (let frame = frameOf(node); frame; frame = frameOf(frame)) {
    const box = frame.getBoundingClientRect();
    x += box.x + frame.clientLeft;
    y += box.y + frame.clientTop;
  }
  return { x, y };
}

/** The box of an element or range in px of the window, also from within a frame. */
export function boxOf(what: Element | Range): DOMRect {
  const { x, y, width, height } = what.getBoundingClientRect();
  // A frame's own classes are others than the window's.
  const at = offsetOf('startContainer' in what ? what.startContainer : what);
  return new DOMRect(x + at.x, y + at.y, width, height);
}
