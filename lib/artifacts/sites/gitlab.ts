import type { SiteDefinition } from '../definition/definition.ts';

/** Also self-hosted. An issue, an epic and a work item with one number are the same thing. */
export const gitlab: SiteDefinition = {
  id: 'gitlab',
  name: 'GitLab',
  version: 2,
  kind: 'doc',
  match: {
    hosts: ['gitlab.com'],
    probe: [
      'meta[property="og:site_name"][content="GitLab"]',
      'meta[content="GitLab"][name="application-name"]',
    ],
  },
  plain: [{ path: '/.{1,300}?/-/wikis/(?:pages|new|git_access|templates)(?:/.*)?' }],
  pages: [
    {
      type: {
        group: 'what',
        map: { merge_requests: 'merge request', issues: 'issue', work_items: 'issue', epics: 'issue' },
      },
      address: [
        {
          path: '/(?<project>.{1,300}?)/-/(?<what>merge_requests|issues|work_items|epics)/(?:incident/)?(?<id>\\d{1,12})(?:/.*)?',
        },
      ],
      formerKeys: ['{origin}|{project}|epic|{id}'],
      key: ['project', 'type', 'id'],
      caseless: ['project'],
      title: [
        { css: '[data-testid="work-item-title"]' },
        { css: '[data-testid="title-content"]' },
        { css: 'h1.title' },
        { css: '.detail-page-description .title' },
      ],
      owner: [
        { css: '[data-testid="work-item-author"]' },
        { css: '.detail-page-header .author' },
        { css: '.author-link .author' },
      ],
      stage: [
        { css: '[data-testid="work-item-state-badge"]' },
        { css: '.issuable-status-badge' },
        { css: '.detail-page-header .gl-badge' },
      ],
    },
    {
      type: { group: 'what', map: { blob: 'file', wikis: 'wiki' } },
      address: [
        { path: '/(?<project>.{1,300}?)/-/(?<what>blob)/(?<id>.{1,500}\\.(?:md|markdown|rst|adoc|txt))' },
        { path: '/(?<project>.{1,300}?)/-/(?<what>wikis)/(?<id>.{1,255}?)(?:/(?:edit|history))?' },
      ],
      key: ['project', 'type', 'id'],
      caseless: ['project'],
      title: [{ css: '.file-content h1' }, { css: '[data-testid="wiki-page-title"]' }, { group: 'id' }],
    },
  ],
  doc: {
    root: [
      '[data-testid="work-item-description"]',
      '.detail-page-description',
      '.file-content',
      '.wiki-page-details',
      'main',
    ],
  },
  tried: { on: 'published', what: 'addresses and markup of the open-source code', date: '2026-11-22' },
};
