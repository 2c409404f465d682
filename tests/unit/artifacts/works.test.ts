import { describe, expect, test } from 'vitest';
import { identify } from '#lib/artifacts/identify/identify.ts';
import { matchPage } from '#lib/artifacts/identify/site-artifact.ts';
import { definitionById, siteFor } from '#lib/artifacts/sites/find-site.ts';
import { openPage } from './page.ts';
import { works } from './works.ts';

const words = '<p>Some readable words on a page.</p>';

describe.each(works)('$site', ({ site, html, works: all, none }) => {
  const definition = definitionById(site);
  if (!definition) throw new Error(`There is no site ${site}.`);
  const keyAt = (url: string) => {
    const artifact = identify(definition, openPage(url, html ?? words));
    return artifact?.site === site ? artifact.key : undefined;
  };

  test.each(all.map(urls => [urls[0], urls] as const))('%s has one key at all its addresses', (_, urls) => {
    const [first, ...others] = urls.map(keyAt);
    expect(first, urls[0]).toBeDefined();
    others.forEach((key, i) => {
      expect(key, urls[i + 1]).toBe(first);
    });
  });

  test('no two works share a key', () => {
    const keys = all.map(urls => keyAt(urls[0] ?? ''));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(none.map(url => [url]))('%s shows no work', url => {
    expect(keyAt(url)).toBeUndefined();
  });

  test('the shipped definition is the one that knows each address', () => {
    if (html || !definition.match.hosts.length) return;
    for (const url of all.flat()) {
      const found = siteFor(url).definition;
      // What software of one's own shows on other hosts is recognised by its page.
      if (!found && definition.match.probe) continue;
      expect(found?.id, url).toBe(site);
      expect(matchPage(definition, new URL(url))?.key, url).toBe(keyAt(url));
    }
  });
});
