/** On all sites, variants of an address always share a key, and different records never do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinKey } from '#lib/artifacts/identify/join-key.ts';
import { normaliseId } from '#lib/artifacts/identify/normalise-id.ts';
import { matchPage } from '#lib/artifacts/identify/site-artifact.ts';
import { definitionById } from '#lib/artifacts/sites/find-site.ts';
import { addresses } from './addresses.ts';

const words = '<p>Enough words for somebody to read.</p>';
const records = addresses.flatMap(({ site, same, html }) =>
  same.flatMap(({ key, urls }) => urls.map(url => ({ site, key, url, html: html ?? words }))),
);
/** Records whose whole key is in the address, so that no page is needed to compute it. */
const plainRecords = records.filter(({ site, url, key }) => {
  const definition = definitionById(site);
  return definition && matchPage(definition, new URL(url))?.key === key;
});
const keyOf = ({ site }: { site: string }, url: URL) => {
  const definition = definitionById(site);
  return definition && matchPage(definition, url)?.key;
};
const aRecord = fc.constantFrom(...plainRecords);

test('most sites’ keys need only the address', () => {
  expect(plainRecords.length).toBeGreaterThan(records.length * 0.9);
});

describe('variants of an address share a key', () => {
  test('addresses that differ only in tracking parameters share a key', () => {
    const tracking = fc.constantFrom(
      'utm_source',
      'utm_medium',
      'gclid',
      'fbclid',
      'msclkid',
      'mc_cid',
      '_ga',
      'igsh',
    );
    fc.assert(
      fc.property(
        aRecord,
        fc.array(fc.tuple(tracking, fc.string({ maxLength: 20 })), { maxLength: 4 }),
        (record, extra) => {
          const url = new URL(record.url);
          for (const [name, value] of extra) url.searchParams.append(name, value);
          expect(keyOf(record, url)).toBe(record.key);
        },
      ),
    );
  });

  test('addresses that differ only in the order of parameters share a key', () => {
    fc.assert(
      fc.property(aRecord, record => {
        const url = new URL(record.url);
        url.search = new URLSearchParams([...url.searchParams].reverse()).toString();
        expect(keyOf(record, url)).toBe(record.key);
      }),
    );
  });

  test('addresses that differ only in percent-encoded letters share a key', () => {
    fc.assert(
      fc.property(aRecord, record => {
        const encoded = record.url.replace(
          /=([a-z0-9-]+)(?=&|$)/gi,
          (_, value: string) =>
            `=${[...value].map(letter => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')}`,
        );
        fc.pre(!record.url.includes('#'));
        expect(keyOf(record, new URL(encoded))).toBe(record.key);
      }),
    );
  });
});

describe('different records never share a key', () => {
  test('no two records in the whole table of addresses share a key', () => {
    const owners = new Map<string, string>();
    for (const { site, same } of addresses) {
      for (const { key } of same) {
        expect(owners.get(key) ?? site, key).toBe(site);
        owners.set(key, site);
      }
    }
  });

  test('a page on another host gets that host’s key, whatever its path imitates', () => {
    fc.assert(
      fc.property(aRecord, fc.webAuthority({ withPort: true }), (record, host) => {
        const url = new URL(record.url);
        if (!URL.canParse(`https://${host}`)) return;
        const imitation = new URL(`https://${host}${url.pathname}${url.search}${url.hash}`);
        fc.pre(imitation.hostname !== url.hostname);
        const definition = definitionById(record.site);
        fc.pre(!!definition && !definition.match.hosts.length);
        expect(keyOf(record, imitation)?.startsWith(imitation.origin) ?? true).toBe(true);
      }),
    );
  });

  test('no part of a key can imitate another part', () => {
    const part = fc.string({ maxLength: 12, unit: fc.constantFrom('a', '|', '%', '7', 'C', '/', '2', '5') });
    const parts = fc.array(part, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(joinKey('https://a.test', one)).not.toBe(joinKey('https://a.test', other));
      }),
    );
  });

  test('Salesforce ids that differ only in the case of a letter have different keys', () => {
    const letter = fc.constantFrom(...'abcXYZ019');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 15, maxLength: 15 }), fc.nat(14), (letters, at) => {
        const id = letters.join('');
        const other = letters
          .map((one, i) =>
            i === at ? (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()) : one,
          )
          .join('');
        expect(normaliseId(id, 'sf18') === normaliseId(other, 'sf18')).toBe(id === other);
        expect(normaliseId(normaliseId(id, 'sf18'), 'sf18')).toBe(normaliseId(id, 'sf18'));
      }),
    );
  });
});
