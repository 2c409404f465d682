import type { SiteDefinition } from '../definition/definition.ts';

const base = '(?<base>/.*?)(?:index\\.html)?';

/** `#Title` is a tiddler, `#Title:filter` the same one with others beside it. Without a fragment it is the whole wiki. */
export const tiddlywiki: SiteDefinition = {
  id: 'tiddlywiki',
  name: 'TiddlyWiki',
  version: 1,
  kind: 'doc',
  match: {
    hosts: [],
    probe: ['meta[name="application-name"][content="TiddlyWiki"]', 'meta[name="tiddlywiki-version"]'],
  },
  pages: [
    {
      type: 'tiddler',
      address: [{ path: base, hash: '(?<id>[^:]{1,600})(?::.*)?' }],
      title: [{ group: 'id' }],
    },
    {
      type: 'wiki',
      address: [{ path: base, hash: '(?::.*)?' }],
      key: ['type'],
      title: [{ css: '.tc-site-title' }, { css: 'title' }],
    },
  ],
  doc: { root: ['.tc-story-river'], exclude: ['.tc-tiddler-controls', '.tc-tags-wrapper', 'button'] },
  tried: { on: 'software', what: 'TiddlyWiki 5.4 server edition', date: '2026-11-22' },
};
