import { beforeEach, expect, test } from 'vitest';
import { describe, find } from '#lib/anchors/text/index.ts';
import { anchorSchema } from '#lib/records/anchor.ts';
import { places, rangeOf, show, texts } from './page.ts';

const STORY = `
  <h1>Northwind renewal</h1>
  <p>The buyer said that <b>budget</b> comes up for review in May, and that nobody had asked him why.</p>
  <p>We agreed on “next steps” — a call on Tuesday with the finance team, and a short summary by e-mail.</p>
  <ul><li>Call</li><li>Call</li><li>Call</li><li>Call</li></ul>
  <p>Ana wrote the summary on the same day. The finance team answered within a week.</p>`;

beforeEach(() => {
  show(STORY);
});

test('an anchor is plain JSON that the records accept', () => {
  const anchor = describe(rangeOf('comes up for review'));
  const copy = JSON.parse(JSON.stringify(anchor));
  expect(copy).toEqual(anchor);
  expect(anchorSchema.parse(copy)).toEqual(anchor);
  expect(anchor.quote.exact).toBe('comes up for review');
  expect(anchor.quote.prefix).toMatch(/that budget$/);
});

test('on an unchanged page find returns the very range that was described', () => {
  const range = document.createRange();
  range.setStart(rangeOf('said').startContainer, 4);
  range.setEnd(document.querySelector('ul') as Element, 2);
  const found = find(describe(range));
  expect(places(found?.range)).toEqual(places(range));
  expect(found?.status).toBe('same');
});

test('each of several equal words is found as itself', () => {
  for (const number of [0, 1, 2, 3]) {
    const range = rangeOf('Call', number);
    expect(places(find(describe(range))?.range)).toEqual(places(range));
  }
});

test('one of several equal words is not taken for another that was deleted', () => {
  const anchor = describe(rangeOf('Call', 1));
  document.querySelectorAll('li')[1]?.remove();
  expect(find(anchor)).toBeNull();
});

test('words in a row with a key are found after the rows are sorted', () => {
  const list = show(
    '<ul><li data-id="k1901"><i>Call</i> Ana</li><li data-id="k1902"><i>Call</i> Ana</li><li data-id="k1903"><i>Call</i> Ana</li></ul>',
  ).querySelector('ul') as Element;
  const range = rangeOf('Call', 1);
  const text = range.startContainer;
  const anchor = describe(range);
  list.append(...[...list.children].reverse());
  list.prepend(list.children[1] as Element);
  expect(find(anchor)?.range.startContainer).toBe(text);
});

test.each([
  [
    'a word in it',
    'that budget comes up for review in May',
    (p: string) => p.replace('review', 'renewal'),
    'edited',
  ],
  [
    'words before it',
    'comes up for review in May',
    (p: string) => p.replace('The buyer said', 'A new man told us'),
    'same',
  ],
  [
    'other quotes and dashes',
    '“next steps” — a call',
    (p: string) => p.replace('“next steps” — ', '"next steps" - '),
    'same',
  ],
  ['no-break spaces', 'finance team', (p: string) => p.replaceAll(' ', '\u00a0'), 'same'],
])('words are found after a change of %s', (_what, words, change, status) => {
  const [first = ''] = words.split(' ');
  const node = texts(document.body).find(({ data }) => data.includes(words) || data.includes(`${first} `));
  const range = words.includes('budget') ? document.createRange() : rangeOf(words);
  if (words.includes('budget')) {
    range.setStart(rangeOf('budget').startContainer, 0);
    range.setEnd(rangeOf('in May').endContainer, rangeOf('in May').endOffset);
  }
  const anchor = describe(range);
  for (const text of texts(document.body)) text.data = change(text.data);
  expect(node).toBeDefined();
  expect(find(anchor)?.status).toBe(status);
});

test('quotation marks and dashes at a quote’s edges stay in it, whatever mark-up comes in between', () => {
  show('<p>He called it “the last word” —and left.</p>');
  const anchor = describe(rangeOf('“the last word” —'));
  show('<p>He called it <b>“</b><i>the last word</i>” <b>—</b>and left.</p>');
  expect(find(anchor)?.range.toString()).toBe('“the last word” —');
});

test('words are found in their paragraph after it has moved', () => {
  const range = rangeOf('The finance team answered within a week.');
  const anchor = describe(range);
  const paragraphs = document.querySelectorAll('p');
  paragraphs[0]?.before(paragraphs[2] as Element);
  expect(find(anchor)?.range.toString()).toBe('The finance team answered within a week.');
});

test('deleted words become an orphan, even if other words look like them', () => {
  const anchor = describe(rangeOf('Ana wrote the summary on the same day.'));
  rangeOf('Ana wrote the summary on the same day.').deleteContents();
  document.body.append('Ana wrote the report on another day, and the summary was late.');
  expect(find(anchor)).toBeNull();
});

/** From the beginning of some words to the end of others. */
function rangeBetween(first: string, last: string): Range {
  const range = rangeOf(first);
  const end = rangeOf(last);
  range.setEnd(end.endContainer, end.endOffset);
  return range;
}

test('a quote over two paragraphs ends with the first after the second was removed', () => {
  const anchor = describe(rangeBetween('comes up for review', 'on Tuesday with the finance'));
  document.querySelectorAll('p')[1]?.remove();
  const found = find(anchor);
  expect(found?.range.toString()).toBe('comes up for review in May, and that nobody had asked him why.');
  expect(found?.status).toBe('edited');
});

test('a quote over two paragraphs begins with the second after the first was removed', () => {
  const anchor = describe(rangeBetween('had asked him why.', 'on Tuesday with the finance'));
  document.querySelectorAll('p')[0]?.remove();
  expect(find(anchor)?.range.toString()).toBe(
    'We agreed on “next steps” — a call on Tuesday with the finance',
  );
});

