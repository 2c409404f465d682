import type { PageRule, SiteDefinition } from '../definition/definition.ts';

const file: PageRule = {
  type: 'file',
  address: [
    { path: '/(?:a/[\\w.-]{1,100}/)?file/(?:u/\\d{1,3}/)?d/(?<id>[\\w-]{20,120})(?:/.*)?' },
    {
      path: '/(?:a/[\\w.-]{1,100}/)?(?:u/\\d{1,3}/)?(?:open|uc|download)',
      query: { id: '(?<id>[\\w-]{20,120})' },
    },
  ],
  origin: 'https://drive.google.com',
  canonical: '/file/d/{id}/view',
  title: [
    { css: 'meta[property="og:title"]', attr: 'content' },
    { css: 'title', pattern: '(?<text>.+?) - Google Drive' },
  ],
};

/** A file in its viewer. A clip plays in a frame of another origin, so a file with that frame is a video. */
export const googleDrive: SiteDefinition = {
  id: 'google-drive',
  name: 'Google Drive',
  version: 2,
  kind: 'doc',
  match: {
    hosts: ['drive.google.com', 'docs.google.com', 'drive.usercontent.google.com'],
    // The last two hosts show other things as well.
    paths: ['/file', '/a/*/file', '/open', '/a/*/open', '/uc', '/u/*/uc', '/u/*/open', '/download', '/drive'],
  },
  pages: [
    {
      ...file,
      kind: 'video',
      fromPage: {
        player: [
          { css: 'iframe#drive-viewer-video-player-object-0', attr: 'src' },
          { css: 'iframe[src*="youtube.googleapis.com/embed"]', attr: 'src' },
        ],
      },
      requires: ['player'],
    },
    file,
  ],
  tried: {
    on: 'published',
    what: 'file addresses and the player’s frame in public code',
    date: '2026-11-22',
  },
};
