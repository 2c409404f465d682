import { expect, test } from 'vitest';
import { MAX_OCCURRENCES, occurrences } from '#lib/anchors/text/candidates.ts';
import { chain } from '#lib/anchors/text/chain.ts';
import { describe, find } from '#lib/anchors/text/index.ts';
import { PageText } from '#lib/anchors/text/page-text.ts';
import type { TextAnchor } from '#lib/records/anchor.ts';
import { places, rangeOf, show } from './page.ts';

/** How often building the index offers to pause. */
function pausesOf(root: Node): number {
  let pauses = 0;
  for (const _ of new PageText(root).build()) pauses++;
  return pauses;
}

test('ten thousand nested elements neither overflow the stack nor lose the words', () => {
  show('');
  let inner: Element = document.body;
  for (let depth = 0; depth < 10_000; depth++) inner = inner.appendChild(document.createElement('div'));
  inner.append('the words at the bottom of it all');
  const range = rangeOfNode(inner.firstChild as Text, 4, 9);
  const anchor = describe(range);
  expect(JSON.stringify(anchor).length).toBeLessThan(4000);
  expect(places(find(anchor)?.range)).toEqual(places(range));
  expect(pausesOf(document.body)).toBeLessThan(20);
  document.body.replaceChildren();
});

test('five megabytes in one text node are indexed as one piece, and an anchor in them stays small', () => {
  show('<pre></pre>');
  const words = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit. ';
  const node = document.createTextNode(words.repeat(90_000));
  document.querySelector('pre')?.append(node);
  const range = rangeOfNode(node, 2_500_000, 2_500_040);
  const anchor = describe(range);
  expect(JSON.stringify(anchor).length).toBeLessThan(4000);
  expect(places(find(anchor)?.range)).toEqual(places(range));
  expect(occurrences(new PageTextOf(document.body), 'ipsum', false).length).toBe(MAX_OCCURRENCES);
  document.body.replaceChildren();
});

test('words are found though zero-width characters stand between all their letters', () => {
  show('<p>What the buyer really said about the budget.</p>');
  const anchor = describe(rangeOf('really said'));
  show(`<p>${[...'What the buyer really said about the budget.'].join('\u200b')}</p>`);
  expect(find(anchor)?.range.toString().replaceAll('\u200b', '')).toBe('really said');
});

test('characters that no page should contain do not swallow others', () => {
  show('<p></p><p></p>');
  const [one, other] = document.querySelectorAll('p');
  one?.append('What\0 the bu\ud83d', 'yer\uffff said');
  other?.append('\ude00 about\0 the budget');
  for (const words of ['What', 'the bu', 'said', 'about', 'the budget']) {
    const range = rangeOf(words);
    const anchor = describe(range);
    expect(places(find(anchor)?.range), words).toEqual(places(range));
    const far = { ...anchor, path: undefined };
    expect(places(find(far)?.range), words).toEqual(places(range));
  }
});

test('aligning texts that repeat themselves stays cheap', () => {
  const runs = chain('ab'.repeat(300), 'ab'.repeat(900));
  expect(runs.length).toBeLessThanOrEqual(400);
});

test('an anchor of several megabytes is read only up to the usual limits', () => {
  show('<p>Short page.</p>');
  const long = 'x'.repeat(5_000_000);
  const anchor = {
    kind: 'words',
    quote: { exact: long, prefix: long, suffix: long },
    seen: { rivals: Array(1e5).fill({}) },
  };
  expect(find(anchor as unknown as TextAnchor)).toBeNull();
});

function rangeOfNode(node: Text, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

class PageTextOf extends PageText {
  constructor(root: Node) {
    super(root);
    for (const _ of this.build());
  }
}