test('a new beginning of a paragraph belongs to the quote that the paragraph began with', () => {
  const anchor = describe(rangeOf('We agreed on “next steps” — a call on Tuesday'));
  const text = rangeOf('We agreed on').startContainer as Text;
  text.data = text.data.replace('We agreed on', 'Both of us settled');
  const before = rangeOf('asked him why.').startContainer as Text;
  before.data = before.data.replace('asked him why.', 'thought of it before.');
  expect(find(anchor)?.range.toString()).toBe('Both of us settled “next steps” — a call on Tuesday');
});

/** Rows of cells, none of which has a name of its own. */
function showRows(rows: string[]): void {
  show(
    `<table>${rows.map(row => `<tr><td>${row.split(' | ').join('</td><td>')}</td></tr>`).join('')}</table>`,
  );
}

const ROWS = [
  'Sent proposal | Held | Ana Ruiz | 2026-01-21',
  'Left voicemail | Open | Ben Okafor | 2026-02-03',
  'Pricing question | Done | Chloe Martin | 2026-02-11',
  'Follow up | Planned | Ben Okafor | 2026-02-19',
  'Discovery call | Held | Dana Levi | 2026-03-02',
];

test('for a quote over many cells, the edges near both of its ends are kept', () => {
  showRows(Array.from({ length: 20 }, (_, at) => `Call ${at} | Held | Ana Ruiz | 2026-01-${at + 10}`));
  const anchor = describe(rangeBetween('Call 2', 'Call 17'));
  const breaks = anchor.seen?.breaks ?? [];
  const length = (anchor.position?.end ?? 0) - (anchor.position?.start ?? 0);
  expect(breaks.length).toBe(32);
  expect(breaks.some(at => at <= 0)).toBe(true);
  expect(breaks.some(at => at >= length)).toBe(true);
});

test('a name in a removed row is not found in the next row with that name', () => {
  showRows(ROWS);
  const anchor = describe(rangeOf('Ben Okafor', 0));
  expect(places(find(anchor)?.range)).toEqual(places(rangeOf('Ben Okafor', 0)));
  showRows(ROWS.toSpliced(1, 1));
  expect(find(anchor)).toBeNull();
});

test('a name in a row is found after other rows were added and removed', () => {
  showRows(ROWS);
  const anchor = describe(rangeOf('Ben Okafor', 1));
  showRows(['Next steps agreed | Open | Emil Novak | 2026-03-09', ...ROWS.toSpliced(1, 1)]);
  expect(places(find(anchor)?.range)).toEqual(places(rangeOf('Ben Okafor', 0)));
});

test('hidden words are an orphan, and are found when they are shown again', () => {
  const anchor = describe(rangeOf('within a week'));
  const paragraph = document.querySelectorAll('p')[2] as HTMLElement;
  paragraph.hidden = true;
  expect(find(anchor)).toBeNull();
  paragraph.hidden = false;
  expect(find(anchor)?.range.toString()).toBe('within a week');
});

test('a quote that is too long to keep is found from its beginning to its end', () => {
  show(
    `<p>Before it.</p>${Array.from({ length: 60 }, (_, at) => `<p>Sentence number ${at} of the long story.</p>`).join('')}<p>After.</p>`,
  );
  const range = document.createRange();
  range.setStart(rangeOf('Sentence number 3 ').startContainer, 0);
  range.setEnd(rangeOf('number 55 of the long story.').endContainer, 9);
  const anchor = describe(range);
  document.body.prepend(document.createElement('p'));
  document.querySelector('p')?.append('Something new on top');
  const found = find(anchor);
  expect(found?.range.toString()).toBe(range.toString().trim());
});

test('words are found in an open shadow root and in a frame of the same origin', () => {
  show(
    '<p>Outside</p><div id="host"></div><iframe srcdoc="<p>Inside the frame there are words.</p>"></iframe>',
  );
  const shadow = (document.querySelector('#host') as Element).attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p>Inside the shadow there are words too.</p>';
  const range = rangeOf('the shadow there', 0, shadow);
  expect(places(find(describe(range))?.range)).toEqual(places(range));
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  return new Promise<void>(resolve => {
    frame.addEventListener('load', () => {
      const inside = rangeOf('frame there are', 0, (frame.contentDocument as Document).body);
      const anchor = describe(inside);
      expect(find(anchor)?.range.toString()).toBe('frame there are');
      expect(find(anchor)?.range.startContainer.ownerDocument).toBe(frame.contentDocument);
      resolve();
    });
  });
});

test('finding and describing change nothing in the page', async () => {
  const anchor = describe(rangeOf('comes up for review'));
  const records: MutationRecord[] = [];
  const observer = new MutationObserver(list => records.push(...list));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  describe(rangeOf('finance team'));
  find(anchor);
  find({ ...anchor, quote: { ...anchor.quote, exact: 'comes up for renewal' } });
  expect([...records, ...observer.takeRecords()]).toEqual([]);
});

test('what is described can be stored, also of words that stand on the page many times', () => {
  show(
    `<h1>Why we moved our office</h1>${'<p>The office was too small. The office is blue.</p>'.repeat(12)}`,
  );
  for (const paragraph of document.querySelectorAll('p')) {
    const [node] = paragraph.childNodes;
    const range = document.createRange();
    range.setStart(node as Node, 4);
    range.setEnd(node as Node, 10);
    const anchor = describe(range);
    expect(anchor.seen?.rivals?.length).toBeGreaterThan(0);
    expect(anchorSchema.safeParse(JSON.parse(JSON.stringify(anchor))).error).toBeUndefined();
  }
});
