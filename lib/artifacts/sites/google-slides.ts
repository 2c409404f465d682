import type { SiteDefinition } from '../definition/definition.ts';

/** All slides of a deck are one artifact. Slides are drawn, so the page has no text. */
export const googleSlides: SiteDefinition = {
  id: 'google-slides',
  name: 'Google Slides',
  version: 2,
  kind: 'doc',
  match: { hosts: ['docs.google.com'], paths: ['/presentation', '/a/*/presentation'] },
  pages: [
    {
      type: 'presentation',
      address: [
        { path: '(?:/a/[\\w.-]{1,100})?/presentation/(?:u/\\d{1,3}/)?d/(?<id>[\\w-]{20,120})(?:/.*)?' },
      ],
      canonical: '/presentation/d/{id}/edit',
      title: [
        { css: 'input.docs-title-input' },
        { css: '.docs-title-input-label-inner' },
        { css: 'meta[property="og:title"]', attr: 'content' },
        { css: 'title', pattern: '(?<text>.+?) - Google Slides' },
      ],
    },
    {
      type: 'published',
      address: [
        { path: '(?:/a/[\\w.-]{1,100})?/presentation/(?:u/\\d{1,3}/)?d/e/(?<id>[\\w-]{20,160})(?:/.*)?' },
      ],
      title: [{ css: '#title' }, { css: 'title' }],
    },
  ],
  doc: { root: ['.punch-viewer-content', '#editor-container', 'body'], noText: 'canvas' },
  tried: { on: 'published', what: 'addresses and editor markup in public code', date: '2026-11-22' },
};
