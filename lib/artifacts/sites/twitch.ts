import type { SiteDefinition } from '../definition/definition.ts';

const title = [
  { css: '[data-a-target="stream-title"]' },
  { css: 'h1' },
  { css: 'title', pattern: '(?<text>.+?) - Twitch' },
];
const owner = [{ css: '[data-a-target="channel-header-display-name"]' }, { css: '.channel-info-content h1' }];

/** Recordings and clips. A live channel's address names no recording, so it stays a plain page. */
export const twitch: SiteDefinition = {
  id: 'twitch',
  name: 'Twitch',
  version: 2,
  kind: 'video',
  match: {
    hosts: [
      'www.twitch.tv',
      'm.twitch.tv',
      'go.twitch.tv',
      'twitch.tv',
      'clips.twitch.tv',
      'player.twitch.tv',
    ],
  },
  pages: [
    {
      type: 'video',
      address: [
        { path: '/videos/v?(?<id>\\d{5,15})/?' },
        { path: '/[\\w-]{1,40}/v(?:ideo)?/(?<id>\\d{5,15})/?' },
        { path: '/[\\w-]{1,40}/schedule/?', query: { vodID: '(?<id>\\d{5,15})' } },
        { host: 'player\\.twitch\\.tv', path: '/', query: { video: 'v?(?<id>\\d{5,15})' } },
      ],
      origin: 'https://www.twitch.tv',
      canonical: '/videos/{id}',
      title,
      owner,
    },
    {
      type: 'clip',
      address: [
        { host: 'clips\\.twitch\\.tv', path: '/embed', query: { clip: '(?<id>[\\w-]{5,120})' } },
        { host: 'clips\\.twitch\\.tv', path: '/(?:[\\w-]{1,40}/)?(?<id>[\\w-]{5,120})/?' },
        { path: '(?:/[\\w-]{1,40})?/clip/(?<id>[\\w-]{5,120})/?' },
      ],
      origin: 'https://www.twitch.tv',
      title,
      owner,
    },
  ],
  video: {
    element: ['[data-a-target="video-player"] video', '.video-player video'],
    timeline: ['[data-a-target="player-seekbar"]', '.seekbar-bar'],
    ad: ['[data-a-target="video-ad-label"]', '[data-a-target="video-ad-countdown"]', '.player-ad-notice'],
    timeParameter: 't',
  },
  tried: { on: 'published', what: 'addresses and player attributes in public code', date: '2026-11-22' },
};
