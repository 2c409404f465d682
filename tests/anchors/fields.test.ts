import { beforeEach, expect, test } from 'vitest';
import { describeField, fieldAt, findField, listFields } from '#lib/anchors/field/field.ts';
import { fieldAnchor } from '#lib/records/anchor.ts';
import { show } from './page.ts';

const RECORD = `
  <form>
    <label for="stage">Stage:</label><select id="stage"><option>New</option><option selected>Proposal</option></select>
    <label>Next step <input value="Call Ana"></label>
    <input aria-label="Amount" value="12,000">
    <span id="own">Owner</span><input aria-labelledby="own" value="Ben">
    <label>Password <input type="password" value="secret"></label>
    <label>Card <input autocomplete="cc-number" value="4111"></label>
    <input type="hidden" value="x" aria-label="Hidden">
  </form>
  <dl><dt>Source</dt><dd>Web</dd></dl>
  <table><tr><th>Close date</th><td>2026-03-01</td></tr></table>
  <div class="grid">
    <div class="cell"><div>Account</div><div>Northwind</div></div>
    <div class="cell"><div>Contact</div><div>Ana Ruiz</div></div>
  </div>
  <div class="field"><div class="field-label">Budget</div><div class="field-value">Unknown</div></div>`;

beforeEach(() => {
  show(RECORD);
});

const at = (selector: string) => document.querySelector(selector) as Element;

test('listFields lists all labelled visible fields in reading order, and never a private one', () => {
  expect(listFields().map(({ label, value }) => [label, value])).toEqual([
    ['Stage', 'Proposal'],
    ['Next step', 'Call Ana'],
    ['Amount', '12,000'],
    ['Owner', 'Ben'],
    ['Source', 'Web'],
    ['Close date', '2026-03-01'],
    ['Account', 'Northwind'],
    ['Contact', 'Ana Ruiz'],
    ['Budget', 'Unknown'],
  ]);
});

test.each([
  ['the control', '#stage', 'Stage'],
  ['its label', 'label[for=stage]', 'Stage'],
  ['a wrapping label', 'label > input', 'Next step'],
  ['dt', 'dt', 'Source'],
  ['dd', 'dd', 'Source'],
  ['th', 'th', 'Close date'],
  ['a label over its value', '.cell > div', 'Account'],
  ['a value under its label', '.field-value', 'Budget'],
])('from %s one reaches the field', (_what, selector, label) => {
  expect(fieldAt(at(selector))?.label).toBe(label);
});

test.each(['input[type=password]', 'input[autocomplete]', 'h1, body'])(
  'fieldAt finds no field at %s',
  selector => {
    expect(fieldAt(at(selector))).toBeNull();
  },
);

test('a field with a new value is found as edited, also in a new layout, and the anchor keeps the old value', () => {
  const box = fieldAt(at('#stage'));
  if (!box) throw new Error('no field');
  const anchor = describeField(box);
  expect(fieldAnchor.parse(anchor)).toMatchObject({ label: 'Stage', value: 'Proposal' });
  expect(findField(anchor)).toMatchObject({ status: 'same', value: 'Proposal' });
  show('<dl><dt>Owner</dt><dd>Ben</dd><dt>Stage</dt><dd>Won</dd></dl>');
  expect(findField(anchor)).toMatchObject({ status: 'edited', value: 'Won' });
  expect(anchor.value).toBe('Proposal');
  show('<dl><dt>Owner</dt><dd>Ben</dd></dl>');
  expect(findField(anchor)).toBeNull();
});

test('a site definition names the fields, and its key counts more than a label', () => {
  const definition = {
    fieldPattern: { container: '.cell', key: { attr: 'data-name' }, label: '.label', value: '.field' },
    fields: [{ key: 'owner', css: ['.nothing', '.owner'] }],
  };
  const cell = (name: string, label: string, value: string) =>
    `<div class="cell" data-name="${name}"><b class="label">${label}</b><i class="field">${value}</i></div>`;
  show(`${cell('stage', 'Stage', 'New')}${cell('type', 'Type', 'New')}<p class="owner">Ana</p>`);
  const boxes = listFields(document, definition);
  expect(boxes.map(({ key }) => key)).toEqual(['stage', 'type', 'owner']);
  const box = fieldAt(at('[data-name=type] .label'), definition);
  if (!box) throw new Error('no field');
  const anchor = describeField(box, definition);
  expect(anchor.key).toBe('type');
  show(`${cell('type', 'Art', 'Neu')}${cell('stage', 'Phase', 'Neu')}`);
  expect(findField(anchor, document, definition)).toMatchObject({ status: 'edited', value: 'Neu' });
  expect(findField(anchor, document, definition)?.element.parentElement?.getAttribute('data-name')).toBe(
    'type',
  );
});

test('of several fields with one label, the value tells which was meant, else their order does, as unsure', () => {
  const two = (one: string, other: string) =>
    show(`<dl><dt>Phone</dt><dd>${one}</dd></dl><dl><dt>Phone</dt><dd>${other}</dd></dl>`);
  two('111', '222');
  const box = fieldAt(document.querySelectorAll('dd')[1] as Element);
  if (!box) throw new Error('no field');
  const anchor = describeField(box);
  two('222', '333');
  expect(findField(anchor)).toMatchObject({ status: 'same', value: '222' });
  two('444', '555');
  expect(findField(anchor)).toMatchObject({ status: 'unsure', value: '555' });
  show('<dl><dt>Phone</dt><dd>1</dd><dt>Phone</dt><dd>2</dd><dt>Phone</dt><dd>3</dd></dl>');
  expect(findField(anchor)).toBeNull();
});

test('finding a field never throws, whatever the anchor and the selectors are', () => {
  for (const anchor of [null, {}, { label: 7 }, { label: 'Stage', mark: { attr: '"]', value: '\\' } }]) {
    findField(anchor as never, document, { fieldPattern: { value: ':::', container: '[[' } });
  }
});

const typography = (label: string, value: string) =>
  `<div class="css-k3 stack"><p class="css-9 typography body">${label}</p>${value}</div>`;

test.each([
  [
    'beside each other',
    typography('Stage', '<span>Proposal</span>') + typography('Amount', '<span>12,000</span>'),
  ],
  ['both as paragraphs', typography('Stage', '<p>Proposal</p>') + typography('Amount', '<p>12,000</p>')],
  [
    'named by its class',
    '<div><p class="css-9 KitLabeled-label">Stage</p><span id="one">Proposal</span></div>',
  ],
])('a label may be a paragraph: %s', (_what, html) => {
  show(html);
  expect(listFields().find(({ label }) => label === 'Stage')?.value).toBe('Proposal');
  expect(fieldAt(document.querySelector('p') as Element)?.label).toBe('Stage');
});

test('a sentence is the label of nothing', () => {
  const line = (text: string) => `<div><p>${text}</p><p>And so we went on.</p></div>`;
  show(line('She named the price first.') + line('Who signs?'));
  expect(listFields()).toEqual([]);
});
