/**
 * The words of a page as the benchmark knows them, independent of what is measured: each word of each visible text
 * node has a number, edits work on these words, and so the truth about where a quote went is always known.
 */

export type Token = {
  /** Number of the word on the untouched page; -1 for one that was put in. */
  id: number;
  text: string;
  /** White space after it. */
  gap: string;
  /** Another word took its place. */
  replaced?: boolean;
};

export type Line = { node: Text; lead: string; tokens: Token[] };

export type Model = { lines: Line[]; count: number };

/** Where a word is: which text node, which characters. */
export type Place = { line: Line; index: number; start: number; end: number };

const SKIP =
  'script, style, noscript, template, textarea, select, head, title, svg, canvas, iframe, video, audio, object';

export function readModel(root: Element): Model {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines: Line[] = [];
  let count = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (!parent || !/\S/.test(node.data) || parent.closest(SKIP)) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    const lead = /^\s*/.exec(node.data)?.[0] ?? '';
    const tokens = [...node.data.matchAll(/(\S+)(\s*)/g)].map(([, text = '', gap = '']) => ({
      id: count++,
      text,
      gap,
    }));
    lines.push({ node, lead, tokens });
  }
  return { lines, count };
}

export function textOf(line: Line): string {
  return line.lead + line.tokens.map(({ text, gap }) => text + gap).join('');
}

/** Writes the words of a line to the page, if they changed. */
export function write(line: Line): void {
  const text = textOf(line);
  if (line.node.data !== text) line.node.data = text;
}

/** All words in the order of the page as it is now. */
export function placesNow(model: Model): Place[] {
  const lines = model.lines.filter(({ node }) => node.isConnected);
  lines.sort((one, other) =>
    one.node.compareDocumentPosition(other.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  return lines.flatMap(line => {
    let at = line.lead.length;
    return line.tokens.map((token, index) => {
      const start = at;
      at += token.text.length + token.gap.length;
      return { line, index, start, end: start + token.text.length };
    });
  });
}

export function tokenOf(place: Place): Token {
  const token = place.line.tokens[place.index];
  if (!token) throw new Error('the model lost a word');
  return token;
}

export function rangeOver(first: Place, last: Place): Range {
  const range = document.createRange();
  range.setStart(first.line.node, first.start);
  range.setEnd(last.line.node, last.end);
  return range;
}
