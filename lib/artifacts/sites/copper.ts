import type { SiteDefinition } from '../definition/definition.ts';

/** Only the fragment changes between records; the document stays the same. */
export const copper: SiteDefinition = {
  id: 'copper',
  name: 'Copper',
  version: 1,
  kind: 'crm',
  match: { hosts: ['app.copper.com', 'app.prosperworks.com'] },
  pages: [
    {
      type: {
        group: 'object',
        map: { deal: 'opportunity', organization: 'company', contact: 'person', people: 'person' },
      },
      address: [
        {
          path: '/companies/(?<account>\\d{1,15})/app/?',
          hash: '/(?<object>deal|opportunity|organization|company|contact|people|person|lead|project)/(?<id>\\d{1,20})(?:[/?].*)?',
        },
      ],
      key: ['account', 'type', 'id'],
      title: [{ css: '.EntityHeader h1' }, { css: 'main h1' }, { css: 'h1' }],
    },
  ],
  navigation: { maxMs: 3000 },
  tried: { on: 'published', what: 'record addresses; selectors unverified', date: '2026-11-22' },
};
