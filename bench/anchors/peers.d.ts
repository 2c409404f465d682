/** Types of two peers that bring none. */
declare module 'dom-anchor-text-position' {
  export function fromRange(root: Node, range: Range): { start: number; end: number };
  export function toRange(root: Node, selector: { start: number; end: number }): Range;
}
declare module 'dom-anchor-text-quote' {
  type Selector = { exact: string; prefix: string; suffix: string };
  export function fromRange(root: Node, range: Range): Selector;
  export function toRange(root: Node, selector: Selector, options?: { hint?: number }): Range | null;
}
