import type { SiteDefinition } from '../definition/definition.ts';

/** Posts, lessons and events. The feed's address names no post, so it stays a plain page. */
export const linkedin: SiteDefinition = {
  id: 'linkedin',
  name: 'LinkedIn',
  version: 2,
  kind: 'video',
  match: { hosts: ['www.linkedin.com', 'linkedin.com', '*.linkedin.com'] },
  // Lists, and what else stands where a course could. A course's name has a hyphen.
  plain: [
    {
      path: '/learning/(?:learning-paths|role-play|certification-prep|career-hub|professional-certificates)/.*',
    },
  ],
  pages: [
    {
      type: 'post',
      address: [
        {
          path: '/posts/(?:.{1,400}?-)?(?<urn>activity|ugcPost|share)-(?<id>\\d{15,25})(?:-[\\w-]{1,20})?/?',
        },
        // The address bar percent-encodes the colons more often than not.
        {
          path: '(?:/embed)?/(?:feed/update|video/(?:live|event))/(?:urn(?::|%3[Aa])li(?::|%3[Aa]))?(?<urn>activity|ugcPost|share)(?::|%3[Aa])(?<id>\\d{15,25})(?:/.*)?',
        },
      ],
      key: ['type', 'urn', 'id'],
      origin: 'https://www.linkedin.com',
      canonical: '/feed/update/urn:li:{urn}:{id}/',
      title: [
        { css: '.feed-shared-update-v2 .update-components-text' },
        { css: '.feed-shared-inline-show-more-text' },
        { css: 'meta[property="og:title"]', attr: 'content' },
      ],
      owner: [
        { css: '.feed-shared-update-v2 .update-components-actor__title span[aria-hidden]' },
        { css: '.update-components-actor__name' },
      ],
    },
    {
      type: 'lesson',
      address: [{ path: '/learning/(?<course>[^/-]{1,60}-[^/]{1,150})/(?<id>[^/]{1,200})/?' }],
      key: ['type', 'course', 'id'],
      origin: 'https://www.linkedin.com',
      title: [{ css: 'h2.classroom-nav__subtitle' }, { css: 'h1' }],
    },
    {
      type: 'event',
      address: [{ path: '/events/(?:[^/]{0,200}[^/\\d])?(?<id>\\d(?<rest>\\d{14,24}))(?:/.*)?' }],
      // An event without its name in the address lost the first digit.
      formerKeys: ['https://www.linkedin.com|event|{rest}'],
      origin: 'https://www.linkedin.com',
      title: [{ css: 'h1' }],
    },
    {
      type: 'article',
      kind: 'doc',
      address: [{ path: '/pulse/(?<id>[^/]{1,255})/?' }],
      origin: 'https://www.linkedin.com',
      title: [{ css: 'h1' }],
      owner: [{ css: '.reader-author-info__author-lockup--flush a' }],
    },
  ],
  doc: { root: ['.feed-shared-update-v2', '.reader-article-content', 'main'] },
  tried: {
    on: 'published',
    what: 'addresses and markup in public code; lessons and events unverified',
    date: '2026-11-22',
  },
};
