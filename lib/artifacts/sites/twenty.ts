import type { SiteDefinition } from '../definition/definition.ts';

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';

/** Open source: hosted by its maker, or self-hosted. */
export const twenty: SiteDefinition = {
  id: 'twenty',
  name: 'Twenty',
  version: 1,
  kind: 'crm',
  match: {
    hosts: ['app.twenty.com', '*.twenty.com'],
    probe: ['script#twenty-env-config', 'meta[property="og:title"][content="Twenty"]'],
  },
  pages: [
    {
      type: { group: 'object' },
      address: [{ path: `/object/(?<object>[A-Za-z0-9]{1,60})/(?<id>${UUID})/?` }],
      idNormalise: 'guid',
      title: [
        { css: '[data-testid="top-bar-title"]' },
        { css: '[data-testid="show-page-title"]' },
        { css: 'main h1' },
        { css: 'title' },
      ],
    },
  ],
  tried: {
    on: 'published',
    what: 'record addresses and the start page of the open-source code',
    date: '2026-11-22',
  },
};
