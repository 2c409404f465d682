import { describe, expect, test } from 'vitest';
import { checkDefinition } from '#lib/artifacts/definition/check-definition.ts';
import { patternProblem } from '#lib/artifacts/definition/check-pattern.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { matchPage } from '#lib/artifacts/identify/site-artifact.ts';
import { siteFor } from '#lib/artifacts/sites/find-site.ts';
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

test('a definition that somebody taught passes the check', () => {
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

describe('a definition that takes in too much is refused', () => {
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
  test('a path that makes every page the same kind of record is refused', () => {
    expect(withPath('/(?<id>.*)').join()).toContain('takes every page for a record');
  });
  test('a selector that matches everything is refused', () => {
    expect(withPage({ title: [{ css: 'div' }] }).join()).toContain('nearly every element');
  });
  test('a definition that does not say which pages it is for is refused', () => {
    expect(problemsOf({ match: { hosts: [] } }).join()).toContain('names no host');
  });
});

describe('a pattern that is not safe to run', () => {
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
  test('the refusal of a pattern names it and says what to do', () => {
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

describe('a taught definition cannot reach another site’s notes', () => {
  const [page] = taught.pages;
  test.each(['https://www.youtube.com', 'https://m.acme.example', 'https://crm.acme.example'])(
    'an origin, even its own, is refused: %s',
    origin => expect(withPage({ origin }).join()).toContain('sets an origin'),
  );
  test('a taught definition must name its hosts', () => {
    const problems = problemsOf({ match: { hosts: [], probe: ['body'] } }).join();
    expect(problems).toMatch(/names no host/);
    expect(problems).toMatch(/could be on any site/);
  });
  test.each([
    ['app.hubspot.com', 'HubSpot'],
    ['*.hubspot.com', 'HubSpot'],
    ['acme.lightning.force.com', 'Salesforce'],
    ['*.force.com', 'Salesforce'],
    ['www.youtube.com', 'YouTube'],
    ['*.pipedrive.com', 'Pipedrive'],
  ])('%s cannot be taken from %s', (host, name) => {
    expect(problemsOf({ match: { hosts: [host] } }).join()).toContain(name);
  });
  test('a host of which only some paths are known can be taught for the others', () => {
    expect(problemsOf({ match: { hosts: ['www.dropbox.com'] } })).toEqual([]);
    const own = [{ ...taught, match: { hosts: ['docs.google.com'] } }];
    const id = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
    expect(siteFor(`https://docs.google.com/document/d/${id}/edit`, own).definition?.id).toBe('google-docs');
    expect(siteFor('https://docs.google.com/deals/7', own).definition?.id).toBe('taught-acme');
  });
  test('self-hosted software that proves itself comes before what was taught', () => {
    const match = siteFor('https://crm.acme.example/#Opportunity/view/5f0c', [taught]);
    expect(match.definition).toBe(taught);
    expect(match.probes?.map(({ id }) => id)).toContain('espocrm');
  });
  test('whatever a folder is called, the key stays with the page’s origin', () => {
    const patterns = ['@evil.example', '.evil.example', ':8080', '', 'a', '//evil.example', '/x'];
    for (const base of patterns) {
      const definition = {
        ...taught,
        pages: [{ ...page, type: 'deal', address: [{ hash: `(?<base>.*)#(?<id>\\d{1,12})` }] }],
      };
      const address = new URL(`https://crm.acme.example/#${base}%23`);
      address.hash = `${base}#7`;
      const match = matchPage(definition, address);
      if (match) expect(new URL(match.key.split('|')[0] ?? '').origin, base).toBe('https://crm.acme.example');
    }
  });
  test('a taught definition cannot have the id of a site that ships', () => {
    expect(problemsOf({ id: 'salesforce' }).join()).toContain('taught-');
  });
});

describe('a mistake in a definition is explained', () => {
  test.each([
    [{ version: 0 }, 'version'],
    [{ kind: 'spreadsheet' }, 'kind'],
    [{ script: 'alert(1)' }, 'script'],
    [{ pages: [] }, 'pages'],
  ])('a problem with %j says where in the definition it is', (change, where) => {
    expect(problemsOf(change).join()).toContain(where);
  });
  test('a key that the address cannot give is explained', () => {
    expect(withPage({ key: ['account', 'id'] }).join()).toContain(
      'needs the part (?<account>…) in address 1',
    );
  });
  test('a pattern that is no regular expression is explained', () => {
    expect(withPath('/deals/(?<id>').join()).toContain('is not a regular expression');
  });
  test('a selector that is no CSS selector is explained', () => {
    expect(withPage({ title: [{ css: 'h1[class' }] }).join()).toContain('has an unclosed [');
  });
  test('the check never throws, whatever it is given', () => {
    for (const input of [null, 1, 'x', [], {}, { ...taught, pages: 'none' }, { ...taught, match: null }]) {
      expect(checkDefinition(input).ok).toBe(false);
    }
  });
});
