import type { SiteDefinition } from '../definition/definition.ts';

/** The feed's address names no clip, so it stays a plain page. */
export const tiktok: SiteDefinition = {
  id: 'tiktok',
  name: 'TikTok',
  version: 2,
  kind: 'video',
  match: { hosts: ['www.tiktok.com', 'm.tiktok.com', 'tiktok.com'] },
  pages: [
    {
      type: 'video',
      address: [
        // An account may be missing, or stand there by its long id.
        { path: '/(?:@[^/]{0,120}|share)/(?:video|photo)/(?<id>\\d{8,25})/?' },
        { path: '/embed/(?:v2/)?(?<id>\\d{8,25})/?' },
        { path: '/player/v1/(?<id>\\d{8,25})/?' },
        { path: '/v/(?<id>\\d{8,25})\\.html' },
      ],
      origin: 'https://www.tiktok.com',
      title: [
        { css: '[data-e2e="browse-video-desc"]' },
        { css: '[data-e2e="video-desc"]' },
        { css: 'meta[property="og:title"]', attr: 'content' },
      ],
      owner: [{ css: '[data-e2e="browse-username"]' }, { css: '[data-e2e="video-author-uniqueid"]' }],
    },
  ],
  video: {
    element: ['[data-e2e="browse-video"] video', '[data-e2e="feed-video"] video'],
    timeline: ['[class*="DivSeekBarContainer"]'],
  },
  tried: { on: 'published', what: 'addresses and test attributes in public code', date: '2026-11-22' },
};
