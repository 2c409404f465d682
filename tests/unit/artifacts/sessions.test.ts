/** What an address carries for one visit is no part of a key, and what names a work always is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify } from '#lib/artifacts/identify/identify.ts';
import { plainAddress } from '#lib/artifacts/identify/page-address.ts';
import { guessDefinition } from '#lib/artifacts/teach/guess-definition.ts';
import { openPage } from './page.ts';

const plain = (url: string) => plainAddress(new URL(url));
const words = '<h1>A deal</h1><p>Some readable words on a page.</p>';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const letters = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
    minLength: length,
    maxLength: length,
  });
/** What servers call a session: long enough that a chance word among them is out of the question. */
const session = fc.oneof(hex(32), hex(40), letters(26), letters(32), fc.uuid());
const works = fc.constantFrom(
  '/crm/deals/42',
  '/crm/deals/43',
  '/guide',
  '/lesson-3/objections',
  '/offers/2026/hollenkamp',
  '/records/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
  '/records/d2719f1c0a3b4e539a550c1b6a1f7e22/notes',
  '/view?doc=7',
  '/view?doc=8',
  '/viewer.html?file=/a.pdf',
  '/app#/deals/7',
);
const names = fc.constantFrom(
  ...[
    'sid',
    'SID',
    'sessionid',
    'session_id',
    'sessionId',
    'PHPSESSID',
    'jsessionid',
    'token',
    'access_token',
  ],
  ...['auth_token', 'csrf_token', 'JSESSIONID', 'ASPSESSIONIDQABCDEFG', 'osCsid'],
);

function withParameter(work: string, name: string, value: string): string {
  const url = new URL(work, 'https://app.test');
  url.searchParams.append(name, value);
  return url.href;
}

describe('one work keeps one key through all its sessions', () => {
  test('a session id in the query is left out', () => {
    fc.assert(
      fc.property(works, names, session, (work, name, value) => {
        expect(plain(withParameter(work, name, value))).toBe(plain(`https://app.test${work}`));
      }),
    );
  });

  test('a session id in the path is left out', () => {
    const forms = [
      (id: string) => `/crm/deals/42;jsessionid=${id}`,
      (id: string) => `/crm;jsessionid=${id}/deals/42`,
      (id: string) => `/(S(${id}))/crm/deals/42`,
      (id: string) => `/(X(1)S(${id}))/crm/deals/42`,
      (id: string) => `/sid=${id}/crm/deals/42`,
      (id: string) => `/crm/deals/42;sid=${id}`,
      (id: string) => `/crm/deals/42/PHPSESSID=${id}`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...forms), session, (form, id) => {
        expect(plain(`https://app.test${form(id)}`)).toBe('https://app.test/crm/deals/42');
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('sid', 'sessionid', 'PHPSESSID'), session, (word, id) => {
        expect(plain(`https://app.test/guide/${word}/${id}`)).toBe(`https://app.test/guide/${word}`);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('session', 'token', 'sid', 'signed'), session, (word, id) => {
        expect(plain(`https://app.test/${word}/${id}/crm/deals/42`)).toBe(
          `https://app.test/${word}/crm/deals/42`,
        );
      }),
    );
  });

  test('a session id in a route of the fragment is left out', () => {
    fc.assert(
      fc.property(session, id => {
        expect(plain(`https://app.test/#/deals/7?sid=${id}`)).toBe('https://app.test/#/deals/7');
        expect(plain(`https://app.test/#id=7&model=deal&token=${id}`)).toBe(
          'https://app.test/#id=7&model=deal',
        );
      }),
    );
  });

  test.each([
    [
      'a long segment as only a token is',
      'https://app.test/aZ3kQ9xW2mB7nC4vL8pR5tY1uI6oD0sF3gH9jK2lX7cV5bN8mQ4wE1rT6yU0iP3aS9dF2gH5/deals/7',
      'https://app.test/deals/7',
    ],
    [
      'a signed token under any name',
      'https://app.test/deals/7?k=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3IiwiZXhwIjoxNzMzfQ.dBjftJeZ4CVP-mB92K27',
      'https://app.test/deals/7',
    ],
    [
      'a signature and what goes with it',
      'https://files.test/calls/one.pdf?X-Amz-Date=20261130T101010Z&X-Amz-Expires=300&X-Amz-Signature=0f3b9d8e7c6a5b4f3e2d1c0b9a8f7e6d&v=2',
      'https://files.test/calls/one.pdf?v=2',
    ],
    [
      'a signature of a file that a viewer is told',
      'https://app.test/viewer.html?file=https%3A%2F%2Ffiles.test%2Fa.pdf%3Ftoken%3D0f3b9d8e7c6a5b4f3e2d1c0b9a8f7e6d',
      'https://app.test/viewer.html?file=https%3A%2F%2Ffiles.test%2Fa.pdf',
    ],
    ['a time against caches', 'https://app.test/deals/7?_=1764512345678', 'https://app.test/deals/7'],
    ['the page of a PDF', 'https://app.test/a.pdf#page=3&zoom=100', 'https://app.test/a.pdf'],
  ])('%s is left out', (_, url, expected) => {
    expect(plain(url)).toBe(expected);
  });

  test.each(['https://app.test/app#page=deal&id=7', 'https://app.test/app#view=contact/12'])(
    'a route that begins like a place in the page is kept: %s',
    url => {
      expect(plain(url)).toBe(url);
    },
  );

  test('an address as it names the page names the same page again', () => {
    fc.assert(
      fc.property(works, names, session, (work, name, value) => {
        const once = plain(withParameter(work, name, value));
        expect(plain(once)).toBe(once);
      }),
    );
  });

  test('a site that was taught in one session knows its records in every other', () => {
    fc.assert(
      fc.property(session, session, fc.nat(9999), (one, other, id) => {
        const page = (sid: string, n: number) =>
          openPage(`https://crm.test/(S(${sid}))/deals/${n};jsessionid=${sid}?sid=${sid}`, words);
        const taught = guessDefinition(page(one, 7), 'crm', '2026-11-30');
        const key = identify(taught, page(other, id))?.key;
        expect(key).toBe(`https://crm.test|deal|${id}`);
      }),
      { numRuns: 20 },
    );
  });
});

