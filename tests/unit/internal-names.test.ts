import { globSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { INTERNAL_NAMES } from '../../scripts/internal-names.ts';

/**
 * What reaches over the edge of the page tools: stored, sent, or shared with the page script. What a name is compared with is coarse, so
 * that it errs on the safe side: every key and every member in these files.
 */
const SHARED = [
  'lib/{records,messages,artifacts,coaching,store,sync,background}/**/*.ts',
  'entrypoints/{page,panel,region}/**/*.ts',
];
const PROPERTY = /[.{,(\s]['"]?(\w+)['"]?\??:|\.(\w+)\b/g;

test('no name that is shortened in the page tools is one that others use', () => {
  const used = new Set<string>();
  for (const file of globSync(SHARED))
    for (const [, key, member] of readFileSync(file, 'utf8').matchAll(PROPERTY))
      used.add((key ?? member) as string);
  expect(used).toContain('subjectId');
  expect(used).toContain('definition');
  expect(INTERNAL_NAMES.filter(name => used.has(name))).toEqual([]);
});

test('and none is the browser’s', () => {
  const window = new Window();
  const things = [window, window.document, window.document.createElement('video'), new window.Range()];
  expect(INTERNAL_NAMES.filter(name => things.some(thing => name in thing))).toEqual([]);
});
