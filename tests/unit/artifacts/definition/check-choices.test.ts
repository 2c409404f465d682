/** A definition comes with anybody's note, so its patterns must never take long, whatever they are matched with. */
import { describe, expect, test } from 'vitest';
import { checkDefinition } from '#lib/artifacts/definition/check-definition.ts';
import { tokens } from '#lib/artifacts/definition/check-pattern.ts';
import { guessAddresses } from '#lib/artifacts/teach/guess-definition.ts';

type Next = (at: number) => boolean;
type Part = { of: string | Part[][]; from: number; to: number };

/** Reads a pattern into its alternatives, each a list of parts. */
function parse(all: string[]): Part[][] {
  const alternatives: Part[][] = [[]];
  for (let token = all.shift(); token !== undefined && token !== ')'; token = all.shift()) {
    if (token === '|') {
      alternatives.push([]);
      continue;
    }
    const of = token.startsWith('(') ? parse(all) : token;
    const quantifier = /^(?:[*+?]\??|\{\d.*)$/.test(all[0] ?? '') ? (all.shift() ?? '') : '';
    const [from = 1, to = from] = { '*': [0, 1e9], '+': [1, 1e9], '?': [0, 1] }[quantifier[0] ?? ''] ??
      /^\{(\d+),?(\d*)/
        .exec(quantifier)
        ?.slice(1)
        .map((text, i) => (text === '' && i > 0 && quantifier.includes(',') ? 1e9 : Number(text || 1))) ?? [
        1, 1,
      ];
    alternatives
      .at(-1)
      ?.push({ of, from, to: quantifier.startsWith('{') && !quantifier.includes(',') ? from : to });
  }
  return alternatives;
}

/** Matches as an engine does that goes back and tries again, and throws after so many steps. */
function matches(pattern: string, text: string, budget: number): boolean {
  let steps = 0;
  const single = new Map<string, RegExp>();
  const fits = (token: string, at: number) => {
    const known = single.get(token) ?? new RegExp(`^${token}$`);
    single.set(token, known);
    return at < text.length && known.test(text[at] ?? '');
  };
  const anyOf = (alternatives: Part[][], at: number, next: Next): boolean =>
    alternatives.some(parts => inOrder(parts, 0, at, next));
  const once = (of: Part['of'], at: number, next: Next): boolean =>
    typeof of === 'string' ? fits(of, at) && next(at + 1) : anyOf(of, at, next);
  const inOrder = (parts: Part[], i: number, at: number, next: Next, done = 0): boolean => {
    if (++steps > budget) throw new Error('too many steps');
    const part = parts[i];
    if (!part) return next(at);
    if (done < part.to && once(part.of, at, after => inOrder(parts, i, after, next, done + 1))) return true;
    return done >= part.from && inOrder(parts, i + 1, at, next);
  };
  return anyOf(parse(tokens(pattern)), 0, at => at === text.length);
}

const problemsOf = (path: string) => {
  const result = checkDefinition({
    id: 'taught-acme',
    name: 'Acme',
    version: 1,
    kind: 'crm',
    match: { hosts: ['crm.acme.example'] },
    pages: [{ type: 'deal', address: [{ path }], title: [{ css: 'h1.name' }] }],
    tried: { on: 'software', what: 'taught on the page', date: '2026-11-22' },
  });
  return result.ok ? [] : result.problems;
};

const pieces = ['/', 'a', 'a/', '/a', '}', '-', '9'];
const texts = pieces.flatMap(piece =>
  ['', '/', '/p{L'].map(start => `${start}${piece.repeat(240 / piece.length)}\n`),
);
const BUDGET = 2_000_000;
const isTooSlow = (pattern: string) =>
  texts.some(text => {
    try {
      matches(pattern, text, BUDGET);
      return false;
    } catch {
      return true;
    }
  });

describe('a pattern that can match in very many ways is refused before anything is matched with it', () => {
  test.each([
    ['many parts that may be absent', `/(?<id>.?)${'[^x]?'.repeat(45)}`],
    ['many parts with a limit', `/(?<id>.?)${'[^x]{0,100}'.repeat(20)}`],
    ['many groups that may be absent', `/(?<id>.?)${'([^x])?'.repeat(30)}`],
    ['many alternatives', `/(?<id>.?)${'(?:a|.)'.repeat(30)}`],
    ['a separator that may be absent', `/(?<id>.?)${'[^/]*/?'.repeat(4)}`],
    ['a separator in only one alternative', `/(?<id>.?)${'(?:[^/]*|/)'.repeat(4)}`],
    ['a separator in a group that may be absent', `/(?<id>.?)${'[^/]*(?:/)?'.repeat(4)}`],
    ['a character written by its number', `/(?<id>.?)${'\\x2f*/'.repeat(5)}`],
    ['a property without the flag for it', `/(?<id>.?)${'[^}]?\\p{L}*}'.repeat(5)}`],
    ['parts without a limit', '/(?<id>.?)[^q]*[^r]*[^s]*[^t]*'],
  ])('%s', (_name, pattern) => {
    expect(problemsOf(pattern).join()).toMatch(/parts that can vary|too many ways|in it; write|open-ended/);
  });

  test.each([
    `/(?<id>.?)${'[^x]?'.repeat(45)}`,
    `/(?<id>.?)${'(?:a|.)'.repeat(30)}`,
    `/(?<id>.?)${'[^/]*/?'.repeat(5)}q`,
  ])('%s would indeed take very long', pattern => expect(isTooSlow(pattern)).toBe(true));

  test('many patterns that are each just fast enough', () => {
    const address = Array.from({ length: 12 }, (_, i) => ({ path: `/${i}/.*-?(?<id>a)` }));
    const page = { type: 'deal', address, title: [{ css: 'h1.name' }] };
    const result = checkDefinition({
      id: 'taught-acme',
      name: 'Acme',
      version: 1,
      kind: 'crm',
      match: { hosts: ['crm.acme.example'] },
      pages: [page, page],
      tried: { on: 'software', what: 'x', date: '2026-11-22' },
    });
    expect(result).toMatchObject({ ok: false, problems: [expect.stringContaining('together')] });
  });
});

describe('a pattern as people teach them is let in, and needs few steps', () => {
  const picked = [
    'https://crm.acme.example/deals/4711',
    'https://crm.acme.example/acme/4711/deals/deal-2026-x/notes',
    'https://crm.acme.example/t/0b0f3a52-7a6e-4a51-9a51-2d0f8e6a9c14/people/some-name',
    'https://crm.acme.example/app#/9/deals/77/0123456789abcdef',
  ].flatMap(page => guessAddresses(page).flatMap(({ address }) => [address.path, address.hash]));
  const written = [
    '/deals/(?<id>\\d{1,12})',
    '/(?<type>deal|lead|contact)s/(?<id>[\\w-]{1,60})/?',
    '(?<base>.*?)/d/(?<id>\\d+)',
  ];
  test.each([...new Set([...picked, ...written].filter(part => part?.includes('(?<id>')))])('%s', pattern => {
    expect(problemsOf(pattern ?? '')).toEqual([]);
    expect(isTooSlow(pattern ?? '')).toBe(false);
  });
});

test('a host with many * is refused', () => {
  const host = `${'a*'.repeat(30)}.acme.example`;
  const result = checkDefinition({
    id: 'taught-acme',
    name: 'Acme',
    version: 1,
    kind: 'crm',
    match: { hosts: [host] },
    pages: [{ type: 'deal', address: [{ path: '/(?<id>\\d+)' }] }],
    tried: { on: 'software', what: 'x', date: '2026-11-22' },
  });
  expect(result).toMatchObject({ ok: false, problems: [expect.stringContaining('more than two *')] });
});
