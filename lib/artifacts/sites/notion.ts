import type { SiteDefinition } from '../definition/definition.ts';

const HEX = '[0-9a-fA-F]';
const ID = `${HEX}{32}|${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;

/** 32 hex digits name a page. `?p=` opens another page over the first. */
export const notion: SiteDefinition = {
  id: 'notion',
  name: 'Notion',
  version: 2,
  kind: 'doc',
  match: { hosts: ['www.notion.so', 'notion.so', 'app.notion.com', '*.notion.site'] },
  pages: [
    {
      type: 'page',
      address: [{ query: { p: `(?<id>${ID})` } }],
      idNormalise: 'guid',
      origin: 'https://www.notion.so',
      canonical: '/{id}',
      root: ['.notion-peek-renderer'],
      title: [{ css: 'h1[contenteditable]' }, { css: 'h1' }],
    },
    {
      type: 'page',
      address: [{ path: `(?:/(?:p|native|ebd/?))?(?:/[^/]{1,120})?/(?:[^/]{1,400}-)?(?<id>${ID})/?` }],
      idNormalise: 'guid',
      origin: 'https://www.notion.so',
      canonical: '/{id}',
      title: [
        { css: '.notion-frame h1[contenteditable]' },
        { css: 'h1[aria-roledescription="page title"]' },
        { css: '.notion-page-block h1' },
        { css: 'h1[contenteditable]' },
        { css: 'h1' },
      ],
    },
  ],
  doc: {
    root: ['.notion-peek-renderer .notion-page-content', '.notion-page-content', '.notion-frame'],
    blockId: { attr: 'data-block-id' },
  },
  navigation: { maxMs: 4000 },
  tried: { on: 'published', what: 'addresses and block markup in public code', date: '2026-11-22' },
};
