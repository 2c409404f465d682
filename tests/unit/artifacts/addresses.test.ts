import { describe, expect, test } from 'vitest';
import { identify } from '#lib/artifacts/identify/identify.ts';
import { definitionById, siteFor } from '#lib/artifacts/sites/find-site.ts';
import { addresses } from './addresses.ts';
import { openPage } from './page.ts';

describe.each(addresses)('$site', ({ site, same, plain, html }) => {
  const definition = definitionById(site);
  const keyOf = (url: string) =>
    identify(definition, openPage(url, html ?? '<p>Some readable words on a page.</p>'));

  test.each(same)('one key for every address of a record: $key', ({ key, type, urls }) => {
    for (const url of urls) {
      const artifact = keyOf(url);
      expect(artifact, url).toMatchObject({ site, key, ...(type && { type }) });
    }
  });

  test('different records never share a key', () => {
    const keys = same.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(plain ?? [])('%s names no record and stays a plain page', url => {
    const artifact = keyOf(url);
    expect(artifact?.site).toBe('page');
    expect(artifact?.key.startsWith(new URL(url).origin)).toBe(true);
  });

  test('the background picks this definition for its hosts', () => {
    if (!definition?.match.hosts.length) return;
    for (const url of same.flatMap(({ urls }) => urls)) {
      expect(siteFor(url), url).toEqual({ definition });
    }
  });
});
