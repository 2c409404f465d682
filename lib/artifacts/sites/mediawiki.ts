import type { PageRule, SiteDefinition } from '../definition/definition.ts';

const action = '(?:view|edit|submit)?';
const title = '(?<id>[^?#]{1,300})';

const rule: Omit<PageRule, 'address'> = {
  type: 'page',
  idNormalise: 'title',
  title: [{ css: '#firstHeading' }, { css: 'h1.firstHeading' }, { group: 'id' }],
};

const forms: PageRule['address'] = [
  { path: `/wiki/${title}`, query: { action } },
  { path: `(?:/.{0,100})?/index\\.php/${title}`, query: { action } },
  { path: '(?:/.{0,100})?/index\\.php', query: { title, action } },
];

/** Short and long addresses, old revisions, the editor and Wikipedia's mobile host are one page. */
export const mediawiki: SiteDefinition = {
  id: 'mediawiki',
  name: 'MediaWiki',
  version: 1,
  kind: 'doc',
  match: { hosts: ['*.wikipedia.org'], probe: ['meta[name="generator"][content^="MediaWiki"]'] },
  pages: [
    {
      ...rule,
      address: forms.map(form => ({ host: '(?<language>[a-z-]{2,20})\\.(?:m\\.)?wikipedia\\.org', ...form })),
      origin: 'https://{language}.wikipedia.org',
    },
    {
      ...rule,
      address: forms,
      // Two wikis may share a host. The folder of their programs tells them apart, but short addresses do not have it.
      fromPage: {
        base: [
          {
            css: 'link[rel="EditURI"]',
            attr: 'href',
            pattern: '(?:https?:)?//[^/]{1,255}(?<text>/.*?)api\\.php.*',
          },
        ],
      },
    },
  ],
  doc: {
    root: ['#mw-content-text .mw-parser-output', '#mw-content-text', '#bodyContent'],
    exclude: ['.mw-editsection', 'sup.reference', '.navbox', '#toc', '.mw-empty-elt', 'style'],
  },
  tried: { on: 'software', what: 'MediaWiki 1.39 from Debian, default skin', date: '2026-11-22' },
};
