import type { SiteDefinition } from '../definition/definition.ts';

/** `/view/7` is a list, not a record. */
export const freshsales: SiteDefinition = {
  id: 'freshsales',
  name: 'Freshsales',
  version: 1,
  kind: 'crm',
  match: { hosts: ['*.myfreshworks.com', '*.freshsales.io'] },
  pages: [
    {
      type: {
        group: 'object',
        map: {
          deals: 'deal',
          contacts: 'contact',
          accounts: 'account',
          sales_accounts: 'account',
          leads: 'lead',
        },
      },
      address: [
        {
          path: '(?:/crm/sales)?/(?<object>deals|contacts|accounts|sales_accounts|leads)/(?<id>\\d{1,20})(?:/.*)?',
        },
      ],
      title: [
        { css: 'title', pattern: '(?:Deal|Contact|Account|Lead) : (?<text>.+?) : Freshsales.*' },
        { css: '.record-title' },
        { css: 'main h1' },
      ],
    },
  ],
  tried: { on: 'published', what: 'record addresses and the form of the page title', date: '2026-11-22' },
};
