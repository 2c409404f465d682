import type { SiteDefinition } from '../definition/definition.ts';

/** Formerly Base; its host is not Zendesk's. */
export const zendeskSell: SiteDefinition = {
  id: 'zendesk-sell',
  name: 'Zendesk Sell',
  version: 1,
  kind: 'crm',
  match: { hosts: ['app.futuresimple.com', '*.futuresimple.com'] },
  pages: [
    {
      type: { group: 'object', map: { leads: 'lead', contacts: 'contact', deals: 'deal' } },
      address: [{ path: '(?:/crm|/sales)?/(?<object>leads|contacts|deals)/(?<id>\\d{1,20})(?:/.*)?' }],
      title: [
        { css: '[data-test-id="entity-name"]' },
        { css: '.detail-title' },
        { css: 'main h1' },
        { css: 'h1' },
      ],
    },
  ],
  tried: {
    on: 'published',
    what: 'lead and contact addresses; deals and selectors unverified',
    date: '2026-11-22',
  },
};
