import type { SiteDefinition } from '../definition/definition.ts';

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';

/** Deals, people, organizations and leads; every company has its own host. */
export const pipedrive: SiteDefinition = {
  id: 'pipedrive',
  name: 'Pipedrive',
  version: 2,
  kind: 'crm',
  match: { hosts: ['*.pipedrive.com'] },
  pages: [
    {
      type: { group: 'object' },
      address: [
        { path: '/(?<object>deal|person|organization)/(?:(?:view|details)/)?(?<id>\\d{1,15})(?:/.*)?' },
        { path: `/(?<object>lead)s/inbox/(?:.{1,80}/)?(?<id>${UUID})(?:/.*)?` },
      ],
      idNormalise: 'lower',
      title: [
        { css: '[data-testid="header-title"] textarea' },
        { css: 'textarea[data-testid="header-title"]' },
        { css: '[data-testid="header-title"]' },
        { css: '[data-test="deal-title"]' },
        { css: '[data-test="editable-input-content"]' },
      ],
      owner: [{ css: '[data-testid="header-owner"]' }, { css: '[data-test="owner-name"]' }],
      stage: [{ css: '[data-testid="deal-stage-current"]' }],
    },
  ],
  tried: {
    on: 'published',
    what: 'deal addresses and title attributes in public code; owner and stage unverified',
    date: '2026-11-22',
  },
};
