import type { SiteDefinition } from '../definition/definition.ts';

/** A clip is the same in any channel, showcase or player. An unlisted clip's hash is part of its address, not of its key. */
export const vimeo: SiteDefinition = {
  id: 'vimeo',
  name: 'Vimeo',
  version: 2,
  kind: 'video',
  match: { hosts: ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'] },
  pages: [
    {
      type: 'video',
      address: [
        { host: 'player\\.vimeo\\.com', path: '/video/(?<id>\\d{3,15})(?:/.*)?' },
        { path: '/[\\w-]{1,100}/review/(?<id>\\d{3,15})(?:/.*)?' },
        { path: '/(?:manage/videos|video)/(?<id>\\d{3,15})(?:/.*)?' },
        {
          path: '/(?:channels|groups|showcase|album|ondemand)/[^/]{1,100}/(?:videos?/)?(?<id>\\d{3,15})(?:/.*)?',
        },
        { path: '/(?:reviews|event)/[\\w-]{1,60}/videos/(?<id>\\d{3,15})(?:/.*)?' },
        { path: '/(?<id>\\d{3,15})(?:/[0-9a-f]{6,20})?/?' },
        { path: '/moogaloop\\.swf', query: { clip_id: '(?<id>\\d{3,15})' } },
      ],
      origin: 'https://vimeo.com',
      title: [
        { css: 'main h1' },
        { css: '.vp-title-header h1' },
        { css: 'title', pattern: '(?<text>.+?) (?:on|from .+ on) Vimeo' },
      ],
      owner: [{ css: '[data-testid="owner-name"]' }, { css: '.vp-title-header .vp-author' }],
    },
  ],
  video: {
    element: ['.vp-video video', '.player video'],
    timeline: ['.vp-progress', '[data-progress-bar]'],
    captions: ['.vp-captions'],
  },
  tried: { on: 'published', what: 'addresses and player markup; owner unverified', date: '2026-11-22' },
};
