/** Notes keep the key that they were written with. These tests say under which key they are looked up today. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentKey } from '#lib/artifacts/identify/current-key.ts';
import { identify } from '#lib/artifacts/identify/identify.ts';
import { plainAddress } from '#lib/artifacts/identify/page-address.ts';
import { definitionById } from '#lib/artifacts/sites/find-site.ts';
import { artifactKeys, keptArtifact } from '#lib/records/artifact.ts';
import { openPage } from './page.ts';
import { works } from './works.ts';

const words = '<p>Some readable words on a page.</p>';
const SESSION = '0f3b9d8e7c6a5b4f3e2d1c0b9a8f7e6d';

describe('a key from before is today’s', () => {
  test.each([
    ['without a session', `https://a.test/deals/7?sid=${SESSION}`, 'https://a.test/deals/7'],
    [
      'of a page that is known now',
      'https://www.youtube.com/e/ExAmPlE_-01',
      'https://www.youtube.com|watch|ExAmPlE_-01',
    ],
    [
      'of a post whose address was encoded',
      'https://www.linkedin.com/feed/update/urn%253Ali%253Aactivity%253A7123456789012345678',
      'https://www.linkedin.com|post|activity|7123456789012345678',
    ],
    [
      'of a clip without its token',
      `https://a.test/lesson|media|/signed/exp=1764512345~hmac=${SESSION}/clip.webm`,
      'https://a.test/lesson|media|/signed/clip.webm',
    ],
    ['of a page with a query', 'https://a.test/view?doc=alpha', 'https://a.test/view?doc=alpha'],
    ['of a page with a bar in its name', 'https://a.test/x?q=1%257C2', 'https://a.test/x?q=1%257C2'],
    ['that is no address', 'nonsense', 'nonsense'],
  ])('%s', (_, key, expected) => {
    expect(currentKey({ key, site: 'page', url: '' })).toBe(expected);
    expect(currentKey({ key: expected })).toBe(expected);
  });

  test.each([
    [
      'gitlab',
      'https://gitlab.com|groups/acme|epic|4',
      'https://gitlab.com/groups/acme/-/epics/4',
      'https://gitlab.com|groups/acme|issue|4',
    ],
    [
      'odoo',
      'https://acme.odoo.com|customer-invoices|17',
      'https://acme.odoo.com/odoo/customer-invoices/17',
      'https://acme.odoo.com|account.move|17',
    ],
    [
      'linkedin',
      'https://www.linkedin.com|event|084656651378536448',
      'https://www.linkedin.com/events/7084656651378536448',
      'https://www.linkedin.com|event|7084656651378536448',
    ],
    [
      'salesforce',
      'https://acme.lightning.force.mil|006Hp00001ExMplIAF',
      'https://acme.lightning.force.mil/lightning/r/Opportunity/006Hp00001ExMplIAF/view',
      'https://acme.lightning.crmforce.mil|006Hp00001ExMplIAF',
    ],
    [
      'mediawiki',
      'https://en.wikipedia.org|page|Special:Search',
      'https://en.wikipedia.org/wiki/Special:Search?search=pitch',
      'https://en.wikipedia.org/wiki/Special:Search?search=pitch',
    ],
    // The address of a tiddler says less than its key.
    ['tiddlywiki', 'http://wiki.test|tiddler|Call', 'http://wiki.test/', 'http://wiki.test|tiddler|Call'],
    ['taught-crm', 'https://crm.test|deal|7', 'https://crm.test/deals/7', 'https://crm.test|deal|7'],
  ])('a record of %s that was called %s', (site, key, url, expected) => {
    expect(currentKey({ key, site, url })).toBe(expected);
  });

  test('every work of the known sites keeps the key that it has', () => {
    for (const { site, html, works: all } of works) {
      for (const url of all.flat()) {
        const artifact = identify(definitionById(site), openPage(url, html ?? words));
        if (artifact) expect(currentKey(artifact), url).toBe(artifact.key);
      }
    }
  });

  test('a key of today stays as it is', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), url => {
        const key = identify(undefined, openPage(url, words))?.key ?? '';
        expect(currentKey({ key, site: 'page' })).toBe(key);
      }),
      { numRuns: 50 },
    );
  });

  test('an address that was made plain is plain', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), url => {
        const plain = plainAddress(new URL(url));
        expect(plainAddress(new URL(plain))).toBe(plain);
      }),
      {
        numRuns: 5_000,
        examples: [['http://a.aa#a/'], ['http://a.aa/#a?sid=1'], ['http://a.aa/#/'], ['http://a.aa/#!']],
      },
    );
  });
});

test('a record that is known now is looked up under its plain address and its former keys as well', () => {
  const url = 'https://gitlab.com/groups/acme/-/epics/4?tab=a';
  const artifact = identify(definitionById('gitlab'), openPage(url, words));
  if (!artifact) throw new Error('There is an epic.');
  expect(artifactKeys(artifact)).toEqual(
    expect.arrayContaining([
      'https://gitlab.com|groups/acme|issue|4',
      'https://gitlab.com|groups/acme|epic|4',
      'https://gitlab.com/groups/acme/-/epics/4?tab=a',
    ]),
  );
  expect(keptArtifact(artifact)).not.toHaveProperty('formerKeys');
});
