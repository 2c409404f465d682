import type { SiteDefinition } from '../definition/definition.ts';

/** An item is the same from every board and view that shows it. */
export const monday: SiteDefinition = {
  id: 'monday',
  name: 'monday CRM',
  version: 1,
  kind: 'crm',
  match: { hosts: ['*.monday.com'] },
  pages: [
    {
      type: 'item',
      address: [{ path: '/boards/\\d{1,20}(?:/views/\\d{1,20})?/pulses/(?<id>\\d{1,20})(?:/.*)?' }],
      title: [
        { css: '[data-testid="item-page-name"]' },
        { css: '.pulse-page-name' },
        { css: '[data-testid="text-with-highlight"]' },
        { css: 'title', pattern: '(?<text>.+?) [-|] monday.*' },
      ],
    },
  ],
  tried: { on: 'published', what: 'item addresses; selectors unverified', date: '2026-11-22' },
};
