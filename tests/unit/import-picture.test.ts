/** The picture of the imports in docs/architecture.md, drawn from the code (scripts/draw-imports.ts). */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawn, type Graph, mermaid, PAGE, reduce } from '../../scripts/draw-imports.ts';

const graph = (arrows: Record<string, string[]>): Graph =>
  new Map(Object.entries(arrows).map(([from, to]) => [from, new Set(to)]));

it('the picture in the docs is the one that the code gives: npm run imports', () => {
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toBe(drawn(page));
});

it('a picture that says something else than the code is noticed', () => {
  const page = readFileSync(PAGE, 'utf8');
  const stale = page.replace('flowchart TD', 'flowchart TD\n  stale --> picture');
  expect(stale).not.toBe(page);
  expect(drawn(stale)).toBe(page);
});

it('an arrow that a longer way says already is left out', () => {
  expect(reduce(graph({ a: ['b', 'c'], b: ['c'] }))).toEqual(graph({ a: ['b'], b: ['c'] }));
});

it('folders that import each other keep both arrows', () => {
  const both = graph({ a: ['b'], b: ['a'] });
  expect(reduce(both)).toEqual(both);
});

it('each folder is a box and each import an arrow', () => {
  expect(mermaid(graph({ 'lib/a': ['lib/b'], 'lib/c': [] }))).toBe(
    '```mermaid\nflowchart TD\n  b0["lib/a"]\n  b1["lib/b"]\n  b2["lib/c"]\n  b0 --> b1\n```',
  );
});

it('a page without a place for the pictures is an error', () => {
  expect(() => drawn('# Nothing')).toThrow('no place');
});
