/** A CRM of nobody's, which no definition knows: three deals, each a page of its own, and a single-page view of them. */
import type { RequestListener } from 'node:http';

const deals: Record<string, { name: string; owner: string; stage: string }> = {
  '1041': { name: 'Cold storage for Aalborg', owner: 'Jonas Petersen', stage: 'Proposal' },
  '1042': { name: 'Forklift lease, north site', owner: 'Mira Holm', stage: 'Negotiation' },
};

const page = (id: string) => {
  const deal = deals[id];
  if (!deal)
    return '<main><h1>All deals</h1><p>Two deals are open in this quarter, and both are listed here.</p></main>';
  const field = (name: string, label: string, value: string) =>
    `<div class="field-row" data-field="${name}"><span class="field-label">${label}</span><span class="field-value">${value}</span></div>`;
  return `<main><h2 class="app-name">Nordlys Sales</h2>
<div class="deal-head"><span class="deal-title">${deal.name}</span></div>
<section>${field('account_manager', 'Account manager', deal.owner)}${field('stage', 'Stage', deal.stage)}${field('amount', 'Amount', '42,000')}</section>
<p>They asked for a second quote before the end of the month.</p></main>`;
};

export const answerAsCrm: RequestListener = (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://x');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (pathname.startsWith('/app')) {
    response.end(`<!doctype html><title>Nordlys</title><div id="view"></div><nav><a href="/app/deals/1041">First</a> <a href="/app/deals/1042">Second</a></nav>
<script>
const pages = ${JSON.stringify(Object.fromEntries(Object.keys(deals).map(id => [id, page(id)])))};
const draw = () => { view.innerHTML = pages[location.pathname.split('/').pop()] ?? ''; };
document.querySelector('nav').onclick = event => {
  event.preventDefault();
  history.pushState(null, '', event.target.href);
  setTimeout(draw, 120);
};
addEventListener('popstate', draw);
draw();
</script>`);
    return;
  }
  response.end(`<!doctype html><title>Nordlys Sales</title>${page(pathname.split('/')[2] ?? '')}
<nav><a href="/deals/1041">First</a> <a href="/deals/1042">Second</a></nav>`);
};
