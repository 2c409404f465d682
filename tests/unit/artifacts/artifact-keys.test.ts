import { expect, test } from 'vitest';
import { artifactKeys } from '#lib/records/artifact.ts';

test.each([
  ['https://a.test|deal|7', 'https://a.test/deals/7', ['https://a.test|deal|7', 'https://a.test/deals/7']],
  ['https://a.test/deals/7', 'https://a.test/deals/7', ['https://a.test/deals/7']],
  // An address of another origin is another site's.
  ['https://a.test|deal|7', 'https://b.test/deals/7', ['https://a.test|deal|7']],
  ['https://a.test|deal|7', '', ['https://a.test|deal|7']],
  ['nonsense', 'https://a.test/', ['nonsense']],
])('notes on the artifact %s at %s are looked for under each of its keys', (key, url, keys) =>
  expect(artifactKeys({ key, url })).toEqual(keys),
);
