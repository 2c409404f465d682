import type { SiteDefinition } from '../definition/definition.ts';

/** Addresses call deals `Potentials`. The organisation's number may be missing; record ids are unique without it. */
export const zohoCrm: SiteDefinition = {
  id: 'zoho-crm',
  name: 'Zoho CRM',
  version: 1,
  kind: 'crm',
  match: {
    hosts: [
      'crm.zoho.com',
      'crm.zoho.eu',
      'crm.zoho.in',
      'crm.zoho.com.au',
      'crm.zoho.jp',
      'crm.zoho.com.cn',
      'crm.zoho.sa',
      'crm.zohocloud.ca',
    ],
  },
  pages: [
    {
      type: {
        group: 'module',
        map: { Potentials: 'deal', Deals: 'deal', Leads: 'lead', Contacts: 'contact', Accounts: 'account' },
      },
      address: [
        { path: '/crm/(?:org\\d{1,20}/)?tab/(?<module>\\w{1,60})/(?<id>\\d{6,25})(?:/.*)?' },
        { path: '/crm/EntityInfo\\.do', query: { module: '(?<module>\\w{1,60})', id: '(?<id>\\d{6,25})' } },
      ],
      title: [
        { css: '#headervalue_POTENTIALNAME' },
        { css: '#subvalue_POTENTIALNAME' },
        { css: '#headervalue_ACCOUNTNAME' },
        { css: '[data-zcqa="recordDetailTitle"]' },
        { css: 'title', pattern: '(?<text>.+?) - Zoho CRM' },
      ],
      owner: [{ css: '#subvalue_SMOWNERID' }, { css: "[data-zcqa='recordOwner']" }],
      stage: [{ css: '#subvalue_STAGE' }, { css: '#headervalue_STAGE' }],
    },
  ],
  tried: { on: 'published', what: 'addresses and older element ids in public code', date: '2026-11-22' },
};
