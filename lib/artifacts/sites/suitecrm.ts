import type { Reader, SiteDefinition } from '../definition/definition.ts';

/** Newer releases put the field's name on the row, older ones on the value. */
const field = (name: string): Reader[] => [
  { css: `.detail-view-row-item[data-field="${name}" i] .detail-view-field` },
  { css: `.detail-view-field[field="${name}"]` },
];

/** Version 8 keeps version 7 in a folder of its own, and shows its records there too. */
const BASE = '(?<base>.*?)(?:/public)?(?:/legacy)?/';

/** A record has two addresses: its own, and one in the fragment after a click in a list. */
export const suitecrm: SiteDefinition = {
  id: 'suitecrm',
  name: 'SuiteCRM',
  version: 2,
  kind: 'crm',
  match: {
    hosts: [],
    probe: [
      'link[href*="themes/SuiteP"]',
      'script[src*="sugar_grp1"]',
      '.favorite[record_id][module]',
      'link[href*="themes/suite8"]',
    ],
  },
  pages: [
    {
      type: {
        group: 'module',
        map: {
          Opportunities: 'opportunity',
          Accounts: 'account',
          Contacts: 'contact',
          Leads: 'lead',
          Cases: 'case',
          opportunities: 'opportunity',
          accounts: 'account',
          contacts: 'contact',
          leads: 'lead',
          cases: 'case',
        },
      },
      address: [
        {
          path: `${BASE}(?:index\\.php)?`,
          query: {
            module: '(?<module>\\w{1,60})',
            action: '(?:DetailView|EditView)',
            record: '(?<id>[\\w-]{1,64})',
          },
        },
        {
          nestedIn: 'ajaxUILoc',
          path: `${BASE}(?:index\\.php)?`,
          query: {
            module: '(?<module>\\w{1,60})',
            action: '(?:DetailView|EditView)',
            record: '(?<id>[\\w-]{1,64})',
          },
        },
        // Version 8.
        {
          path: BASE,
          hash: '/(?<module>[\\w-]{1,60})/(?:record|edit)/(?<id>[\\w-]{1,64})(?:[/?].*)?',
        },
      ],
      title: [{ css: '.module-title-text' }, ...field('name'), { css: '.moduleTitle h2' }],
      owner: [...field('assigned_user_name')],
      stage: [...field('sales_stage'), ...field('status')],
    },
  ],
  fieldPattern: {
    container: '.detail-view-row-item',
    key: { attr: 'data-field' },
    label: '.label',
    value: '.detail-view-field',
  },
  tried: {
    on: 'published',
    what: 'address forms of versions 7 and 8, detail view markup of version 7',
    date: '2026-11-22',
  },
};
