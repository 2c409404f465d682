import type { SiteDefinition } from '../definition/definition.ts';

/** `/p/`, `/reel/`, `/reels/` and `/tv/` with one code are one post. */
export const instagram: SiteDefinition = {
  id: 'instagram',
  name: 'Instagram Reels',
  version: 1,
  kind: 'video',
  match: { hosts: ['www.instagram.com', 'instagram.com'] },
  pages: [
    {
      type: 'post',
      address: [{ path: '/(?:[\\w.]{1,40}/)?(?:p|tv|reels?)/(?<id>[\\w-]{6,60})(?:/.*)?' }],
      origin: 'https://www.instagram.com',
      canonical: '/p/{id}/',
      title: [
        { css: 'article h1' },
        { css: 'meta[property="og:title"]', attr: 'content' },
        { css: 'title', pattern: '(?<text>.+?) • Instagram.*' },
      ],
      owner: [{ css: 'article header a[role="link"]' }],
    },
  ],
  doc: { root: ['article', 'main'] },
  tried: { on: 'published', what: 'addresses in public code; selectors unverified', date: '2026-11-22' },
};
