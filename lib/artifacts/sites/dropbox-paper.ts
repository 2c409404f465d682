import type { SiteDefinition } from '../definition/definition.ts';

/** The last part of the name is the doc's id. The title before it may change. */
export const dropboxPaper: SiteDefinition = {
  id: 'dropbox-paper',
  name: 'Dropbox Paper',
  version: 1,
  kind: 'doc',
  match: { hosts: ['paper.dropbox.com', 'www.dropbox.com'], paths: ['/doc', '/scl/fi'] },
  pages: [
    {
      type: 'doc',
      address: [{ host: 'paper\\.dropbox\\.com', path: '/doc/(?:.{1,300}-)?(?<id>[A-Za-z0-9]{16,40})/?' }],
      title: [
        { css: '.hp-header-title span' },
        { css: '.ace-line h1' },
        { css: 'title', pattern: '(?<text>.+?) [-–] Dropbox Paper' },
      ],
    },
    {
      type: 'file',
      address: [{ path: '/scl/fi/(?<id>[a-z0-9]{10,40})/[^/]{1,255}\\.papert?' }],
      title: [{ css: '.hp-header-title span' }, { css: 'title', pattern: '(?<text>.+?)\\.papert? .*' }],
    },
  ],
  doc: { root: ['.ace-editor', '#padbody', 'main'] },
  tried: { on: 'published', what: 'addresses of shared docs; selectors unverified', date: '2026-11-22' },
};
