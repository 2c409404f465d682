import type { SiteDefinition } from '../definition/definition.ts';

/** Share and embed pages, with or without a title in the address. */
export const loom: SiteDefinition = {
  id: 'loom',
  name: 'Loom',
  version: 2,
  kind: 'video',
  match: { hosts: ['www.loom.com', 'loom.com', 'www.useloom.com', 'useloom.com'] },
  pages: [
    {
      type: 'video',
      address: [{ path: '/(?:share|embed|edit)/(?:[^/]{1,300}-)?(?<id>[0-9a-f]{32})/?' }],
      origin: 'https://www.loom.com',
      canonical: '/share/{id}',
      title: [
        { css: 'h1' },
        { css: 'meta[property="og:title"]', attr: 'content' },
        { css: 'title', pattern: '(?<text>.+?) \\| Loom' },
      ],
    },
  ],
  video: {
    element: ['video[id*="Loom"]', '[data-loom-video-id] video', 'video[data-loom-video-id]'],
    timeParameter: 't',
  },
  tried: { on: 'published', what: 'addresses and player attributes in public code', date: '2026-11-22' },
};
