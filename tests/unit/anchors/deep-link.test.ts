import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepLink, noteInLink, textDirective } from '#lib/anchors/deep-link.ts';
import type { Anchor, TextAnchor } from '#lib/records/anchor.ts';

const noteId = '0190f3a2-7c1e-7b3a-9d55-1234567890ab';
const whole: Anchor = { kind: 'whole' };
const moment: Anchor = { kind: 'moment', start: 95.4, end: 120 };

function words(exact: string, quote: Partial<TextAnchor['quote']> = {}, count = 1): TextAnchor {
  return {
    kind: 'words',
    quote: { exact, prefix: '', suffix: '', ...quote },
    seen: { count, twins: 1, turn: 0, wholeWords: true },
  };
}

const link = (url: string, anchor: Anchor = whole, timeParameter?: string) =>
  deepLink({ url, anchor, noteId, timeParameter });

describe('a link to a note’s place', () => {
  it.each([
    ['a plain page', 'https://crm.example/deal/7', 'https://crm.example/deal/7#:~:sideline='],
    [
      'a query as it was written',
      'https://crm.example/?q=a%20b+c',
      'https://crm.example/?q=a%20b+c#:~:sideline=',
    ],
    ['a route in the fragment', 'https://app.example/#/deal/12', 'https://app.example/#/deal/12:~:sideline='],
    [
      'Tryton',
      'https://erp.example/#db/model/sale/3?views=%5B4%5D',
      'https://erp.example/#db/model/sale/3?views=%5B4%5D:~:sideline=',
    ],
    ['a directive of its own', 'https://a.example/#x:~:text=old', 'https://a.example/#x:~:sideline='],
  ])('keeps %s', (_what, url, expected) => {
    expect(link(url)).toBe(expected + noteId);
  });

  it.each([
    [
      'the site’s own parameter',
      'https://v.example/watch?v=a',
      't',
      `https://v.example/watch?v=a&t=95#:~:sideline=${noteId}`,
    ],
    [
      'instead of an older time',
      'https://v.example/watch?t=3&v=a',
      't',
      `https://v.example/watch?v=a&t=95#:~:sideline=${noteId}`,
    ],
    [
      'a media fragment elsewhere',
      'https://v.example/clip',
      undefined,
      `https://v.example/clip#t=95.4,120:~:sideline=${noteId}`,
    ],
    [
      'nothing where a route would be lost',
      'https://v.example/#/clip/3',
      undefined,
      `https://v.example/#/clip/3:~:sideline=${noteId}`,
    ],
  ])('opens a clip at its time: %s', (_what, url, parameter, expected) => {
    expect(link(url, moment, parameter)).toBe(expected);
  });

  it.each(['javascript:alert(1)', 'file:///home/me/plan.html', 'chrome://settings', 'no address'])(
    'is not made for %s',
    url => {
      expect(link(url)).toBeUndefined();
    },
  );

  it('a link shows the words also to people without Sideline', () => {
    expect(link('https://a.example/x', words('well-known, tried & tested'))).toBe(
      `https://a.example/x#:~:text=well%2Dknown%2C%20tried%20%26%20tested&sideline=${noteId}`,
    );
  });

  it('a link names its note and leaves the page its own address, whatever the address and the words', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
        (url, exact) => {
          fc.pre(!url.includes(':~:'));
          const made = link(url, words(exact));
          expect(noteInLink(made ?? '')).toBe(noteId);
          const [seen] = (made ?? '').split(':~:');
          expect((seen ?? '').replace(/#$/, '')).toBe(new URL(url).href.replace(/#$/, ''));
        },
      ),
    );
  });
});

describe('the words in a link', () => {
  it.each([
    ['few words that stand once', words('three depots'), 'three%20depots'],
    [
      'many: their beginning and end',
      words('one two three four five six seven eight nine ten eleven'),
      'one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
    ],
    [
      'repeated ones, with what stands around them',
      words('Call', { prefix: 'rtly after noon', suffix: 'with Ana about' }, 3),
      'after%20noon-,Call,-with%20Ana',
    ],
    [
      'one that is cut out of a word',
      { ...words('epo'), seen: { count: 1, twins: 1, turn: 0, wholeWords: false } },
      undefined,
    ],
    ['none', words('  '), undefined],
  ])('%s', (_what, anchor, expected) => {
    expect(textDirective(anchor)).toBe(expected);
  });
});

describe('an address', () => {
  it.each([
    ['without a fragment', 'https://a.example/?sideline=x'],
    ['with a route that only looks like it', 'https://a.example/#/sideline=x'],
    ['with another directive', 'https://a.example/#:~:text=sideline'],
    ['with an id that is none', 'https://a.example/#:~:sideline=<script>'],
    ['with an empty id', 'https://a.example/#:~:sideline='],
  ])('%s leads to no note', (_what, url) => {
    expect(noteInLink(url)).toBeUndefined();
  });
});
