import type { SiteDefinition } from '../definition/definition.ts';

/** The three work pages that come with Sideline. Also the shortest example of a definition. */
export const sidelineDemo: SiteDefinition = {
  id: 'sideline-demo',
  name: 'Sideline demo pages',
  version: 1,
  kind: 'crm',
  match: { hosts: [], probe: ['meta[name="generator"][content="Sideline demo"]'] },
  pages: [
    {
      type: 'opportunity',
      address: [{ path: '/crm/opportunities/(?<id>[a-z0-9-]{1,40})/?' }],
      title: [{ css: '[data-record-title]' }],
      owner: [{ css: '[data-field="owner"] [data-value]' }],
      stage: [{ css: '[data-field="stage"] [data-value]' }],
    },
    {
      type: 'document',
      kind: 'doc',
      address: [{ path: '/docs/(?<id>[a-z0-9-]{1,60})/?' }],
      title: [{ css: 'article h1' }],
      owner: [{ css: '[data-author]' }],
    },
    {
      type: 'clip',
      kind: 'video',
      address: [{ path: '/calls/(?<id>[a-z0-9-]{1,60})/?' }],
      title: [{ css: 'h1' }],
      owner: [{ css: '[data-host]' }],
    },
  ],
  fieldPattern: {
    container: '[data-field]',
    key: { attr: 'data-field' },
    label: '[data-label]',
    value: '[data-value]',
  },
  doc: { root: ['article'], exclude: ['[data-chrome]'] },
  video: { element: ['#clip'], timeline: ['[data-timeline]'] },
  tried: { on: 'software', what: 'the pages in demo/', date: '2026-11-22' },
};
