import type { PageRule, Reader, SiteDefinition } from '../definition/definition.ts';

const api: Reader = {
  css: 'link[rel="https://api.w.org/"]',
  attr: 'href',
  pattern: 'https?://[^/]{1,255}(?<text>/.*?)(?:wp-json|index\\.php|\\?).*',
};

const rule: Omit<PageRule, 'address'> = {
  type: 'post',
  title: [
    { css: 'h1.entry-title' },
    { css: 'h1.wp-block-post-title' },
    { css: '.editor-post-title' },
    { css: '#title' },
    { css: 'main h1' },
    { css: 'h1' },
  ],
  owner: [{ css: '.entry-meta .author' }, { css: '.wp-block-post-author-name' }, { css: '[rel="author"]' }],
};

const published: Partial<PageRule> & Pick<PageRule, 'address'> = {
  address: [{ path: '/.*' }],
  fromPage: {
    base: [api],
    id: [
      { css: 'body', attr: 'class', pattern: '(?:.* )?(?:postid|page-id)-(?<text>\\d{1,12})(?: .*)?' },
      { css: 'link[rel="shortlink"]', attr: 'href', pattern: '.*?[?&](?:p|page_id)=(?<text>\\d{1,12})' },
    ],
  },
};

/** A post is the same in the editor and under any permalink, because the page has its number. */
export const wordpress: SiteDefinition = {
  id: 'wordpress',
  name: 'WordPress',
  version: 2,
  kind: 'doc',
  match: {
    hosts: [],
    probe: [
      'meta[name="generator"][content^="WordPress"]',
      'link[rel="https://api.w.org/"]',
      'body.wp-admin',
    ],
  },
  pages: [
    { ...rule, address: [{ path: '(?<base>.*?)/wp-admin/post\\.php', query: { post: '(?<id>\\d{1,12})' } }] },
    {
      ...rule,
      address: [{ path: '(?<base>.*?)/wp-admin/site-editor\\.php', query: { postId: '(?<id>\\d{1,12})' } }],
    },
    {
      ...rule,
      ...published,
      kind: 'video',
      fromPage: { ...published.fromPage, clip: [{ css: '.entry-content video[src]', attr: 'src' }] },
      requires: ['clip'],
    },
    { ...rule, ...published },
  ],
  doc: { root: ['.entry-content', '.wp-block-post-content', '.editor-styles-wrapper', 'article', 'main'] },
  tried: { on: 'published', what: 'core’s body classes and default themes’ markup', date: '2026-11-22' },
};
