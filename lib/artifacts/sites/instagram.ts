import type { SiteDefinition } from '../definition/definition.ts';

const POST = '/(?:[\\w.]{1,40}/)?(?:p|tv|reels?)/';

/** `/p/`, `/reel/`, `/reels/` and `/tv/` with one code are one post. */
export const instagram: SiteDefinition = {
  id: 'instagram',
  name: 'Instagram Reels',
  version: 2,
  kind: 'video',
  match: { hosts: ['www.instagram.com', 'instagram.com', 'www.instagr.am', 'instagr.am'] },
  // The code of a share link is not the post's. It leads on to the post at once.
  plain: [{ path: '/share/.*' }, { path: '/(?:[\\w.]{1,40}/)?reels?/(?:audio|trending|videos)(?:/.*)?' }],
  pages: [
    {
      type: 'post',
      address: [
        // The link to a post of a private account has the post's code and 28 letters more.
        { path: `${POST}(?<id>[\\w-]{11})(?<secret>[\\w-]{28})(?:/.*)?` },
        { path: `${POST}(?<id>[\\w-]{6,60})(?:/.*)?` },
      ],
      formerKeys: ['https://www.instagram.com|post|{id}{secret}'],
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
