import { describe, expect, it } from 'vitest';
import { timeNear, timeOfWork } from '#lib/artifacts/work-time.ts';
import { openPage } from './page.ts';

const NOW = Date.UTC(2026, 10, 2, 9);
const published = '<meta property="article:published_time" content="2026-10-01T08:00:00Z">';
const changed = '<meta property="article:modified_time" content="2026-10-30T08:00:00Z">';
const clip =
  '<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2026-10-20T10:00:00Z",}</script>';
const pageOf = (head: string, body = '') =>
  openPage('https://site.test/x', `<html><head>${head}</head><body>${body}</body></html>`).document;

describe('when the work was done', () => {
  it.each<[string, string, string, [string, boolean] | undefined]>([
    ['a doc: when it was last changed', published + changed, 'doc', ['2026-10-30T08:00:00Z', true]],
    ['a doc that was never changed: when it was published', published, 'doc', ['2026-10-01T08:00:00Z', true]],
    ['a clip: when it was published', published + changed, 'video', ['2026-10-01T08:00:00Z', false]],
    ['a clip whose data is not quite JSON', clip, 'video', ['2026-10-20T10:00:00Z', false]],
    ['microdata', '<meta itemprop="uploadDate" content="2026-10-20">', 'video', ['2026-10-20', false]],
    [
      'nothing that is still to come',
      '<meta itemprop="uploadDate" content="2027-01-01">',
      'video',
      undefined,
    ],
    ['nothing that is no date', '<meta itemprop="uploadDate" content="yesterday">', 'video', undefined],
    ['nothing where the page says nothing', '', 'doc', undefined],
  ])('%s', (_name, head, kind, expected) => {
    expect(timeOfWork(pageOf(head), kind, NOW)).toEqual(
      expected && { at: Date.parse(expected[0]), estimated: expected[1] },
    );
  });
});

describe('the time beside what is pointed at', () => {
  const call = '<time datetime="2026-11-01T15:00:00Z">yesterday</time>';
  it.each<[string, string, string | undefined]>([
    ['is that of its entry', `<ul><li>${call}<p id="here">x</p></li></ul>`, '2026-11-01T15:00:00Z'],
    ['not that of the entry beside it', `<ul><li>${call}</li><li><p id="here">x</p></li></ul>`, undefined],
    [
      'none where the entry names two',
      `<article>${call}<time datetime="2026-10-01">x</time><p id="here">x</p></article>`,
      undefined,
    ],
    ['none outside any entry', `${call}<p id="here">x</p>`, undefined],
  ])('%s', (_name, body, expected) => {
    const at = timeNear(pageOf('', body).getElementById('here'), NOW);
    expect(at).toBe(expected && Date.parse(expected));
  });
});
