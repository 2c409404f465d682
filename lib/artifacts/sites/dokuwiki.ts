import type { Reader, SiteDefinition } from '../definition/definition.ts';

const base = [{ css: 'link[rel="start"]', attr: 'href', pattern: '(?:https?://[^/]+)?(?<text>/.*?)/?' }];
const title: Reader[] = [
  { css: '#dokuwiki__content .page h1' },
  { css: '.dokuwiki .page h1' },
  { css: '.dokuwiki h1.sectionedit1' },
  { group: 'id' },
];
const action = '(?:show|edit|preview|save)?';

/** With and without rewritten addresses. An old revision and the editor are the same page. */
export const dokuwiki: SiteDefinition = {
  id: 'dokuwiki',
  name: 'DokuWiki',
  version: 1,
  kind: 'doc',
  match: { hosts: [], probe: ['meta[name="generator"][content^="DokuWiki"]'] },
  pages: [
    {
      type: 'page',
      address: [
        { path: '(?<base>.*?)/doku\\.php', query: { id: '(?<id>[^?#]{1,400})', do: action } },
        // `doku.php/x` shows the page x with rewritten addresses, and the start page without: only the page knows which.
        { path: '(?<base>.*?)/doku\\.php(?:/.{0,400})?', query: { do: action } },
        { path: '(?<base>.*?)/', query: { do: action } },
        { path: '/.{1,400}', query: { do: action, media: '' } },
      ],
      fromPage: {
        base,
        id: [
          { css: '.pageId span' },
          { css: 'link[rel="canonical"]', attr: 'href', pattern: '.*?[?&]id=(?<text>[^&#]+).*' },
          { css: 'link[rel="canonical"]', attr: 'href', pattern: '.*?/doku\\.php/(?<text>[^?#]+).*' },
        ],
      },
      idNormalise: 'wiki',
      title,
    },
    // For a template that does not say which page it shows.
    {
      type: 'page',
      address: [{ path: '(?<base>.*?)/doku\\.php/(?<id>[^?#]{1,400})', query: { do: action } }],
      fromPage: { base },
      idNormalise: 'wiki',
      title,
    },
  ],
  doc: {
    root: ['#dokuwiki__content .page', '.dokuwiki .page', '#dokuwiki__content'],
    exclude: ['#dw__toc', '.secedit', '.editbutton_section', '.footnotes .fn_bot'],
  },
  tried: { on: 'software', what: 'DokuWiki 2022-07-31 from Debian, default template', date: '2026-11-22' },
};
