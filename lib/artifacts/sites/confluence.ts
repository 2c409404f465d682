import type { SiteDefinition } from '../definition/definition.ts';

const ACTION = '(?<base>.*?)/(?:pages|plugins/[^/]{1,60})/';

/** Cloud and server. `/display/SPACE/Title` has no id in the address, so the id comes from the page. */
export const confluence: SiteDefinition = {
  id: 'confluence',
  name: 'Confluence',
  version: 2,
  kind: 'doc',
  match: {
    hosts: ['*.atlassian.net', '*.atlassian-us-gov-mod.net', '*.atlassian-us-gov.net'],
    paths: ['/wiki'],
    probe: ['meta[name="ajs-page-id"]', 'meta[name="confluence-base-url"]'],
  },
  pages: [
    {
      type: 'page',
      address: [
        { path: '(?<base>.*?)/spaces/[^/]{1,255}/blog/\\d{4}/\\d{2}/\\d{2}/(?<id>\\d{1,20})(?:/.*)?' },
        {
          path: '(?<base>.*?)/spaces/[^/]{1,255}/(?:pages|blog|history|whiteboard|database)/(?:edit(?:-v2)?/)?(?<id>\\d{1,20})(?:/.*)?',
        },
        // The page itself, its editor, attachments, history and information.
        { path: `${ACTION}\\w{1,60}\\.action`, query: { pageId: '(?<id>\\d{1,20})' } },
        { path: `${ACTION}resumedraft\\.action`, query: { draftId: '(?<id>\\d{1,20})' } },
        // A page by its title: its number is in the page alone.
        { path: `${ACTION}viewpage\\.action`, query: { title: '.{1,255}' } },
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
