import type { SiteDefinition } from '../definition.ts';

/** Calls. Ids are longer than a number can hold: they are text. */
export const gong: SiteDefinition = {
  id: 'gong',
  name: 'Gong',
  version: 1,
  kind: 'video',
  match: { hosts: ['app.gong.io', '*.app.gong.io'] },
  pages: [
    {
      type: 'call',
      address: [{ path: '/call/?', query: { id: '(?<id>-?\\d{4,25})' } }],
      title: [
        { css: '[data-testid="call-title"]' },
        { css: '.call-title' },
        { css: 'h1' },
        { css: 'title', pattern: '(?:Gong - )?(?<text>.+?)(?: [-|] Gong)?' },
      ],
      owner: [{ css: '[data-testid="call-owner"]' }],
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
