/**
 * A single-page CRM: two records under two addresses, drawn by script. As in real ones, the address changes at once
 * and the record follows a little later.
 */
import { opportunities } from '/assets/opportunities.js';

const LAG_MS = 300;
const STAGES = ['Lead', 'Qualified', 'Demo', 'Proposal', 'Won'];
const main = document.querySelector('#record');

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

function field({ key, label, value, input }) {
  const wide = input === 'textarea' ? ' wide' : '';
  const box = element('div', { class: `field${wide}`, 'data-field': key });
  const shown = input
    ? element(input, { id: `field-${key}`, name: key, 'data-value': '' })
    : element('span', { 'data-value': '' }, value);
  if (input) {
    shown.value = value;
    if (input === 'input') shown.type = 'text';
    box.append(element('label', { for: shown.id, 'data-label': '' }, label));
  } else {
    box.append(element('span', { 'data-label': '' }, label));
  }
  box.append(shown);
  return box;
}

function activity({ type, date, text }) {
  return element('li', {}, element('h3', {}, type), element('time', {}, date), element('p', {}, text));
}

const idOf = () => location.pathname.split('/').filter(Boolean).at(-1);

function draw() {
  const record = opportunities[idOf()];
  main.classList.remove('loading');
  if (!record) {
    main.replaceChildren(
      element('h1', {}, 'Nothing here'),
      element('p', {}, 'This opportunity does not exist.'),
    );
    return;
  }
  document.title = `${record.title} · Harbour CRM`;
  const now = STAGES.indexOf(record.stage);
  const others = Object.entries(opportunities).filter(([id]) => id !== idOf());
  main.replaceChildren(
    element(
      'div',
      { class: 'head' },
      element('p', {}, 'Opportunity'),
      element('h1', { 'data-record-title': '' }, record.title),
      element(
        'nav',
        { 'aria-label': 'Other opportunities of this account' },
        ...others.map(([id, other]) =>
          element('a', { href: `/crm/opportunities/${id}`, 'data-open': id }, `Next: ${other.title}`),
        ),
      ),
    ),
    element(
      'ol',
      { class: 'path', 'aria-label': 'Stage' },
      ...STAGES.map((stage, i) => element('li', { class: i < now ? 'done' : i === now ? 'now' : '' }, stage)),
    ),
    element(
      'div',
      { class: 'columns' },
      element(
        'section',
        { class: 'card' },
        element('h2', {}, 'Details'),
        element('div', { class: 'fields' }, ...record.fields.map(field)),
      ),
      element(
        'section',
        { class: 'card' },
        element('h2', {}, 'Activity'),
        element('ol', { class: 'activities' }, ...record.activities.map(activity)),
      ),
    ),
  );
}

let drawing;
function drawLater() {
  main.classList.add('loading');
  clearTimeout(drawing);
  drawing = setTimeout(draw, LAG_MS);
}

document.addEventListener('click', event => {
  const link = event.target.closest('a');
  if (!link?.dataset.open) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  drawLater();
});
addEventListener('popstate', drawLater);
draw();
