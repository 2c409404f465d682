/** Types of the peers, as far as the measurement uses them: whoever checks types need not have them installed. */
declare module '@apache-annotator/dom' {
  interface TextQuoteSelector {
    type: 'TextQuoteSelector';
    exact: string;
    prefix?: string;
    suffix?: string;
  }
  export function describeTextQuote(range: Range, scope?: Node | Range): Promise<TextQuoteSelector>;
  export function createTextQuoteSelectorMatcher(
    selector: TextQuoteSelector,
  ): (scope: Node | Range) => AsyncGenerator<Range, void, void>;
}
declare module 'approx-string-match' {
  export default function search(
    text: string,
    pattern: string,
    maxErrors: number,
  ): { start: number; end: number; errors: number }[];
}
declare module 'dom-anchor-text-position' {
  export function fromRange(root: Node, range: Range): { start: number; end: number };
  export function toRange(root: Node, selector: { start: number; end: number }): Range;
}
declare module 'dom-anchor-text-quote' {
  type Selector = { exact: string; prefix: string; suffix: string };
  export function fromRange(root: Node, range: Range): Selector;
  export function toRange(root: Node, selector: Selector, options?: { hint?: number }): Range | null;
}
