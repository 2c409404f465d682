import type { SiteDefinition } from '../definition/definition.ts';

/** Recordings and clips. The player's link has another token than the share link that led to it, but names that one. */
export const zoom: SiteDefinition = {
  id: 'zoom',
  name: 'Zoom recordings',
  version: 2,
  kind: 'video',
  match: { hosts: ['zoom.us', '*.zoom.us', '*.zoomgov.com'] },
  pages: [
    {
      type: 'recording',
      address: [
        // The player has a token of its own, and names the share link in a parameter.
        {
          path: '/rec(?:ording)?/(?:play|component-page).*',
          query: {
            originRequestUrl:
              'https://[\\w.-]{1,120}/rec(?:ording)?/share/(?<id>[\\w.~-]{16,300})/?(?:\\?.*)?',
          },
        },
        { path: '/rec(?:ording)?/(?:play|share)/(?<id>[\\w.~-]{16,300})/?' },
      ],
      title: [{ css: '.topic' }, { css: '.r-title' }, { css: 'title', pattern: '(?<text>.+?) - Zoom' }],
    },
    {
      type: 'clip',
      address: [{ path: '/clips/(?:share|embed)/(?<id>[\\w.~-]{10,120})(?:/.*)?' }],
      title: [{ css: 'h1' }, { css: 'title', pattern: '(?<text>.+?) - Zoom' }],
    },
  ],
  video: {
    element: ['.player-view video', '#vjs_video_3_html5_api'],
    timeline: ['.vjs-progress-holder'],
    captions: ['.vjs-text-track-cue'],
  },
  tried: {
    on: 'published',
    what: 'recording addresses and player markup in public code',
    date: '2026-11-22',
  },
};
