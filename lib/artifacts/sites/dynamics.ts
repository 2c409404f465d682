import type { SiteDefinition } from '../definition/definition.ts';

/** Model-driven apps. A record has one key in every app, with or without braces around its id. */
export const dynamics: SiteDefinition = {
  id: 'dynamics',
  name: 'Microsoft Dynamics 365',
  version: 2,
  kind: 'crm',
  match: {
    // With the clouds of the United States and of China.
    hosts: [
      '*.dynamics.com',
      '*.microsoftdynamics.us',
      '*.microsoftdynamics.de',
      '*.appsplatform.us',
      '*.dynamics.cn',
    ],
  },
  pages: [
    {
      type: {
        group: 'table',
        // Older links have the number of the table.
        map: { '1': 'account', '2': 'contact', '3': 'opportunity', '4': 'lead', '112': 'incident' },
      },
      address: [
        {
          path: '(?:/.{0,200})?/main\\.aspx',
          query: {
            etn: '(?<table>\\w{1,80})',
            id: '(?<id>\\{?[0-9a-fA-F-]{32,36}\\}?)',
            pagetype: '(?:entityrecord)?',
          },
        },
        {
          path: '(?:/.{0,200})?/main\\.aspx',
          query: {
            etc: '(?<table>\\d{1,5})',
            id: '(?<id>\\{?[0-9a-fA-F-]{32,36}\\}?)',
            pagetype: 'entityrecord',
          },
        },
      ],
      idNormalise: 'guid',
      title: [
        { css: 'h1[data-id="header_title"]', attr: 'title' },
        { css: '#headerContainer h1', attr: 'title' },
        { css: 'h1[data-id="header_title"]' },
        { css: '[data-id="form-header"] h1' },
        { css: '#headerContainer h1' },
      ],
      owner: [
        { css: '[data-id="header_ownerid.fieldControl-LookupResultsDropdown_ownerid_selected_tag_text"]' },
        { css: '[data-id="ownerid.fieldControl-LookupResultsDropdown_ownerid_selected_tag_text"]' },
        { css: '[data-id^="header_ownerid.fieldControl-LookupResultsDropdown_ownerid_selected_tag"]' },
      ],
      stage: [
        { css: '[data-id="header_statuscode.fieldControl-option-set-select"]' },
        { css: '[data-id="statuscode.fieldControl-option-set-select"]' },
        { css: '[data-id="header_process_salesstagecode"]' },
      ],
    },
  ],
  fieldPattern: {
    container: '[data-id$="-FieldSectionItemContainer"]',
    key: { attr: 'data-id' },
    label: 'label',
    value: '[data-id*=".fieldControl-"]',
  },
  navigation: { maxMs: 5000 },
  tried: {
    on: 'published',
    what: 'form attributes as the maker’s public test library uses them',
    date: '2026-11-22',
  },
};
