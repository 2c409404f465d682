import type { AddressPattern, PageRule, SiteDefinition } from '../definition/definition.ts';

/** The maker's data centres. Records of one are unknown in another. */
const CENTRES = [
  ...['zoho.com', 'zoho.eu', 'zoho.in', 'zoho.com.au', 'zoho.jp', 'zoho.com.cn', 'zoho.sa'],
  ...['zohocloud.ca', 'zoho.uk', 'zoho.ae'],
];

const modules: PageRule['type'] = {
  group: 'module',
  map: { Potentials: 'deal', Deals: 'deal', Leads: 'lead', Contacts: 'contact', Accounts: 'account' },
};

/** A portal stands there by its number, by its name, or not at all. CRM Plus and Zoho One put their own path in front. */
const addresses = (host: string): AddressPattern[] => [
  {
    host,
    path: '(?:/.{1,160}/cxapp)?/crm/(?:[\\w-]{1,60}/)?tab/(?<module>\\w{1,60})/(?<id>\\d{6,25})(?:/.*)?',
  },
  {
    host,
    path: '(?:/.{1,160}/cxapp)?/crm/(?:Show)?EntityInfo\\.do',
    query: { module: '(?<module>\\w{1,60})', id: '(?<id>\\d{6,25})' },
  },
];

const texts: Pick<PageRule, 'title' | 'owner' | 'stage'> = {
  title: [
    { css: '#headervalue_POTENTIALNAME' },
    { css: '#subvalue_POTENTIALNAME' },
    { css: '#headervalue_ACCOUNTNAME' },
    { css: '[data-zcqa="recordDetailTitle"]' },
    { css: 'title', pattern: '(?<text>.+?) - Zoho CRM' },
  ],
  owner: [{ css: '#subvalue_SMOWNERID' }, { css: "[data-zcqa='recordOwner']" }],
  stage: [{ css: '#subvalue_STAGE' }, { css: '#headervalue_STAGE' }],
};

/** Addresses call deals `Potentials`. The organisation's number may be missing; record ids are unique without it. */
export const zohoCrm: SiteDefinition = {
  id: 'zoho-crm',
  name: 'Zoho CRM',
  version: 2,
  kind: 'crm',
  match: {
    hosts: CENTRES.flatMap(centre => ['crm', 'crmplus', 'one', 'crmsandbox'].map(app => `${app}.${centre}`)),
  },
  plain: [{ path: '.*/tab/(?:Reports|Dashboards|Analytics|Home)/.*' }],
  pages: [
    ...CENTRES.map(centre => ({
      type: modules,
      address: addresses(`(?:crm|crmplus|one)\\.${centre.replaceAll('.', '\\.')}`),
      origin: `https://crm.${centre}`,
      ...texts,
    })),
    // A sandbox holds copies: its records are others, though they may have the same numbers.
    { type: modules, address: addresses('crmsandbox\\..+'), ...texts },
  ],
  tried: { on: 'published', what: 'addresses and older element ids in public code', date: '2026-11-22' },
};
