import type { AddressPattern, PageRule, SiteDefinition } from '../definition/definition.ts';

/** Special pages are searches, lists and forms. Their prefix is translated, and the English one works everywhere. */
const SPECIAL = [
  'Spe[cz]ial|Especial|Speciale|Speciaal|Specjalna|Spesial|Speciel|Toiminnot',
  'Spécial|Служебная|Спеціальна|特別|特殊|특수',
];
const isSpecial: AddressPattern[] = SPECIAL.flatMap(names => {
  const encoded = `(?:${names.replace(/[^\x20-\x7e]+/g, encodeURIComponent)})(?::|%3[Aa]).*`;
  return [
    { path: `/wiki/${encoded}` },
    { path: `(?:/.{0,100})?/index\\.php/${encoded}` },
    { path: '(?:/.{0,100})?/index\\.php', query: { title: `(?:${names}):.*` } },
  ];
});

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

/** A wiki may keep its pages in any folder. Then the page's link to itself names it. */
const anyFolder: PageRule['address'] = [{ path: '/.{1,400}', query: { action } }];
const named: PageRule['fromPage'] = {
  id: [
    { css: '#t-permalink a', attr: 'href', pattern: '.*[?&]title=(?<text>[^&#]+).*' },
    { css: 'a#t-permalink', attr: 'href', pattern: '.*[?&]title=(?<text>[^&#]+).*' },
  ],
};
const onWikipedia = (form: AddressPattern): AddressPattern => ({
  host: '(?<language>[a-z-]{2,20})\\.(?:m\\.)?wikipedia\\.org',
  ...form,
});
// Two wikis may share a host. The folder of their programs tells them apart, but short addresses do not have it.
const folder: PageRule['fromPage'] = {
  base: [
    {
      css: 'link[rel="EditURI"]',
      attr: 'href',
      pattern: '(?:https?:)?//[^/]{1,255}(?<text>/.*?)api\\.php.*',
    },
  ],
};

/** Short and long addresses, old revisions, the editor and Wikipedia's mobile host are one page. */
export const mediawiki: SiteDefinition = {
  id: 'mediawiki',
  name: 'MediaWiki',
  version: 2,
  kind: 'doc',
  match: { hosts: ['*.wikipedia.org'], probe: ['meta[name="generator"][content^="MediaWiki"]'] },
  plain: isSpecial,
  pages: [
    { ...rule, address: forms.map(onWikipedia), origin: 'https://{language}.wikipedia.org' },
    {
      ...rule,
      address: anyFolder.map(onWikipedia),
      fromPage: named,
      origin: 'https://{language}.wikipedia.org',
    },
    { ...rule, address: forms, fromPage: folder },
    { ...rule, address: anyFolder, fromPage: { ...folder, ...named } },
  ],
  doc: {
    root: ['#mw-content-text .mw-parser-output', '#mw-content-text', '#bodyContent'],
    exclude: ['.mw-editsection', 'sup.reference', '.navbox', '#toc', '.mw-empty-elt', 'style'],
  },
  tried: { on: 'software', what: 'MediaWiki 1.39 from Debian, default skin', date: '2026-11-22' },
};
