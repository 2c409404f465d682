import type { SiteDefinition } from '../definition/definition.ts';

/** Each lead has one page, with its contacts and opportunities. */
export const close: SiteDefinition = {
  id: 'close',
  name: 'Close',
  version: 2,
  kind: 'crm',
  match: { hosts: ['app.close.com', 'app.close.io'] },
  pages: [
    {
      type: 'lead',
      origin: 'https://app.close.com',
      address: [{ path: '/lead/(?<id>lead_[A-Za-z0-9]{8,60})(?:/.*)?' }],
      title: [
        { css: '[data-testid="lead-name"]' },
        { css: 'main h1' },
        { css: 'title', pattern: '(?<text>.+?) [-|·] Close' },
      ],
    },
    {
      type: 'opportunity',
      origin: 'https://app.close.com',
      address: [{ path: '/opportunity/(?<id>oppo_[A-Za-z0-9]{8,60})(?:/.*)?' }],
      title: [{ css: 'main h1' }],
    },
  ],
  tried: { on: 'published', what: 'lead addresses; selectors unverified', date: '2026-11-22' },
};
