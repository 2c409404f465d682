/** From an element that somebody pointed at, selectors come that find its counterpart on the next record. */
import { describe, expect, test } from 'vitest';
import { readText } from '#lib/artifacts/read-text.ts';
import { fieldPatternFor, readersFor, selectorsFor } from '#lib/artifacts/teach/describe-element.ts';
import { openPage } from '../page.ts';

const URL = 'https://crm.acme.example/deals/42';
const find = (document: Document, css: string) => {
  const element = document.querySelector(css);
  if (!element) throw new Error(`The page has no ${css}.`);
  return element;
};
/** What the selectors from the first page read on the second. */
function onTheNext(first: string, second: string, pointed = '[data-x]'): string {
  const { document } = openPage(URL, first);
  const readers = readersFor(find(document, pointed));
  return readText(openPage(URL, second).document, readers);
}

describe('what was pointed at is found on the next record', () => {
  test.each([
    ['by a test id', '<b data-x data-testid="deal-name">A</b>', '<i>Z</i><b data-testid="deal-name">B</b>'],
    [
      'by a class that says what it is',
      '<b data-x class="p-2 deal-title css-1x2y3z">A</b>',
      '<b class="deal-title">B</b>',
    ],
    ['by its heading', '<h1 data-x>A</h1>', '<p>Z</p><h1>B</h1>'],
    [
      'by what it stands in',
      '<div class="owner-box"><span data-x>A</span></div><span>Z</span>',
      '<span>Z</span><div class="owner-box"><span>B</span></div>',
    ],
    ['in an input', '<input data-x name="subject" value="A">', '<input name="subject" value="B">'],
    [
      'by its position, if nothing names it',
      '<div><p>Z</p><p data-x>A</p></div>',
      '<div><p>Z</p><p>B</p></div>',
    ],
  ])('on the next record, what was pointed at is found %s', (_, first, second) =>
    expect(onTheNext(first, second)).toBe('B'),
  );
});

describe('names that will not last are not relied on', () => {
  test.each(['deal-42-title', 'a8f3e2b19c', 'react-aria-12', ':r1:', 'ember1234', 'css-1x2y3z'])(
    'the id %s is not relied on',
    id => {
      const { document } = openPage(URL, `<h1 id="${id}">A</h1>`);
      expect(selectorsFor(find(document, 'h1')).join()).not.toContain(id);
    },
  );
});

test('a selector finds only its element among a hundred similar ones', () => {
  const rows = Array.from({ length: 100 }, (_, i) => `<li class="row-item">Deal ${i}</li>`).join('');
  const { document } = openPage(URL, `<h1 class="deal-name">A</h1><ul>${rows}</ul>`);
  const third = document.querySelectorAll('li')[2] as Element;
  for (const css of selectorsFor(third)) expect([...document.querySelectorAll(css)]).toEqual([third]);
});

describe('the pattern of all fields, from one value', () => {
  test.each([
    [
      'boxes with their own names',
      ['stage', 'amount']
        .map(
          n =>
            `<div class="cell" data-field="${n}"><label>${n}</label><span class="v" ${n === 'amount' ? 'data-x' : ''}>1</span></div>`,
        )
        .join(''),
      2,
    ],
    [
      'rows of a table',
      '<table><tr><th>Stage</th><td data-x>Won</td></tr><tr><th>Amount</th><td>1</td></tr></table>',
      2,
    ],
    [
      'pairs in boxes',
      '<div class="pair"><div>Stage</div><div data-x>Won</div></div><div class="pair"><div>Amount</div><div>1</div></div>',
      2,
    ],
  ])('%s', (_, html, count) => {
    const { document } = openPage(URL, html);
    const pattern = fieldPatternFor(find(document, '[data-x]'));
    const boxes = [...document.querySelectorAll(pattern?.container ?? 'nothing')];
    expect(boxes).toHaveLength(count);
    for (const box of boxes) {
      expect(box.querySelector(pattern?.value ?? '')?.textContent).toMatch(/Won|1/);
      expect(box.querySelector(pattern?.label ?? '')?.textContent).toMatch(/stage|amount/i);
    }
  });
  test('a text that is no field gives no pattern for fields', () => {
    const { document } = openPage(URL, '<p><b data-x>Alone</b></p>');
    expect(fieldPatternFor(find(document, '[data-x]'))).toBeUndefined();
  });
});