describe('two works are never taken for one', () => {
  test('a long id that names the work is kept, whatever it looks like', () => {
    const place = fc.constantFrom(
      (id: string) => `/docs/${id}`,
      (id: string) => `/${id}/deals/7`,
      (id: string) => `/share/${id}`,
      (id: string) => `/session/${id}`,
      (id: string) => `/sessions/${id}/notes`,
      (id: string) => `/view?id=${id}`,
      (id: string) => `/view?doc=${id}&page=2`,
      (id: string) => `/deals/7?file=${id}`,
      (id: string) => `/shared?token=${id}`,
      (id: string) => `/replay?session_id=${id}`,
      (id: string) => `/app#/docs/${id}`,
    );
    fc.assert(
      fc.property(place, session, session, (form, one, other) => {
        fc.pre(one.toLowerCase() !== other.toLowerCase());
        expect(plain(`https://app.test${form(one)}`)).not.toBe(plain(`https://app.test${form(other)}`));
      }),
    );
  });

  test.each([
    ['a number', '/timetable?sid=41', '/timetable?sid=42'],
    ['a word', '/course?session=intro', '/course?session=closing'],
    ['a date', '/course?session=2026-11-30', '/course?session=2026-12-07'],
    ['a slug with numbers', '/course?sid=week-12-q3', '/course?sid=week-13-q3'],
    ['the number of a ticket', '/help?ticket=1001', '/help?ticket=1002'],
    ['the number of a token', '/collection/art?tokenId=77', '/collection/art?tokenId=78'],
    ['a short id', '/board?sid=ab', '/board?sid=ac'],
  ])('what is named like a session but is %s stays', (_, one, other) => {
    expect(plain(`https://app.test${one}`)).not.toBe(plain(`https://app.test${other}`));
  });

  test('two records in one session have two keys', () => {
    fc.assert(
      fc.property(works, works, names, session, (one, other, name, value) => {
        fc.pre(one !== other);
        expect(plain(withParameter(one, name, value))).not.toBe(plain(withParameter(other, name, value)));
      }),
    );
  });
});
