import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe, find } from '#lib/anchors/text/index.ts';
import { pageText } from '#lib/anchors/text/page-cache.ts';
import { PageText } from '#lib/anchors/text/page-text.ts';
import type { TextAnchor } from '#lib/records/anchor.ts';
import { places, show, texts } from './page.ts';

/** Text as pages have it: words, emoji, combining marks, right-to-left, typography, nothing at all. */
const piece = fc.oneof(
  fc.constantFrom(
    'Call',
    'Call ',
    ' the buyer said',
    'budget',
    '',
    ' ',
    '\n  ',
    '—',
    '“so”',
    '-',
    "don't",
    '…',
    'ﬁne',
  ),
  fc.constantFrom(
    '👩‍👩‍👧‍👦',
    '👍🏽',
    '🇪🇺',
    'e\u0301',
    'ä',
    'a\u0308\u0323',
    'שלום',
    'مرحبا بالعالم',
    '日本語の文',
    'हिन्दी',
    '\u200b',
    '\u00ad',
    '\u202e',
    '½',
    '한글',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }).filter(text => !/[\0\r]/.test(text)),
);

type Tree = { tag: string; children: (Tree | string)[] };

const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.record({
    tag: fc.constantFrom(
      'p',
      'div',
      'span',
      'b',
      'li',
      'br',
      'hidden',
      'invisible',
      'script',
      'shadow',
      'contents',
      'table',
      'textarea',
    ),
    children: fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, piece, tie('tree')), {
      maxLength: 5,
    }),
  }),
})).tree;

function grow({ tag, children }: Tree): Element {
  const names: Record<string, string> = { hidden: 'div', invisible: 'span', shadow: 'div', contents: 'div' };
  const element = document.createElement(names[tag] ?? tag);
  if (tag === 'hidden') element.hidden = true;
  if (tag === 'invisible') element.style.visibility = 'hidden';
  if (tag === 'contents') element.style.display = 'contents';
  const into = tag === 'shadow' ? element.attachShadow({ mode: 'open' }) : element;
  if (tag === 'script') element.setAttribute('type', 'text/plain');
  for (const child of children)
    into.append(typeof child === 'string' ? document.createTextNode(child) : grow(child));
  return element;
}

function plant(trees: readonly Tree[]): void {
  document.body.replaceChildren(...trees.map(grow));
}

function rangeFrom(nodes: Text[], [one, two, three, four]: readonly number[]): Range {
  const at = (share = 0, length: number) => Math.floor(share * length);
  const start = nodes[at(one, nodes.length)] as Text;
  const range = (start.ownerDocument as Document).createRange();
  range.setStart(start, at(two, start.length + 1));
  const end = nodes[at(three, nodes.length)] as Text;
  range.setEnd(end, at(four, end.length + 1));
  return range;
}

const trees = fc.array(tree, { minLength: 1, maxLength: 6 });
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const shares = fc.tuple(share, share, share, share);

test('on an unchanged page, find returns the very range that was described', () => {
  fc.assert(
    fc.property(trees, shares, (given, at) => {
      plant(given);
      const nodes = texts(document.body);
      if (nodes.length === 0) return;
      const range = rangeFrom(nodes, at);
      const before = places(range);
      const anchor = JSON.parse(JSON.stringify(describe(range, document.body))) as TextAnchor;
      const found = find(anchor, document.body);
      if (anchor.quote.exact !== '') expect(places(found?.range)).toEqual(before);
    }),
    { numRuns: 400 },
  );
});

test('an anchor without its path still finds the same visible words', () => {
  fc.assert(
    fc.property(trees, shares, (given, at) => {
      plant(given);
      const nodes = texts(document.body);
      if (nodes.length === 0) return;
      const range = rangeFrom(nodes, at);
      const { path: _path, ...anchor } = describe(range, document.body);
      const page = pageText(document.body);
      if (!anchor.position || anchor.position.end <= anchor.position.start) return;
      const found = find(anchor as TextAnchor, document.body);
      expect(found).not.toBeNull();
      if (!found || range.startContainer.getRootNode() !== range.endContainer.getRootNode()) return;
      const { startContainer, startOffset } = found.range;
      expect(page.positionOf({ node: startContainer, offset: startOffset })).toBe(anchor.position?.start);
    }),
    { numRuns: 300 },
  );
});

test('find never throws, on any JSON', () => {
  show('<p>Some words that are here, again and again: words, words, words.</p>');
  const anchor = describe(rangeFrom(texts(document.body), [0, 0.1, 0, 0.6]));
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        kind: fc.constantFrom('words', 'field', 7),
        quote: fc.oneof(
          fc.jsonValue(),
          fc.record(
            { exact: fc.string(), prefix: fc.string(), suffix: fc.string(), tail: fc.string() },
            { requiredKeys: [] },
          ),
        ),
        position: fc.oneof(fc.jsonValue(), fc.record({ start: fc.double(), end: fc.integer() })),
        seen: fc.oneof(
          fc.jsonValue(),
          fc.record({
            count: fc.integer(),
            twins: fc.nat(),
            turn: fc.nat(),
            rivals: fc.jsonValue(),
            landmarks: fc.jsonValue(),
            block: fc.jsonValue(),
          }),
        ),
        key: fc.oneof(fc.jsonValue(), fc.record({ attr: fc.string(), value: fc.string() })),
        path: fc.oneof(
          fc.jsonValue(),
          fc.record({ start: fc.string(), end: fc.constantFrom('0/0:1', 's/f:0', '0:99', ':') }),
        ),
      },
      { requiredKeys: [] },
    ),
    fc.jsonValue().map(value => ({ ...anchor, seen: value })),
  );
  fc.assert(
    fc.property(anything, value => {
      find(value as unknown as TextAnchor);
    }),
    { numRuns: 1500 },
  );
});

test('the cached index equals a fresh index of the page', () => {
  const step = fc.record({
    kind: fc.constantFrom('move', 'remove', 'add', 'hide', 'type', 'clear'),
    one: share,
    two: share,
  });
  fc.assert(
    fc.property(
      trees,
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      (given, rounds) => {
        plant(given);
        pageText(document.body);
        for (const round of rounds) {
          for (const { kind, one, two } of round) change(kind, one, two);
          const kept = pageText(document.body);
          const fresh = new PageText(document.body);
          for (const _ of fresh.build());
          expect(kept.text).toBe(fresh.text);
          expect(kept.pieceList).toEqual(fresh.pieceList);
        }
      },
    ),
    { numRuns: 200 },
  );
});

function change(kind: string, one: number, two: number): void {
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')];
  const pick = (at: number) => elements[Math.floor(at * elements.length)];
  const element = pick(one);
  const other = pick(two);
  if (!element || !other) return;
  if (kind === 'move' && !element.contains(other)) other.before(element);
  if (kind === 'remove') element.remove();
  if (kind === 'add') element.append('new words', document.createElement('b'));
  if (kind === 'hide') element.hidden = !element.hidden;
  if (kind === 'type' && element.firstChild instanceof Text) element.firstChild.data += ' typed';
  if (kind === 'clear') element.replaceChildren();
}
