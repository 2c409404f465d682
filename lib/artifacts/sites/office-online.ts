import type { SiteDefinition } from '../definition/definition.ts';

/** Word and PowerPoint in SharePoint and OneDrive, by the file's own id. The text is in a frame of another origin. */
export const officeOnline: SiteDefinition = {
  id: 'office-online',
  name: 'Word and PowerPoint online',
  version: 1,
  kind: 'doc',
  match: { hosts: ['*.sharepoint.com', 'onedrive.live.com'] },
  pages: [
    {
      type: 'file',
      address: [
        {
          path: '.*/[Dd]oc2?\\.aspx',
          query: { sourcedoc: '(?<id>\\{?[0-9a-fA-F-]{32,36}\\}?)', file: '(?<file>.{0,255})' },
        },
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
      address: [{ path: '/:[wp]:/[a-z]/.*?(?<id>E[\\w-]{20,80})/?' }],
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
