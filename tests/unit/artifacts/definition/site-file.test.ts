import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { readSiteFile, writeSiteFile } from '#lib/artifacts/definition/site-file.ts';

const site: SiteDefinition = {
  id: 'taught-acme',
  name: 'Acme CRM',
  version: 1,
  kind: 'crm',
  match: { hosts: ['crm.acme.example'] },
  pages: [{ type: 'deal', address: [{ path: '/deals/(?<id>\\d{1,12})' }], title: [{ css: 'h1' }] }],
  tried: { on: 'software', what: 'taught on the page', date: '2026-11-22' },
};

describe('a file of sites', () => {
  test('reading a file gives back the sites that were written into it', () => {
    expect(readSiteFile(writeSiteFile([site]))).toEqual({
      ok: true,
      entries: [{ ok: true, definition: site }],
    });
  });
  test.each([
    ['a bare list', [site]],
    ['one definition', site],
  ])('a file of sites may also be %s', (_, content) => {
    expect(readSiteFile(JSON.stringify(content))).toMatchObject({ ok: true, entries: [{ ok: true }] });
  });
  test('reading a file names a bad site with its reasons, and still gives the others', () => {
    const bad = { ...site, name: 'Everything', match: { hosts: ['*'] } };
    expect(readSiteFile(JSON.stringify([bad, site]))).toMatchObject({
      ok: true,
      entries: [{ ok: false, name: 'Everything', problems: [expect.stringContaining('“*”')] }, { ok: true }],
    });
  });
  test.each([
    ['<html>', 'not-json'],
    ['{"notes": []}', 'no-sites'],
    ['[]', 'no-sites'],
    ['null', 'no-sites'],
    [`[${'1,'.repeat(600)}1]`, 'too-big'],
    [' '.repeat(2_000_001), 'too-big'],
  ])('a file that begins with %.20s is refused: %s', (text, problem) => {
    expect(readSiteFile(text)).toMatchObject({ ok: false, problem });
  });
  test('reading a file never throws, whatever it contains', () => {
    fc.assert(fc.property(fc.jsonValue(), value => void readSiteFile(JSON.stringify({ sites: [value] }))));
    fc.assert(fc.property(fc.string(), text => void readSiteFile(text)));
  });
});
