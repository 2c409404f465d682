import { describe, expect, test } from 'vitest';
import { patternProblem } from '#lib/artifacts/check-pattern.ts';
import type { SiteDefinition } from '#lib/artifacts/definition.ts';
import { checkDefinition } from '#lib/artifacts/definition-schema.ts';
import { builtInSites } from '#lib/artifacts/sites/index.ts';

const taught: SiteDefinition = {
  id: 'taught-acme',
  name: 'Acme CRM',
  version: 1,
  kind: 'crm',
  match: { hosts: ['crm.acme.example'] },
  pages: [{ type: 'deal', address: [{ path: '/deals/(?<id>\\d{1,12})' }], title: [{ css: 'h1.deal-name' }] }],
  tried: { on: 'software', what: 'taught on the page', date: '2026-11-22' },
};

const problemsOf = (change: Partial<SiteDefinition> | Record<string, unknown>) => {
  const result = checkDefinition({ ...taught, ...change });
  return result.ok ? [] : result.problems;
};
const withPage = (page: object) => problemsOf({ pages: [{ ...taught.pages[0], ...page }] });
const withPath = (path: string) => withPage({ address: [{ path }] });

test('a definition that somebody taught is taken', () => {
  expect(checkDefinition(taught)).toEqual({ ok: true, definition: taught });
});

test.each(builtInSites.map(site => [site.id, site] as const))(
  'the built-in %s passes the same checks',
  (_, site) => {
    expect(checkDefinition(site, { builtIn: true })).toEqual({ ok: true, definition: site });
  },
);

test.each(builtInSites.map(site => [site.id, site] as const))(
  '%s is plain data: JSON loses nothing of it',
  (_, site) => {
    expect(JSON.parse(JSON.stringify(site))).toEqual(site);
  },
);

describe('too greedy', () => {
  test.each([
    '<all_urls>',
    '*',
    '*.com',
    '*.co.uk',
    'https://crm.acme.example',
    'a.*.com',
    'crm..example',
    '**',
  ])('the host %s is refused', host => {
    expect(problemsOf({ match: { hosts: [host] } }).join()).toMatch(/host/i);
  });
  test.each([
    'crm.acme.example',
    '*.acme.example',
    'app-*.acme.example',
    'localhost:8080',
    '192.168.1.20',
    '*.acme.co.uk',
  ])('the host %s is fine', host => {
    expect(problemsOf({ match: { hosts: [host] } })).toEqual([]);
  });
  test('a path that makes every page the same kind of record', () => {
    expect(withPath('/(?<id>.*)').join()).toContain('takes every page for a record');
  });
  test('a selector for everything', () => {
    expect(withPage({ title: [{ css: 'div' }] }).join()).toContain('nearly every element');
  });
  test('no way to be recognised', () => {
    expect(problemsOf({ match: { hosts: [] } }).join()).toContain('names no host');
  });
});

describe('not safe to run', () => {
  test.each([
    '/((a+)+)x(?<id>1)',
    '/(?<id>(a|a)*)b',
    '/.*.*.*(?<id>x)',
    '(?<id>\\d+)\\1',
    '/(?=a)(?<id>a)',
    `/(?<id>${'a'.repeat(400)})`,
  ])('the pattern %s is refused', pattern => {
    expect(withPath(pattern)).not.toEqual([]);
  });
  test('a refused pattern names itself and what to do', () => {
    expect(withPath('/(?<id>(\\w+)+)')[0]).toMatch(/“\/\(\?<id>.*repeats a group.*Repeat a character class/);
  });
  test.each(
    builtInSites
      .flatMap(site => site.pages.flatMap(page => page.address.flatMap(({ path, hash }) => [path, hash])))
      .filter(part => part !== undefined),
  )('the built-in pattern %s answers a hostile address', pattern => {
    const whole = new RegExp(`^(?:${pattern})$`);
    for (const piece of ['a', '/', 'a/', '-', '0', '%', ';', 'a-', '.'])
      whole.test(`${piece.repeat(2048 / piece.length)}\n`);
    expect(patternProblem(pattern)).toBeUndefined();
  });
});

describe('another site’s notes', () => {
  test('an origin that is not its own is refused', () => {
    expect(withPage({ origin: 'https://www.youtube.com' }).join()).toContain('origin of another site');
  });
  test('software on unknown hosts cannot claim an origin', () => {
    const [page] = taught.pages;
    const pages = [{ ...page, origin: 'https://crm.acme.example' }];
    expect(problemsOf({ match: { hosts: [], probe: ['#acme-crm'] }, pages }).join()).toContain(
      'cannot set an origin',
    );
  });
  test('hosts of different owners cannot be brought together from outside', () => {
    const [page] = taught.pages;
    const pages = [{ ...page, origin: 'https://www.youtube.com' }];
    const match = { hosts: ['www.youtube.com', 'evil.example'] };
    expect(problemsOf({ match, pages }).join()).toContain('hosts of different owners');
  });
  test('one owner’s hosts can', () => {
    const [page] = taught.pages;
    const pages = [{ ...page, origin: 'https://crm.acme.example' }];
    expect(problemsOf({ match: { hosts: ['crm.acme.example', 'm.acme.example'] }, pages })).toEqual([]);
  });
  test('it cannot take a built-in’s id', () => {
    expect(problemsOf({ id: 'salesforce' }).join()).toContain('taught-');
  });
});

describe('mistakes, in words', () => {
  test.each([
    [{ version: 0 }, 'version'],
    [{ kind: 'spreadsheet' }, 'kind'],
    [{ script: 'alert(1)' }, 'script'],
    [{ pages: [] }, 'pages'],
  ])('%j names the place', (change, place) => {
    expect(problemsOf(change).join()).toContain(place);
  });
  test('a key that the address cannot give', () => {
    expect(withPage({ key: ['account', 'id'] }).join()).toContain(
      'needs the part (?<account>…) in address 1',
    );
  });
  test('a pattern that is none', () => {
    expect(withPath('/deals/(?<id>').join()).toContain('is not a regular expression');
  });
  test('a selector that is none', () => {
    expect(withPage({ title: [{ css: 'h1[class' }] }).join()).toContain('has an unclosed [');
  });
  test('anything at all is answered, never thrown', () => {
    for (const input of [null, 1, 'x', [], {}, { ...taught, pages: 'none' }, { ...taught, match: null }]) {
      expect(checkDefinition(input).ok).toBe(false);
    }
  });
});
