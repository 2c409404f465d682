import { describe, expect, test } from 'vitest';
import { checkDefinition, shippedAt } from '#lib/artifacts/definition/check-definition.ts';
import { identify } from '#lib/artifacts/identify/identify.ts';
import { guessDefinition } from '#lib/artifacts/teach/guess-definition.ts';
import { addresses } from '../addresses.ts';
import { openPage } from '../page.ts';

const html = '<main><h1>Route planning</h1><p>Enough words to be read.</p></main>';
const guess = (url: string) => guessDefinition(openPage(url, html), 'crm', '2026-11-22');
const keyOf = (url: string, taughtOn: string) => identify(guess(taughtOn), openPage(url, html))?.key;

describe('guessing which part of an address names the record', () => {
  test.each([
    ['https://crm.acme.example/deals/42', 'https://crm.acme.example|deal|42'],
    ['https://crm.acme.example/app/companies/42/notes?tab=1', 'https://crm.acme.example|company|42'],
    ['https://crm.acme.example/t/4711/leads/42', 'https://crm.acme.example|lead|4711|42'],
    ['https://crm.acme.example/app#/contacts/42/activity', 'https://crm.acme.example|contact|42'],
    ['https://crm.acme.example/#demo/model/orders/7;views=1', 'https://crm.acme.example|order|7'],
    ['https://crm.acme.example/ticket.php?lang=en&id=42', 'https://crm.acme.example|ticket|42'],
    [
      'http://crm.local:8080/object/deal/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
      'http://crm.local:8080|deal|d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
    ],
  ])('%s', (url, key) => {
    expect(keyOf(url, url)).toBe(key);
    expect(identify(guess(url), openPage(url, html))?.title).toBe('Route planning');
  });

  test('a guess from one record also works on the next', () => {
    const taught = 'https://crm.acme.example/deals/42';
    expect(keyOf('https://crm.acme.example/deals/43/history', taught)).toBe(
      'https://crm.acme.example|deal|43',
    );
    expect(keyOf('https://crm.acme.example/deals', taught)).toBe('https://crm.acme.example/deals');
  });

  test.each([
    'https://crm.acme.example/',
    'https://crm.acme.example/about',
    'https://crm.acme.example/search?q=deal',
    'about:blank',
  ])('%s names no record, so nothing is guessed', url => expect(guess(url)).toBeUndefined());
});

test('every guess passes the check for definitions from outside', () => {
  for (const url of addresses.flatMap(({ same }) => same.flatMap(({ urls }) => urls))) {
    const definition = guess(url);
    if (definition && !shippedAt(definition.name))
      expect(checkDefinition(definition), url).toEqual({ ok: true, definition });
  }
});
