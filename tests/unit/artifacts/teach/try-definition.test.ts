import { expect, test } from 'vitest';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { tryDefinition } from '#lib/artifacts/teach/try-definition.ts';
import { openPage } from '../page.ts';

const definition: SiteDefinition = {
  id: 'taught-acme',
  name: 'Acme CRM',
  version: 1,
  kind: 'crm',
  match: { hosts: ['crm.acme.example'] },
  pages: [
    {
      type: 'deal',
      address: [{ path: '/deals/(?<id>\\d{1,12})' }],
      title: [{ css: 'h1' }],
      owner: [{ css: '.owner' }],
    },
  ],
  tried: { on: 'software', what: 'taught on the page', date: '2026-11-22' },
};
const trial = (html: string, path = '/deals/7') =>
  tryDefinition(definition, openPage(`https://crm.acme.example${path}`, html));

test('trying a definition that fits shows what it finds, without remarks', () => {
  const { artifact, remarks } = trial('<h1>Route planning</h1><p class="owner">Jonas</p>');
  expect(artifact).toMatchObject({
    key: 'https://crm.acme.example|deal|7',
    title: 'Route planning',
    owner: 'Jonas',
  });
  expect(remarks).toEqual([]);
});

test('a selector that matches nothing is remarked on, and the record still has its key', () => {
  const { artifact, remarks } = trial('<h1>Route planning</h1>');
  expect(artifact?.key).toBe('https://crm.acme.example|deal|7');
  expect(remarks).toEqual([{ code: 'nothing', what: 'owner', css: '.owner' }]);
});

test('a selector that matches a hundred elements is remarked on with their number', () => {
  expect(trial(`<h1>Route planning</h1>${'<p class="owner">Jonas</p>'.repeat(100)}`).remarks).toEqual([
    { code: 'many', what: 'owner', css: '.owner', count: 100 },
  ]);
});

test('a page that the definition does not fit stays a plain page', () => {
  const { artifact, remarks } = trial('<h1>All deals</h1><p>Enough words to be read here.</p>', '/deals');
  expect(artifact).toMatchObject({ site: 'page', kind: 'doc' });
  expect(remarks).toEqual([{ code: 'address' }]);
});
