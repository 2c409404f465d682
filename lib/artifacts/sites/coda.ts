import type { SiteDefinition } from '../definition/definition.ts';

/** A doc is one artifact with all its pages; a note's words tell which page it is on. */
export const coda: SiteDefinition = {
  id: 'coda',
  name: 'Coda',
  version: 2,
  kind: 'doc',
  match: { hosts: ['coda.io'] },
  pages: [
    {
      type: 'doc',
      address: [
        { path: '/d/(?:[^/]{0,200}_)?d(?<id>[\\w-]{10})(?:/.*)?' },
        // Embedded, the id stands alone.
        { path: '/embed/(?<id>[\\w-]{10})(?:/.*)?' },
      ],
      title: [
        { css: '[data-coda-ui-id="doc-title"]' },
        { css: 'title', pattern: '(?<text>.+?) · .*' },
        { css: 'title' },
      ],
    },
  ],
  doc: { root: ['[data-coda-ui-id="canvas"]', 'main'] },
  tried: {
    on: 'published',
    what: 'doc addresses as its API documentation gives them; selectors unverified',
    date: '2026-11-22',
  },
};
