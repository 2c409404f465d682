/** What is selected in shadow roots, as browsers tell of it: from outside, where the root's host stands. */
import { expect, it } from 'vitest';
import { selectedIn } from '../../../entrypoints/tools/selection.ts';
import { openPage } from '../artifacts/page.ts';

type Ends = [start: Node, from: number, end: Node, to: number];

/** A page with a record in a shadow root, a field in one within that, and a part of this mode beside it. */
function page(mode: ShadowRootMode) {
  const { document } = openPage(
    'https://crm.example/',
    '<p>Before</p><crm-record></crm-record><x-part></x-part>',
  );
  const attach = (host: Element | null, html: string, as: ShadowRootMode = 'open') => {
    const root = (host as Element).attachShadow({ mode: as });
    root.innerHTML = html;
    return root;
  };
  const outer = attach(document.querySelector('crm-record'), '<p>Outer words</p><crm-field></crm-field>');
  const inner = attach(outer.querySelector('crm-field'), '<p>Inner words</p>');
  const part = attach(document.querySelector('x-part'), '<p>Own words</p>', mode);
  const text = (root: ParentNode) => root.querySelector('p')?.firstChild as Text;
  return { document, outer, inner, part, text };
}

/** Where a position in a tree that is not asked about is told to be: before its host. */
function seenFrom(
  document: Document,
  asked: readonly ShadowRoot[],
  node: Node,
  offset: number,
): [Node, number] {
  const root = node.getRootNode() as ShadowRoot;
  if (root === (document as Node) || asked.includes(root)) return [node, offset];
  const parent = root.host.parentNode as Node;
  return seenFrom(document, asked, parent, [...parent.childNodes].indexOf(root.host));
}

function choose(document: Document, [start, from, end, to]: Ends, text: string, isOld = false): void {
  const told = (asked: readonly ShadowRoot[]) => {
    const [startContainer, startOffset] = seenFrom(document, asked, start, from);
    const [endContainer, endOffset] = seenFrom(document, asked, end, to);
    return { startContainer, startOffset, endContainer, endOffset };
  };
  const selection = {
    rangeCount: 1,
    getRangeAt: () => told([]),
    toString: () => text,
    ...(isOld
      ? {}
      : { getComposedRanges: ({ shadowRoots }: { shadowRoots: ShadowRoot[] }) => [told(shadowRoots)] }),
  };
  document.getSelection = () => selection as unknown as Selection;
  if (!isOld) return;
  const roots: ShadowRoot[] = [];
  for (let root = start.getRootNode() as ShadowRoot; root.host; root = root.host.getRootNode() as ShadowRoot)
    roots.unshift(root);
  for (const [depth, root] of roots.entries())
    Object.assign(root, {
      getSelection: () => ({ rangeCount: 1, getRangeAt: () => told(roots.slice(0, depth + 1)) }),
    });
}

it.each([false, true])('finds the words in a nested root; browser of before the standard: %s', isOld => {
  const { document, inner, text } = page('open');
  choose(document, [text(inner), 0, text(inner), 5], 'Inner', isOld);
  const range = selectedIn(document) as Range;
  expect(String(range)).toBe('Inner');
  expect(range.startContainer).toBe(text(inner));
});

it('keeps what is in the tree in which a selection begins, where it goes on outside', () => {
  const { document, outer, inner, part, text } = page('open');
  choose(document, [text(outer), 6, text(inner), 5], 'words Inner');
  expect(String(selectedIn(document)).trim()).toBe('words');
  choose(document, [text(outer), 6, text(part), 3], 'words Inner words Own');
  expect(String(selectedIn(document)).trim()).toBe('words');
  choose(document, [text(document), 0, text(inner), 5], 'Before Inner');
  expect(String(selectedIn(document)).trim()).toBe('Before');
});

it('says that a root is closed where words are selected in it', () => {
  const { document, part, text } = page('closed');
  choose(document, [text(part), 0, text(part), 3], 'Own');
  expect(selectedIn(document)).toBe('closed');
  // A page's own script may hand us a range in there.
  const told = { startContainer: text(part), startOffset: 0, endContainer: text(part), endOffset: 3 };
  document.getSelection = () =>
    ({ rangeCount: 1, getRangeAt: () => told, toString: () => 'Own' }) as unknown as Selection;
  expect(selectedIn(document)).toBe('closed');
});

it('takes no words of a text field, and none where nothing is selected', () => {
  const { document } = openPage('https://crm.example/', '<input value="Ines">');
  choose(document, [document.body, 0, document.body, 0], 'Ines');
  expect(selectedIn(document)).toBeUndefined();
  document.getSelection = () => ({ rangeCount: 0 }) as Selection;
  expect(selectedIn(document)).toBeUndefined();
});
