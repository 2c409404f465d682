import type { SiteDefinition } from '../definition/definition.ts';

/** Two forms of address have one key. The data centre's host (`app-eu1`) does not matter, because portal ids are unique. */
export const hubspot: SiteDefinition = {
  id: 'hubspot',
  name: 'HubSpot',
  version: 2,
  kind: 'crm',
  match: { hosts: ['app.hubspot.com', 'app-*.hubspot.com'] },
  pages: [
    {
      type: {
        group: 'object',
        map: { '0-1': 'contact', '0-2': 'company', '0-3': 'deal', '0-5': 'ticket' },
      },
      address: [
        {
          path: '/contacts/(?<portal>\\d{1,15})/record/(?<object>\\d{1,2}-\\d{1,15})/(?<id>\\d{1,20})(?:/.*)?',
        },
        {
          path: '/contacts/(?<portal>\\d{1,15})/(?<object>contact|company|deal|ticket)/(?<id>\\d{1,20})(?:/.*)?',
        },
        // The help desk shows the same tickets.
        {
          path: '/help-desk/(?<portal>\\d{1,15})/(?:view/[^/]{1,60}/)?(?<object>ticket)/(?<id>\\d{1,20})(?:/.*)?',
        },
      ],
      key: ['portal', 'type', 'id'],
      origin: 'https://app.hubspot.com',
      title: [
        { css: '[data-selenium-test="highlightTitle"]' },
        { css: '[data-test-id="highlightTitle"]' },
        { css: '[data-test-id="highlight-property-display-dealname"]' },
        { css: '[data-card-type="OBJECT_HIGHLIGHT"] h1' },
        { css: '[data-card-type="OBJECT_HIGHLIGHT"] h2' },
      ],
      owner: [
        { css: '[data-selenium-test="property-input-hubspot_owner_id"]' },
        { css: '[data-test-id="property-input-hubspot_owner_id"]' },
      ],
      stage: [
        { css: '[data-selenium-test="property-input-dealstage"]' },
        { css: '[data-selenium-test="property-input-hs_pipeline_stage"]' },
        { css: '[data-test-id="property-input-dealstage"]' },
        { css: '[data-test-id="highlight-property-item-dealstage"]' },
      ],
    },
  ],
  tried: { on: 'published', what: 'record addresses and test attributes in public code', date: '2026-11-22' },
};
