import type { SiteDefinition } from '../definition/definition.ts';

/** A media id is unique across all accounts and embed hosts. */
export const wistia: SiteDefinition = {
  id: 'wistia',
  name: 'Wistia',
  version: 2,
  kind: 'video',
  match: { hosts: ['fast.wistia.net', 'fast.wistia.com', '*.wistia.com', '*.wistia.net'] },
  pages: [
    {
      type: 'media',
      address: [{ path: '/(?:embed/)?(?:iframe|medias|s)/(?<id>[a-z0-9]{10})(?:\\.\\w{1,8})?(?:/.*)?' }],
      origin: 'https://fast.wistia.net',
      title: [{ css: 'h1' }, { css: 'title' }],
    },
  ],
  video: { element: ['.wistia_embed video', 'wistia-player video'] },
  tried: {
    on: 'published',
    what: 'embed and media addresses in the maker’s documentation',
    date: '2026-11-22',
  },
};
