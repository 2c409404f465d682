import { describe, expect, test } from 'vitest';
import { fitsSite, isBlocked, readPolicy, toMatchPattern } from '#lib/device/policy.ts';

test('without a policy nothing is set and everything is allowed', () => {
  expect(readPolicy({})).toEqual({ sites: [], blockedSites: [], teaching: true, unread: [] });
});

test('settings that cannot be read are named and left out, and the rest counts', () => {
  const policy = readPolicy({
    server: 'ftp://files.example',
    sites: 'crm.example.com',
    blockedSites: ['*.bank.example'],
    teaching: 'no',
  });
  expect(policy).toEqual({
    sites: [],
    blockedSites: ['*.bank.example'],
    teaching: true,
    unread: ['server', 'sites', 'teaching'],
  });
});

describe('a site in a policy', () => {
  test.each([
    ['crm.example.com', 'https://crm.example.com/deals/7', true],
    ['crm.example.com', 'http://crm.example.com:8080/', true],
    ['crm.example.com', 'https://eu.crm.example.com/', false],
    ['*.example.com', 'https://crm.example.com/', true],
    ['*.example.com', 'https://example.com/', true],
    ['*.example.com', 'https://notexample.com/', false],
    ['https://crm.example.com/*', 'https://crm.example.com/x', true],
    ['https://crm.example.com/*', 'http://crm.example.com/x', false],
    ['*://crm.example.com/*', 'http://crm.example.com/x', true],
    ['CRM.Example.com', 'https://crm.example.com/', true],
    ['*', 'https://anything.example/', true],
    ['crm.example.com', 'about:blank', false],
    ['crm.example.com', '', false],
  ])('the policy entry %s covers %s: %s', (entry, address, fits) =>
    expect(fitsSite(entry, address)).toBe(fits),
  );

  test.each([
    ['crm.example.com', 'https://crm.example.com/*'],
    ['*.example.com', 'https://*.example.com/*'],
    ['http://intranet/', 'http://intranet/*'],
    ['*://crm.example.com/*', '*://crm.example.com/*'],
  ])('permission for the policy entry %s is requested as %s', (entry, pattern) =>
    expect(toMatchPattern(entry)).toBe(pattern),
  );
});

test('a wanted site is exempt from a block of every site', () => {
  const policy = readPolicy({ sites: ['crm.example.com'], blockedSites: ['*'] });
  expect(isBlocked(policy, 'https://crm.example.com/deals/7')).toBe(false);
  expect(isBlocked(policy, 'https://mail.example.com/')).toBe(true);
});

test('“every site” cannot be wanted, because permission is requested site by site', () => {
  expect(readPolicy({ sites: ['*'] }).unread).toEqual(['sites']);
});
