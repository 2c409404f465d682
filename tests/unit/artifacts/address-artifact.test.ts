/** A page that no script may look into has the key that the page script would give it. */
import { expect, test } from 'vitest';
import { artifactAtAddress } from '#lib/artifacts/identify/address-artifact.ts';
import { identify } from '#lib/artifacts/identify/identify.ts';
import { siteFor } from '#lib/artifacts/sites/find-site.ts';
import { openPage } from './page.ts';

const words = '<p>Some readable words on a page.</p>';
const keyAt = (url: string) => artifactAtAddress(url, 'A file')?.key;

test.each([
  'https://store.test/download?doc=alpha',
  'https://store.test/file.pdf?doc=one#page=3&zoom=100',
  'https://store.test/viewer.html?file=%2Fa%20b.pdf',
  'https://store.test/files/?id=7&utm_source=mail',
  'https://store.test/download?doc=alpha&sid=0f3b9d8e7c6a5b4f3e2d1c0b9a8f7e6d',
  'https://drive.google.com/file/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/view',
  'https://www.youtube.com/watch?v=ExAmPlE_-01&t=3',
])('%s has one key in the sidebar and in the page', url => {
  const inPage = identify(siteFor(url).definition, openPage(url, words));
  expect(artifactAtAddress(url, 'A file')).toMatchObject({ key: inPage?.key, url: inPage?.url });
});

test('two files that their query tells apart are two works', () => {
  expect(keyAt('https://store.test/download?doc=alpha')).not.toBe(
    keyAt('https://store.test/download?doc=beta'),
  );
});

test('a file on the disk is a work by its path, and a page of the browser is none', () => {
  expect(keyAt('file:///home/ann/offer.pdf')).toBe('file:///home/ann/offer.pdf');
  expect(artifactAtAddress('chrome://settings/', 'Settings')).toBeNull();
  expect(artifactAtAddress('nonsense', undefined)).toBeNull();
});

test('a site that people taught is known by its address too', () => {
  const own = {
    id: 'taught-crm',
    name: 'CRM',
    version: 1,
    kind: 'crm' as const,
    match: { hosts: ['crm.test'] },
    pages: [{ type: 'deal', address: [{ path: '/deals/(?<id>\\d+)' }] }],
    tried: { on: 'software' as const, what: 'taught', date: '2026-11-30' },
  };
  expect(artifactAtAddress('https://crm.test/deals/7', 'Deal', [own])).toMatchObject({
    site: 'taught-crm',
    kind: 'crm',
    key: 'https://crm.test|deal|7',
  });
});

test('a page that the browser shows as a PDF is a work', () => {
  const page = openPage('https://store.test/file.pdf?doc=one', '<embed type="application/pdf">');
  Object.defineProperty(page.document, 'contentType', { value: 'application/pdf' });
  expect(identify(undefined, page)).toMatchObject({ kind: 'doc', key: keyAt(page.url) });
});
