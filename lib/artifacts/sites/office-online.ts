import type { SiteDefinition } from '../definition/definition.ts';

const GUID = '(?<id>\\{?[0-9a-fA-F-]{32,36}\\}?)';
/** A sharing link: its last part begins with a letter for the kind of link. Folders (`:f:`) are lists. */
const SHARED = '[a-z]/(?:.{0,300}/)?(?<id>(?:E|I[A-Z])[\\w-]{20,80})/?';

/** Word and PowerPoint in SharePoint and OneDrive, by the file's own id. The text is in a frame of another origin. */
export const officeOnline: SiteDefinition = {
  id: 'office-online',
  name: 'Word and PowerPoint online',
  version: 2,
  kind: 'doc',
  match: {
    hosts: [
      '*.sharepoint.com',
      '*.sharepoint.us',
      '*.sharepoint.cn',
      'onedrive.live.com',
      'word.cloud.microsoft',
      'powerpoint.cloud.microsoft',
      'excel.cloud.microsoft',
    ],
  },
  pages: [
    {
      type: 'file',
      address: [
        {
          path: '.*/[Dd]oc2?\\.aspx',
          query: { sourcedoc: GUID, file: '(?<file>.{0,255})' },
        },
        { path: '.*/[Ww]opi[Ff]rame2?\\.aspx', query: { sourcedoc: GUID } },
        // The link of somebody who has access: the file's own id without its dashes, after a w.
        { path: '/:[wpxvbo]:/r/.*', query: { d: 'w(?<id>[0-9a-fA-F]{32})' } },
      ],
      idNormalise: 'guid',
      title: [
        { css: '#documentTitle' },
        { css: '[data-unique-id="DocumentTitleContent"]' },
        { group: 'file', pattern: '(?<text>.+)\\.\\w{2,5}' },
        { css: 'title', pattern: '(?<text>.+?)(?:\\.docx|\\.pptx)?' },
      ],
    },
    {
      type: 'shared',
      address: [{ path: `/:[wpxbo]:/${SHARED}` }],
      title: [{ css: '#documentTitle' }, { css: 'title', pattern: '(?<text>.+?)(?:\\.docx|\\.pptx)?' }],
    },
    { type: 'shared', kind: 'video', address: [{ path: `/:v:/${SHARED}` }], title: [{ css: 'title' }] },
    // OneDrive for persons.
    {
      type: 'file',
      address: [
        {
          host: 'onedrive\\.live\\.com',
          path: '/(?:.*/)?(?:edit|view|embed|redir|[Dd]oc2?)(?:\\.aspx)?',
          query: { resid: '(?<id>[\\w!-]{6,80})' },
        },
        {
          host: '\\w+\\.cloud\\.microsoft',
          path: '/open/onedrive/?',
          query: { docId: '(?<id>[\\w!-]{6,80})' },
        },
      ],
      idNormalise: 'lower',
      origin: 'https://onedrive.live.com',
      title: [{ css: '#documentTitle' }, { css: 'title', pattern: '(?<text>.+?)(?:\\.docx|\\.pptx)?' }],
    },
    {
      type: 'recording',
      kind: 'video',
      address: [{ path: '.*/stream\\.aspx', query: { id: '(?<id>/.{1,600})' } }],
      title: [{ group: 'id', pattern: '.*/(?<text>[^/]+)\\.\\w{2,5}' }],
    },
  ],
  doc: { root: ['#WACViewPanel_EditingElement', 'body'] },
  navigation: { maxMs: 4000 },
  tried: { on: 'published', what: 'address parameters; the editor’s frames unverified', date: '2026-11-22' },
};
