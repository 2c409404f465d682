import type { SiteDefinition } from '../definition/definition.ts';

/** Every field is in a cell with its name. A cell may occur twice, and then one of them is empty. */
export const espocrm: SiteDefinition = {
  id: 'espocrm',
  name: 'EspoCRM',
  version: 2,
  kind: 'crm',
  match: {
    hosts: [],
    probe: [
      'script[src*="client/lib/espo"]',
      'script[src*="client/espo"]',
      'link[href*="client/css/espo"]',
      'script[data-name="loader-params"]',
      'meta[name="description"][content^="EspoCRM"]',
    ],
  },
  pages: [
    {
      type: {
        group: 'entity',
        map: {
          Opportunity: 'opportunity',
          Account: 'account',
          Contact: 'contact',
          Lead: 'lead',
          Case: 'case',
        },
      },
      address: [
        {
          path: '(?<base>/.*?)(?:index\\.php)?',
          hash: '(?<entity>[A-Z]\\w{1,60})/(?:view|edit)/(?<id>[a-z0-9-]{1,40})(?:[/?].*)?',
        },
      ],
      root: ['#main'],
      title: [
        { css: '.header-title .breadcrumb-item:last-child' },
        { css: '.page-header .breadcrumb-item:last-child' },
        { css: '.field[data-name="name"]' },
      ],
      owner: [{ css: '.cell[data-name="assignedUser"] .field' }, { css: '.field[data-name="assignedUser"]' }],
      stage: [{ css: '.cell[data-name="stage"] .field' }, { css: '.cell[data-name="status"] .field' }],
    },
  ],
  fieldPattern: {
    container: '.cell[data-name]',
    key: { attr: 'data-name' },
    label: '.label-text',
    value: '.field',
  },
  navigation: { maxMs: 3000 },
  tried: { on: 'published', what: 'hash addresses and detail view markup', date: '2026-11-22' },
};
