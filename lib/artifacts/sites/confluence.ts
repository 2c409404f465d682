import type { SiteDefinition } from '../definition/definition.ts';

/** Cloud and server. `/display/SPACE/Title` has no id in the address, so the id comes from the page. */
export const confluence: SiteDefinition = {
  id: 'confluence',
  name: 'Confluence',
  version: 1,
  kind: 'doc',
  match: {
    hosts: ['*.atlassian.net'],
    paths: ['/wiki'],
    probe: ['meta[name="ajs-page-id"]', 'meta[name="confluence-base-url"]'],
  },
  pages: [
    {
      type: 'page',
      address: [
        { path: '(?<base>.*?)/spaces/[^/]{1,255}/pages/(?:edit(?:-v2)?/)?(?<id>\\d{1,20})(?:/.*)?' },
        { path: '(?<base>.*?)/spaces/[^/]{1,255}/blog/\\d{4}/\\d{2}/\\d{2}/(?<id>\\d{1,20})(?:/.*)?' },
        { path: '(?<base>.*?)/pages/(?:viewpage|editpage)\\.action', query: { pageId: '(?<id>\\d{1,20})' } },
        { path: '(?<base>.*?)/spaces/[^/]{1,255}/overview/?', query: { homepageId: '(?<id>\\d{1,20})' } },
        { path: '(?<base>.*?)/display/[^/]{1,255}/.+' },
        { path: '(?<base>.*?)/x/[\\w-]{2,20}' },
      ],
      fromPage: { id: [{ css: 'meta[name="ajs-page-id"]', attr: 'content', pattern: '(?<text>\\d{1,20})' }] },
      title: [
        { css: 'h1#title-text' },
        { css: '[data-testid="title-text"]' },
        { css: 'meta[name="ajs-page-title"]', attr: 'content' },
        { css: 'title', pattern: '(?<text>.+?) - .+ - Confluence' },
      ],
      owner: [{ css: '[data-testid="owner-name"]' }, { css: '.page-metadata .author a' }],
    },
  ],
  doc: {
    root: ['[data-testid="renderer-document"]', '.ak-renderer-document', '#main-content'],
    exclude: ['.toc-macro', '.expand-control'],
  },
  tried: {
    on: 'published',
    what: 'addresses and markup of cloud and server in public code',
    date: '2026-11-22',
  },
};
