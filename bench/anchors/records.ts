/** Record pages as CRMs show them: few words, again and again. With and without attributes that tell rows apart. */
import type { Chance } from './chance.ts';
import type { Edit } from './edits.ts';
import { type Model, write } from './model.ts';

const KINDS = ['Call', 'E-mail', 'Meeting', 'Task', 'Note'];
const PEOPLE = ['Ana Ruiz', 'Ben Okafor', 'Chloe Martin', 'Dana Levi', 'Emil Novak'];
const STATES = ['Open', 'Done', 'Planned', 'Held', 'Not Held'];
const SUBJECTS = [
  'Left voicemail',
  'Follow up',
  'Discovery call',
  'Sent proposal',
  'Pricing question',
  'Next steps agreed',
];
const FIELDS = [
  'Stage',
  'Owner',
  'Amount',
  'Close Date',
  'Next Step',
  'Source',
  'Type',
  'Probability',
  'Account',
  'Contact',
];
const VALUES = [
  'Qualified',
  'Proposal',
  'Negotiation',
  'Ana Ruiz',
  '12,000',
  '2026-03-01',
  'Call back',
  'Web',
  'New',
  '40 %',
  '–',
  'Northwind',
];
const ROWS = 40;

/** The HTML of a record: fields, related lists, an activity stream. `keyed`: rows and fields bear names of their own. */
export function recordPage(chance: Chance, keyed: boolean): string {
  const field = (name: string, group: string) => {
    const key = keyed ? ` data-field="${group}-${name.toLowerCase().replace(' ', '_')}"` : '';
    return `<div class="cell"${key}><span class="label">${name}</span><div class="value">${chance.pick(VALUES)}</div></div>`;
  };
  const group = (title: string) =>
    `<section><h3>${title}</h3><div class="grid">${FIELDS.map(name => field(name, title)).join('')}</div></section>`;
  const table = `<table><thead><tr><th>Subject</th><th>State</th><th>Owner</th><th>Due</th></tr></thead><tbody>${Array.from({ length: ROWS }, () => tableRow(chance, keyed)).join('')}</tbody></table>`;
  const stream = `<ul>${Array.from({ length: ROWS }, () => streamRow(chance, keyed)).join('')}</ul>`;
  return `<main><h1>Northwind renewal</h1>${['Overview', 'Details', 'Billing'].map(group).join('')}<h3>Tasks</h3>${table}<h3>Activity</h3>${stream}</main>`;
}

function date(chance: Chance): string {
  return `2026-0${1 + chance.below(3)}-${String(1 + chance.below(28)).padStart(2, '0')}`;
}

function rowKey(chance: Chance, keyed: boolean): string {
  return keyed ? ` data-id="a${chance.below(1e9).toString(36)}"` : '';
}

function tableRow(chance: Chance, keyed: boolean): string {
  return `<tr${rowKey(chance, keyed)}><td>${chance.pick(SUBJECTS)}</td><td>${chance.pick(STATES)}</td><td>${chance.pick(PEOPLE)}</td><td>${date(chance)}</td></tr>`;
}

function streamRow(chance: Chance, keyed: boolean): string {
  return `<li${rowKey(chance, keyed)}><div class="kind">${chance.pick(KINDS)}</div><div>${chance.pick(PEOPLE)}</div><div>${chance.pick(SUBJECTS)}</div><div>${date(chance)}</div></li>`;
}

function rows(root: Element): Element[] {
  return [...root.querySelectorAll('tbody > tr, ul > li')];
}

const rowsAdded: Edit = (_model, root, chance) => {
  const keyed = root.querySelector('[data-id]') !== null;
  for (const list of root.querySelectorAll('tbody, ul')) {
    const make = list.localName === 'ul' ? streamRow : tableRow;
    for (let count = 2 + chance.below(5); count > 0; count--) {
      const at = chance.next() < 0.6 ? 'afterbegin' : 'beforeend';
      list.insertAdjacentHTML(at, make(chance, keyed));
    }
  }
};

const rowsDeleted: Edit = (_model, root, chance) => {
  for (const row of rows(root)) if (chance.next() < 0.2) row.remove();
};

const rowsSorted: Edit = (_model, root) => {
  for (const list of root.querySelectorAll('tbody, ul')) list.append(...[...list.children].reverse());
};

/** Some values are others now; a note on an old value has lost its words. */
const valuesChanged: Edit = (model, _root, chance) => {
  for (const line of model.lines) {
    const isValue = line.node.parentElement?.matches('.value, td') ?? false;
    if (!isValue || chance.next() >= 0.15) continue;
    const text = chance.pick(VALUES);
    const [old] = line.tokens;
    line.tokens = text.split(' ').map((word, at, all) => ({
      // The new value stands in the place of the old, as another word in that of a word.
      id: old?.id ?? -1,
      replaced: true,
      text: word,
      gap: at < all.length - 1 ? ' ' : '',
    }));
    write(line);
  }
};

/** Every node is another, as after a framework's re-render. */
const renderedAgain: Edit = (model: Model, root) => {
  const copies = [...root.childNodes].map(node => node.cloneNode(true));
  const texts = (nodes: Iterable<Node>) =>
    [...nodes].flatMap(node => {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (walker.nextNode()) found.push(walker.currentNode as Text);
      return found;
    });
  const before = texts(root.childNodes);
  const after = texts(copies);
  const copyOf = new Map(before.map((node, at) => [node, after[at]]));
  root.replaceChildren(...copies);
  for (const line of model.lines) line.node = copyOf.get(line.node) ?? line.node;
};

const everything: Edit = (model, root, chance, quotes) => {
  valuesChanged(model, root, chance, quotes);
  rowsDeleted(model, root, chance, quotes);
  rowsAdded(model, root, chance, quotes);
  renderedAgain(model, root, chance, quotes);
};

export const recordEdits: Record<string, Edit> = {
  'rows added': rowsAdded,
  'rows deleted': rowsDeleted,
  'rows sorted': rowsSorted,
  'values changed': valuesChanged,
  'rendered again': renderedAgain,
  'all at once': everything,
};
