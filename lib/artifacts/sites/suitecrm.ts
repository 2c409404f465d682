import type { SiteDefinition } from '../definition.ts';

/** One record has two addresses: its own, and one that a click in a list writes into the fragment. */
export const suitecrm: SiteDefinition = {
  id: 'suitecrm',
  name: 'SuiteCRM 7',
  version: 1,
  kind: 'crm',
  match: {
    hosts: [],
    probe: ['link[href*="themes/SuiteP"]', 'script[src*="sugar_grp1"]', '.favorite[record_id][module]'],
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
        },
      },
      address: [
        {
          path: '(?<base>.*?)/(?:index\\.php)?',
          query: {
            module: '(?<module>\\w{1,60})',
            action: '(?:DetailView|EditView)',
            record: '(?<id>[\\w-]{1,64})',
          },
        },
        {
          nestedIn: 'ajaxUILoc',
          path: '(?<base>.*?)/(?:index\\.php)?',
          query: {
            module: '(?<module>\\w{1,60})',
            action: '(?:DetailView|EditView)',
            record: '(?<id>[\\w-]{1,64})',
          },
        },
      ],
      title: [
        { css: '.module-title-text' },
        { css: '.detail-view-row-item[data-field="name"] .detail-view-field' },
        { css: '.moduleTitle h2' },
      ],
      owner: [{ css: '.detail-view-row-item[data-field="assigned_user_name"] .detail-view-field' }],
      stage: [
        { css: '.detail-view-row-item[data-field="sales_stage"] .detail-view-field' },
        { css: '.detail-view-row-item[data-field="status"] .detail-view-field' },
      ],
    },
  ],
  fieldPattern: {
    container: '.detail-view-row-item[data-field]',
    key: { attr: 'data-field' },
    label: '.label',
    value: '.detail-view-field',
  },
  tried: {
    on: 'published',
    what: 'both address forms and detail view markup of version 7',
    date: '2026-11-22',
  },
};
