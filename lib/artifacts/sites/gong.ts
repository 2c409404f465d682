import type { Reader, SiteDefinition } from '../definition/definition.ts';

const title: Reader[] = [
  { css: '[data-testid="call-title"]' },
  { css: '.call-title' },
  { css: 'h1' },
  { css: 'title', pattern: '(?:Gong - )?(?<text>.+?)(?: [-|] Gong)?' },
];
const owner: Reader[] = [{ css: '[data-testid="call-owner"]' }];

/** Calls. Their ids are text, because they are longer than a number can hold. */
export const gong: SiteDefinition = {
  id: 'gong',
  name: 'Gong',
  version: 2,
  kind: 'video',
  match: { hosts: ['app.gong.io', '*.app.gong.io'] },
  pages: [
    // A long id is unique across all of the maker's hosts (`us-123.app.gong.io`), a short one only on its own host.
    {
      type: 'call',
      address: [
        { path: '/call/?', query: { id: '(?<id>-?\\d{12,25})' } },
        { path: '/call/pretty-transcript/?', query: { 'call-id': '(?<id>-?\\d{12,25})' } },
      ],
      origin: 'https://app.gong.io',
      title,
      owner,
    },
    {
      type: 'call',
      address: [{ path: '/call/?', query: { id: '(?<id>-?\\d{4,25})' } }],
      title,
      owner,
    },
  ],
  video: {
    transcript: {
      row: '.monologue-wrapper',
      time: '.timestamp__timer',
      text: '.monologue-text',
      speaker: '.timestamp__speaker',
    },
  },
  tried: {
    on: 'published',
    what: 'call addresses and transcript markup in public code; title unverified',
    date: '2026-11-22',
  },
};
