import type { SiteDefinition } from '../definition/definition.ts';

/** Edit, preview and mobile pages with any account number and any tab have one key. The text is drawn on a canvas. */
export const googleDocs: SiteDefinition = {
  id: 'google-docs',
  name: 'Google Docs',
  version: 2,
  kind: 'doc',
  match: { hosts: ['docs.google.com'], paths: ['/document', '/a/*/document'] },
  pages: [
    {
      type: 'document',
      address: [
        { path: '(?:/a/[\\w.-]{1,100})?/document/(?:u/\\d{1,3}/)?d/(?<id>[\\w-]{20,120})(?:/.*)?' },
        {
          path: '(?:/a/[\\w.-]{1,100})?/document/(?:edit|view|preview|pub)',
          query: { id: '(?<id>[\\w-]{20,120})' },
        },
      ],
      canonical: '/document/d/{id}/edit',
      title: [
        { css: 'input.docs-title-input' },
        { css: '.docs-title-input-label-inner' },
        { css: 'meta[property="og:title"]', attr: 'content' },
        { css: 'title', pattern: '(?<text>.+?) - Google Docs' },
      ],
    },
    {
      type: 'published',
      address: [
        { path: '(?:/a/[\\w.-]{1,100})?/document/(?:u/\\d{1,3}/)?d/e/(?<id>[\\w-]{20,160})(?:/.*)?' },
      ],
      title: [{ css: '#title' }, { css: 'title' }],
    },
  ],
  doc: { root: ['.kix-appview-editor', '#contents', 'body'], noText: 'canvas' },
  tried: { on: 'published', what: 'addresses and editor markup in public code', date: '2026-11-22' },
};
