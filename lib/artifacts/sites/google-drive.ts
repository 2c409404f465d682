import type { PageRule, SiteDefinition } from '../definition/definition.ts';

const file: PageRule = {
  type: 'file',
  address: [
    { path: '/(?:a/[\\w.-]{1,100}/)?file/(?:u/\\d{1,3}/)?d/(?<id>[\\w-]{20,120})(?:/.*)?' },
    { path: '/(?:open|uc)', query: { id: '(?<id>[\\w-]{20,120})' } },
  ],
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
  version: 1,
  kind: 'doc',
  match: { hosts: ['drive.google.com'] },
  pages: [
    {
      ...file,
      kind: 'video',
      fromPage: { player: [{ css: 'iframe[src*="youtube.googleapis.com/embed"]', attr: 'src' }] },
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
