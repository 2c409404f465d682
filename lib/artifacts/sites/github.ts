import type { SiteDefinition } from '../definition/definition.ts';

const REPO = '/(?<owner>[\\w.-]{1,40})/(?<repo>[\\w.-]{1,100})';

/** Issues, pull requests, discussions and rendered text files. All tabs of a pull request are one artifact. */
export const github: SiteDefinition = {
  id: 'github',
  name: 'GitHub',
  version: 2,
  kind: 'doc',
  match: { hosts: ['github.com'] },
  pages: [
    {
      type: { group: 'what', map: { issues: 'issue', discussions: 'discussion' }, otherwise: 'issue' },
      address: [
        // An issue that was opened beside a board, a list or another issue. What it lies over is not what is shown.
        {
          query: {
            issue: '(?<owner>[\\w.-]{1,40})\\|(?<repo>[\\w.-]{1,100})\\|(?<id>\\d{1,12})',
          },
        },
        { path: `${REPO}/(?<what>issues|pull|discussions)/(?<id>\\d{1,12})(?:/.*)?` },
      ],
      key: ['owner', 'repo', 'type', 'id'],
      caseless: ['owner', 'repo'],
      title: [
        { css: '[data-testid="issue-title"]' },
        { css: 'bdi.js-issue-title' },
        { css: 'h1 .markdown-title' },
        { css: '.js-issue-title' },
        { css: 'title', pattern: '(?<text>.+?) (?:by .+ )?· (?:Issue|Pull Request|Discussion) .*' },
      ],
      owner: [
        { css: '[data-testid="issue-body-header-author"]' },
        { css: '.gh-header-meta .author' },
        { css: '.timeline-comment-header .author' },
      ],
      stage: [{ css: '[data-testid="header-state"]' }, { css: '.gh-header-meta .State' }, { css: '.State' }],
    },
    {
      type: 'file',
      address: [{ path: `${REPO}/blob/(?<id>.{1,500}\\.(?:md|markdown|mdx|rst|adoc|txt))` }],
      key: ['owner', 'repo', 'type', 'id'],
      caseless: ['owner', 'repo'],
      title: [{ css: 'article.markdown-body h1' }, { group: 'id' }],
    },
    {
      type: 'wiki',
      address: [{ path: `${REPO}/wiki/(?<id>[^/_][^/]{0,254})` }],
      key: ['owner', 'repo', 'type', 'id'],
      caseless: ['owner', 'repo'],
      title: [{ css: '.gh-header-title' }, { group: 'id' }],
    },
  ],
  doc: {
    root: [
      '[data-testid="issue-viewer-issue-container"]',
      '.js-discussion',
      '#wiki-body',
      'article.markdown-body',
      '#files',
    ],
    exclude: ['button', 'details-menu', '.octicon'],
  },
  navigation: { events: ['turbo:load', 'soft-nav:end'] },
  tried: { on: 'published', what: 'addresses and markup in public extensions', date: '2026-11-22' },
};
