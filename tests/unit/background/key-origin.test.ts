import { describe, expect, it } from 'vitest';
import { siteFor } from '#lib/artifacts/sites/find-site.ts';
import { mayHaveKey } from '#lib/background/key-origin.ts';

describe('an artifact key from a page', () => {
  it.each([
    ['https://crm.example', 'https://crm.example|opportunity|17', true],
    ['https://crm.example', 'https://crm.example/deals/17', true],
    ['https://crm.example', 'https://crm.example', true],
    ['https://evil.example', 'https://crm.example|opportunity|17', false],
    ['https://crm.example.evil.example', 'https://crm.example|opportunity|17', false],
    ['https://crm.example', 'https://crm.example.evil.example|opportunity|17', false],
    ['http://crm.example', 'https://crm.example|opportunity|17', false],
    ['https://crm.example', 'no address at all', false],
    ['https://m.youtube.com', 'https://www.youtube.com|watch|dQw4w9WgXcQ', true],
    ['https://evil.example', 'https://www.youtube.com|watch|dQw4w9WgXcQ', false],
    ['https://m.youtube.com', 'https://app.hubspot.com|deal|1|2', false],
    [
      'https://acme--uat.sandbox.my.salesforce.com',
      'https://acme--uat.sandbox.lightning.force.com|0065g00000AbCdEAAV',
      true,
    ],
    ['https://acme.my.salesforce.com', 'https://acme.evil.example|0065g00000AbCdEAAV', false],
  ])('a page of %s may send the key %s: %s', (origin, key, allowed) => {
    const site = siteFor(`${origin}/watch?v=dQw4w9WgXcQ`);
    expect(mayHaveKey(key, origin, site.definition)).toBe(allowed);
  });
});
